import type { AnchorLine } from '../anchor-file.js'
import type { BlobFolder } from './blob-folder.js'

/** Anything that answers SQL inside one read-only transaction, so that every invariant looks at the same instant. */
export interface Queryable {
  query<T>(sql: string, params?: unknown[]): Promise<T[]>
}

/** What an invariant may use besides the database. */
export interface Tools {
  /** The folder of the files; null when the checker was not told where it is. */
  readonly blobs: BlobFolder | null
  /** What was written down of the log's head outside the database; null when there is no such file, or the checker was not told where. */
  anchors(): Promise<readonly AnchorLine[] | null>
  /** The rows of a query, a batch at a time, for tables that do not fit into memory. */
  rows<T>(sql: string): AsyncIterable<T>
}

/** What is wrong, in columns that lead to the row: ids, numbers, the two values that differ. No personal data. */
export type OffendingRow = Readonly<Record<string, unknown>>

export const GROUPS = [
  'workflow',
  'disposition',
  'review',
  'numbers',
  'letters',
  'clocks',
  'rules',
  'visits',
  'selections',
  'handling',
  'trail',
  'outbox',
  'access',
  'files',
] as const
export type Group = (typeof GROUPS)[number]

/** Something that is true of every database at every instant, whatever people and crashes did. */
export interface Invariant {
  /** `<group>.<word>`: names the invariant in reports and tests. */
  readonly code: string
  readonly group: Group
  /** What holds, in one line. */
  readonly sentence: string
  /** The rule it protects. */
  readonly rule: string
  /** The rows that break it; null when it cannot be looked at here. */
  check(db: Queryable, tools: Tools): Promise<OffendingRow[] | null>
}

/** More rows than this are not listed: the first hundred show what is wrong. */
export const MOST_ROWS = 100

interface BySql {
  readonly code: string
  readonly sentence: string
  readonly rule: string
  /** Selects the rows that offend. */
  readonly sql: string
}

interface ByCode {
  readonly code: string
  readonly sentence: string
  readonly rule: string
  readonly offending: (db: Queryable, tools: Tools) => AsyncIterable<OffendingRow>
}

const groupOf = (code: string): Group => {
  const group = GROUPS.find((known) => code.startsWith(`${known}.`))
  if (!group) throw new Error(`${code} belongs to no group`)
  return group
}

/** An invariant that one query answers. */
export const inSql = ({ sql, ...words }: BySql): Invariant => ({
  ...words,
  group: groupOf(words.code),
  check: (db) => db.query<OffendingRow>(`SELECT * FROM (${sql}) offending LIMIT ${MOST_ROWS}`),
})

/** An invariant that needs the domain's own functions over every row. */
export const inCode = ({ offending, ...words }: ByCode): Invariant => ({
  ...words,
  group: groupOf(words.code),
  check: async (db, tools) => {
    const rows: OffendingRow[] = []
    for await (const row of offending(db, tools)) if (rows.push(row) >= MOST_ROWS) break
    return rows
  },
})
