import { Logger } from '@nestjs/common'
import pg from 'pg'

/** First half of the advisory lock that a process holds for its pool of workers; the second is the hash of the pool's name. */
const POOL_LOCK = 7_226_003
const LOOK_MS = 1000

/**
 * Says which pools of workers live: their process holds a lock for each, which PostgreSQL releases when the process dies. A job in the hands of a pool
 * without such a lock was abandoned by a crash and is given back at once, not after the hours that graphile-worker would wait.
 */
export class JobLease {
  private readonly logger = new Logger(JobLease.name)
  private readonly pools = new Set<string>()
  private client: pg.Client | null = null
  private timer: NodeJS.Timeout | null = null
  private looking: Promise<void> = Promise.resolve()

  constructor(private readonly databaseUrl: string) {}

  start(): void {
    this.timer = setInterval(() => void this.look(), LOOK_MS)
    void this.look()
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer)
    this.timer = null
    await this.looking
    await this.forget()
  }

  /** A pool of this process has begun. */
  hold(pool: string): void {
    this.pools.add(pool)
    if (this.timer) void this.look()
  }

  /** Takes the locks that are not held yet, then gives back what dead pools left. One look after the other. */
  look(): Promise<void> {
    this.looking = this.looking.then(async () => {
      try {
        const client = (this.client ??= await this.connect())
        await client.query(HOLD, [POOL_LOCK, [...this.pools]])
        await client.query(GIVE_BACK, [POOL_LOCK])
      } catch (error) {
        this.logger.warn(`Abandoned jobs could not be looked for: ${String(error)}`)
        await this.forget()
      }
    })
    return this.looking
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.databaseUrl, application_name: 'tanggap job lease', query_timeout: 5000 })
    // Without a listener a lost connection would end the process; the next look fails and connects again.
    client.on('error', () => undefined)
    await client.connect()
    return client
  }

  private async forget(): Promise<void> {
    const { client } = this
    this.client = null
    await client?.end().catch(() => undefined)
  }
}

const HELD = `EXISTS (
  SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = $1::bigint AND objid::bigint = hashtext(pool)::bigint & 4294967295
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))`

const HOLD = `SELECT pg_advisory_lock($1::int, hashtext(pool)) FROM unnest($2::text[]) AS pool WHERE NOT ${HELD}`

/** A pool takes its lock within moments of its birth; what it has had for three seconds without one, nobody has. */
const GIVE_BACK = `
  SELECT graphile_worker.force_unlock_workers(array_agg(pool)) FROM (
    SELECT DISTINCT locked_by AS pool FROM graphile_worker._private_jobs WHERE locked_at < now() - interval '3 seconds'
  ) busy WHERE NOT ${HELD} HAVING count(*) > 0`
