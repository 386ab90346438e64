import pg from 'pg'
import { readAnchors } from './anchor-file.js'
import { BlobFolder } from './invariants/blob-folder.js'
import { INVARIANTS, type Group, type Invariant, type OffendingRow, type Queryable, type Tools } from './invariants/index.js'

/** What was found about one invariant. */
export interface Finding {
  readonly code: string
  readonly group: Group
  readonly sentence: string
  readonly rule: string
  /** `skipped` when it cannot be looked at here, `failed` when the database could not answer. */
  readonly outcome: 'ok' | 'offends' | 'skipped' | 'failed'
  readonly rows: readonly OffendingRow[]
  readonly milliseconds: number
  /** The database's words, when it could not answer. */
  readonly error: string | null
}

/** Where what lies outside the database is; null leaves out what needs it. */
export interface Outside {
  readonly filesDir: string | null
  readonly anchorFile: string | null
}

/** Nothing can be verified here; the message says why, for the operator. */
export class VerifyProblem extends Error {
  override readonly name = 'VerifyProblem'
}

const BATCH = 500

/** Rows of a query through a cursor of the running transaction. */
async function* streamed<T extends pg.QueryResultRow>(client: pg.ClientBase, name: string, sql: string): AsyncIterable<T> {
  await client.query(`DECLARE ${name} NO SCROLL CURSOR FOR ${sql}`)
  try {
    for (;;) {
      const { rows } = await client.query<T>(`FETCH ${BATCH} FROM ${name}`)
      yield* rows
      if (rows.length < BATCH) return
    }
  } finally {
    await client.query(`CLOSE ${name}`).catch(() => undefined) // after an error the transaction answers nothing, and the error itself must be heard
  }
}

/** What an invariant is given, over a connection that is inside a transaction. */
function instruments(client: pg.ClientBase, { filesDir, anchorFile }: Outside): { readonly db: Queryable; readonly tools: Tools } {
  let cursors = 0
  return {
    db: { query: async <T>(sql: string, params: unknown[] = []) => (await client.query(sql, params)).rows as T[] },
    tools: {
      blobs: filesDir === null ? null : new BlobFolder(filesDir),
      anchors: async () => (anchorFile === null ? null : readAnchors(anchorFile)),
      rows: <T>(sql: string) => streamed(client, `verify_${(cursors += 1)}`, sql) as AsyncIterable<T>,
    },
  }
}

async function look(client: pg.ClientBase, invariant: Invariant, outside: Outside): Promise<Finding> {
  const { code, group, sentence, rule } = invariant
  const { db, tools } = instruments(client, outside)
  const began = performance.now()
  const found = (outcome: Finding['outcome'], rows: readonly OffendingRow[], error: string | null = null): Finding => ({
    ...{ code, group, sentence, rule, outcome, rows, error },
    milliseconds: Math.round(performance.now() - began),
  })
  await client.query('SAVEPOINT looking')
  try {
    const rows = await invariant.check(db, tools)
    await client.query('RELEASE SAVEPOINT looking')
    return rows === null ? found('skipped', []) : found(rows.length > 0 ? 'offends' : 'ok', rows)
  } catch (error) {
    await client.query('ROLLBACK TO SAVEPOINT looking')
    return found('failed', [], error instanceof Error ? error.message : String(error))
  }
}

/** Looks at every invariant on a connection whose transaction the caller has begun. */
export async function lookAt(client: pg.ClientBase, outside: Outside, invariants: readonly Invariant[] = INVARIANTS): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const invariant of invariants) findings.push(await look(client, invariant, outside))
  return findings
}

/**
 * Looks at every invariant in one read-only snapshot, so that a running installation may be verified too. Throws a VerifyProblem for a database that is
 * not one of ours.
 */
export async function verify(databaseUrl: string, outside: Outside): Promise<Finding[]> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'tanggap verify',
    options: '-c default_transaction_read_only=on',
  })
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const { rows } = await client.query<{ ours: boolean }>(
      `SELECT to_regclass('event_waiting') IS NOT NULL AND to_regclass('"case"') IS NOT NULL AS ours`,
    )
    if (!rows[0]?.ours)
      throw new VerifyProblem('This database holds no Tanggap: start the server on it once, or name another with --database-url.')
    return await lookAt(client, outside)
  } finally {
    await client.end()
  }
}
