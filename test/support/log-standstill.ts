import pg from 'pg'
import { until } from './console.js'

/** The lock whose holder gives the offsets (server/src/platform/event-log/log-keeper.ts). */
const LEADER_LOCK = 7_226_002

/** Ends the connection of whoever leads the log, as a network or a failing machine would. */
export const endLeader = (db: pg.ClientBase): Promise<pg.QueryResult> =>
  db.query(
    `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = $1 AND granted AND pid <> pg_backend_pid()`,
    [LEADER_LOCK],
  )

/** A time in which no event gets its offset: the test itself holds the lock of the keeper. */
export class LogStandstill {
  private constructor(private readonly client: pg.Client) {}

  static async begin(databaseUrl: string): Promise<LogStandstill> {
    const client = new pg.Client(databaseUrl)
    await client.connect()
    await until('the test holds the lock', async () => {
      await endLeader(client)
      const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [LEADER_LOCK])
      return rows[0]?.mine === true
    })
    return new LogStandstill(client)
  }

  end(): Promise<void> {
    return this.client.end()
  }
}
