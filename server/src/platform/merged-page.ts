import type { DataSource, EntityManager } from 'typeorm'
import { Refusal, type Action, type SubjectName, type Viewer } from '@domain'
import { branchSqls, type SqlPart } from './where-allowed.js'

/** How the text of a key looks, so that a forged cursor is refused before it reaches PostgreSQL. */
const SHAPES = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  int: /^-?\d{1,10}$/,
  bigint: /^-?\d{1,19}$/,
  date: /^(-?infinity|\d{4}-\d{2}-\d{2})$/,
  timestamptz: /^(-?infinity|\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[+-]\d{2}(:\d{2})?)$/,
  text: /^[^\0]{0,1000}$/s,
} as const
export type KeyType = keyof typeof SHAPES

/** One key a list is ordered by. Never NULL: coalesce it, and index the same expression. */
export interface OrderKey {
  /** Over the alias of the list, e.g. `c.received_at` or `coalesce(c.next_due_at, 'infinity')`. */
  readonly sql: string
  /** The SQL type a cursor value is read back as. */
  readonly type: KeyType
  readonly direction: 'ASC' | 'DESC'
}

/** A list of rows the viewer may see. `from`, `where`, `order` and `select` are written by us, never by a caller of the API. */
export interface ListQuery {
  readonly subject: SubjectName
  /** 'read' unless the list shows what somebody may do. */
  readonly action?: Action
  /** The table alone, with its alias: `"case" c`. */
  readonly from: string
  readonly alias: string
  /** Filters over the alias; each numbers its own parameters from $1 (they are renumbered here). */
  readonly where?: readonly SqlPart[]
  /** Ends in the id by itself. */
  readonly order: readonly OrderKey[]
}

export interface PageQuery extends ListQuery {
  /** The projection of one row; the alias and whatever `joins` brings are in reach. */
  readonly select: string
  /** Joins that only decorate the page's rows: they run for these rows alone, and may neither drop nor multiply them. */
  readonly joins?: string
  /** At most 100. */
  readonly first: number
  readonly after?: string | null
}

export interface Page<Row> {
  readonly rows: Row[]
  /** Where the next page starts; null on the last one. */
  readonly next: string | null
}

export const MAX_PAGE = 100
/** Counts stop here: one more than the console ever shows ("1.000+"). */
const COUNT_CAP = 1001

type Db = Pick<DataSource, 'query'> | Pick<EntityManager, 'query'>

/** Collects parts into one statement: their `$1..` become the statement's own numbers. */
class Statement {
  readonly params: unknown[] = []

  add({ sql, params }: SqlPart): string {
    const offset = this.params.length
    this.params.push(...params)
    return sql.replace(/\$(\d+)/g, (_, number: string) => `$${Number(number) + offset}`)
  }

  bind(value: unknown, type: KeyType): string {
    return `$${this.params.push(value)}::${type}`
  }
}

const keysOf = (query: ListQuery): OrderKey[] => [...query.order, { sql: `${query.alias}.id`, type: 'uuid', direction: 'ASC' }]

const encode = (values: readonly string[]): string => Buffer.from(JSON.stringify(values)).toString('base64url')

function decode(cursor: string, keys: readonly OrderKey[]): string[] {
  const refusal = new Refusal('request.invalid', { fields: ['after'] })
  let values: unknown
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    throw refusal
  }
  if (!Array.isArray(values) || values.length !== keys.length) throw refusal
  return keys.map(({ type }, index) => {
    const value: unknown = values[index]
    if (typeof value !== 'string' || !SHAPES[type].test(value)) throw refusal
    return value
  })
}

/** "Comes after this row", as a row comparison where all keys run the same way (an index follows it), spelt out otherwise. */
function afterSql(keys: readonly OrderKey[], bound: readonly string[]): string {
  const direction = keys[0]?.direction
  if (keys.every((key) => key.direction === direction)) {
    return `(${keys.map((key) => key.sql).join(', ')}) ${direction === 'ASC' ? '>' : '<'} (${bound.join(', ')})`
  }
  const cases = keys.map((key, index) => {
    const equal = keys.slice(0, index).map((earlier, at) => `${earlier.sql} = ${bound[at]}`)
    return [...equal, `${key.sql} ${key.direction === 'ASC' ? '>' : '<'} ${bound[index]}`].join(' AND ')
  })
  return `(${keys[0]?.sql} ${direction === 'ASC' ? '>=' : '<='} ${bound[0]} AND (${cases.join(' OR ')}))`
}

/** The ids of at most `limit` rows: the first of every alternative of the viewer's rules, merged. Null when nothing is allowed at all. */
function mergedIds(query: ListQuery, viewer: Viewer, statement: Statement, limit: number, after: readonly string[] | null): string | null {
  const branches = branchSqls(viewer, query.action ?? 'read', query.subject, query.alias)
  if (branches.length === 0) return null
  const keys = keysOf(query)
  const columns = keys.map((key, index) => `${key.sql} AS k${index}`).join(', ')
  const inner = keys.map((key) => `${key.sql} ${key.direction}`).join(', ')
  const outer = keys.map((key, index) => `k${index} ${key.direction}`).join(', ')

  const filters = (query.where ?? []).map((part) => statement.add(part))
  if (after)
    filters.push(
      afterSql(
        keys,
        keys.map((key, index) => statement.bind(after[index], key.type)),
      ),
    )
  const heads = branches.map((branch) => {
    const where = [...filters, statement.add(branch)].join(' AND ')
    return `(SELECT ${columns} FROM ${query.from} WHERE ${where} ORDER BY ${inner} LIMIT ${limit})`
  })
  return heads.length === 1 ? heads.join('') : `(${heads.join(' UNION ')} ORDER BY ${outer} LIMIT ${limit})`
}

/**
 * One page of a list inside the viewer's rules, in one statement: the top rows of each permission branch by its index, merged and
 * deduplicated by keyset, then projected. A cursor that is not ours is refused with `request.invalid`.
 */
export async function mergedPage<Row extends object>(db: Db, viewer: Viewer, query: PageQuery): Promise<Page<Row>> {
  const first = Math.min(Math.max(query.first, 1), MAX_PAGE)
  const keys = keysOf(query)
  const statement = new Statement()
  const ids = mergedIds(query, viewer, statement, first + 1, query.after ? decode(query.after, keys) : null)
  if (ids === null) return { rows: [], next: null }

  const id = `k${keys.length - 1}`
  const order = keys.map((key, index) => `page.k${index} ${key.direction}`).join(', ')
  const cursor = keys.map((_, index) => `page.k${index}::text`).join(', ')
  const found = await db.query<(Row & { page_cursor: string[] })[]>(
    `SELECT ${query.select}, ARRAY[${cursor}] AS page_cursor
     FROM ${ids} page JOIN ${query.from} ON ${query.alias}.id = page.${id} ${query.joins ?? ''} ORDER BY ${order}`,
    statement.params,
  )
  const rows = found.slice(0, first)
  const last = rows.at(-1)
  return { rows, next: found.length > first && last ? encode(last.page_cursor) : null }
}

/** How many rows the list has, counted no further than `cap`: an answer equal to `cap` means "that many or more". */
export async function cappedCount(db: Db, viewer: Viewer, query: ListQuery, cap = COUNT_CAP): Promise<number> {
  const branches = branchSqls(viewer, query.action ?? 'read', query.subject, query.alias)
  if (branches.length === 0) return 0
  const statement = new Statement()
  const filters = (query.where ?? []).map((part) => statement.add(part))
  const heads = branches.map((branch) => {
    const where = [...filters, statement.add(branch)].join(' AND ')
    return `(SELECT ${query.alias}.id FROM ${query.from} WHERE ${where} LIMIT ${cap})`
  })
  const [row] = await db.query<{ n: number }[]>(
    `SELECT count(*)::int AS n FROM (SELECT id FROM (${heads.join(' UNION ')}) every LIMIT ${cap}) capped`,
    statement.params,
  )
  return row?.n ?? 0
}

/** A page as the schema answers it. */
export interface CountedPage<Row> {
  readonly rows: Row[]
  readonly endCursor: string | null
  /** Counted no further than 1,000; `totalCapped` says when there are more. */
  readonly total: number
  readonly totalCapped: boolean
}

/** One page and the size of its list, asked side by side; `toRow` gives each raw row its class. */
export async function countedPage<Row>(db: Db, viewer: Viewer, query: PageQuery, toRow: (row: object) => Row): Promise<CountedPage<Row>> {
  const [page, count] = await Promise.all([mergedPage<object>(db, viewer, query), cappedCount(db, viewer, query)])
  return { rows: page.rows.map(toRow), endCursor: page.next, total: Math.min(count, COUNT_CAP - 1), totalCapped: count >= COUNT_CAP }
}
