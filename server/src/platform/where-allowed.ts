import { rulesToAST } from '@casl/ability/extra'
import { CompoundCondition, FieldCondition, type Condition } from '@ucast/core'
import { abilityOf, type Action, type SubjectName, type Viewer } from '@domain'
import { isArrayFact } from './array-facts.js'

/** A piece of SQL with its parameters, numbered from where the caller said. */
export interface SqlPart {
  readonly sql: string
  readonly params: readonly unknown[]
}

/** The column of a fact: `handlerPositionIds` is `handler_position_ids`. */
export const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * Whether an array fact holds one of the values. An overlap is never of an empty array, so the last condition changes nothing but the planner's guess:
 * it takes a value it has never met for one in 200 rows and walks the order of the list to find the page, which for a post that handles nothing is the
 * whole table. A third of that guess, and it asks the index of the array first; a value it knows to be frequent is walked for as before.
 */
const overlap = (column: string, values: string): string =>
  `(${column} IS NOT NULL AND ${column} && ${values} AND cardinality(${column}) > 0)`

/** A rule as SQL over the row called `alias`. Every leaf is two-valued (never NULL), so SQL and JavaScript agree under NOT too. */
function toSql(condition: Condition, subject: SubjectName, alias: string, params: unknown[], start: number): string {
  const bind = (value: unknown): string => `$${start + params.push(value) - 1}`

  const list = (node: FieldCondition): unknown[] => {
    const values: unknown[] = Array.isArray(node.value) ? node.value : [node.value]
    if (values.some((value) => value === null || value === undefined)) throw new Error(`A rule on ${subject}.${node.field} lists null`)
    return values
  }

  const leaf = (node: FieldCondition): string => {
    const column = `${alias}.${columnOf(node.field)}`
    const overlaps = isArrayFact(subject, node.field)
    if (node.operator === 'in') {
      const values = list(node)
      if (values.length === 0) return 'FALSE'
      return overlaps ? overlap(column, bind(values)) : `(${column} IS NOT NULL AND ${column} = ANY(${bind(values)}))`
    }
    if (node.operator === 'eq') {
      if (overlaps) return overlap(column, bind(list(node)))
      return node.value === null ? `${column} IS NULL` : `(${column} IS NOT NULL AND ${column} = ${bind(node.value)})`
    }
    if (node.operator === 'ne') {
      if (overlaps) return `(${column} IS NULL OR NOT ${column} && ${bind(list(node))})`
      return node.value === null ? `${column} IS NOT NULL` : `${column} IS DISTINCT FROM ${bind(node.value)}`
    }
    throw new Error(`Rules may not use "${node.operator}": it has no SQL translation`)
  }

  const sql = (node: Condition): string => {
    if (node instanceof FieldCondition) return leaf(node)
    if (!(node instanceof CompoundCondition)) throw new Error(`Rules may not use "${node.operator}": it has no SQL translation`)
    const parts = (node.value as Condition[]).map(sql)
    if (node.operator === 'not') return `NOT (${parts.join(' AND ')})`
    if (node.operator !== 'and' && node.operator !== 'or')
      throw new Error(`Rules may not use "${node.operator}": it has no SQL translation`)
    if (parts.length === 0) return node.operator === 'and' ? 'TRUE' : 'FALSE'
    return `(${parts.join(node.operator === 'and' ? ' AND ' : ' OR ')})`
  }

  return sql(condition)
}

/** The alternatives by which a viewer may take an action: a row is allowed when one of them holds. None: nothing is allowed. */
function alternatives(viewer: Viewer, action: Action, subject: SubjectName): readonly Condition[] {
  const condition = rulesToAST(abilityOf(viewer), action, subject)
  if (condition === null) return []
  return condition instanceof CompoundCondition && condition.operator === 'or' ? (condition.value as Condition[]) : [condition]
}

/**
 * One condition per alternative of the viewer's own rules, for lists that take the top rows of each and merge them by keyset
 * (see `merged-page.ts`): an OR over all of them would read everything. Every part numbers its parameters from `start`.
 */
export function branchSqls(viewer: Viewer, action: Action, subject: SubjectName, alias: string, start = 1): SqlPart[] {
  return alternatives(viewer, action, subject)
    .map((condition) => {
      const params: unknown[] = []
      return { sql: toSql(condition, subject, alias, params, start), params }
    })
    .filter((part) => part.sql !== 'FALSE')
}

/**
 * The rows the viewer may act on, from the same rules that guard one record: a condition for WHERE over the row called `alias`, its
 * parameters numbered from `start`. For one row, exports and small tables; lists use `mergedPage`.
 */
export function whereAllowedSql(viewer: Viewer, action: Action, subject: SubjectName, alias: string, start = 1): SqlPart {
  const params: unknown[] = []
  const parts = alternatives(viewer, action, subject).map((condition) => toSql(condition, subject, alias, params, start))
  return { sql: parts.length === 0 ? 'FALSE' : `(${parts.join(' OR ')})`, params }
}
