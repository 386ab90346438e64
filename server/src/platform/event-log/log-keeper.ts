import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common'
import pg from 'pg'
import { CommitBell, LogBell } from '../bell.js'
import type { Config } from '../config.js'
import { CONFIG } from '../config.module.js'
import { GENESIS, link } from './chain.js'
import { EVENT_COLUMNS, type CommittedEvent } from './logged-event.js'

/** Any number no other advisory lock of the product uses. Who holds it gives the offsets. */
const LEADER_LOCK = 7_226_002
/** How long a commit on another node, or the death of the leader, stays unnoticed at most. */
const POLL_MS = 250
const BATCH = 500

/** The channel on which the nodes are told, without words, that the log has grown (rule 13). */
export const LOG_CHANNEL = 'tanggap_log'

interface Head {
  readonly offset: number
  readonly hash: Buffer
}

/**
 * Gives committed events their offsets, dense and in the order of their ids, and their links in the audit chain. One node leads: the one whose
 * connection holds the lock. PostgreSQL releases it when the connection dies, and another node takes over within a poll. Offsets come from the same
 * connection as the lock, so a leader that lost it cannot write.
 */
@Injectable()
export class LogKeeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(LogKeeper.name)
  private stopped = false
  private work: Promise<void> = Promise.resolve()
  private leadingClient: pg.Client | null = null

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'databaseUrl'>,
    private readonly commits: CommitBell,
    private readonly log: LogBell,
  ) {}

  onApplicationBootstrap(): void {
    this.work = this.run()
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true
    this.commits.ring()
    await this.work
  }

  /** Whether this node gives the offsets at the moment. */
  get leading(): boolean {
    return this.leadingClient !== null
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      const client = new pg.Client({ connectionString: this.config.databaseUrl, application_name: 'tanggap keeper' })
      // Without a listener a lost connection would end the process; the next statement fails and starts over.
      client.on('error', () => undefined)
      try {
        await client.connect()
        await this.lead(client)
      } catch (error) {
        if (!this.stopped) this.logger.warn(`The log keeper lost its connection and begins again: ${String(error)}`)
        await this.commits.wait(POLL_MS)
      } finally {
        this.leadingClient = null
        await client.end().catch(() => undefined)
      }
    }
  }

  private async lead(client: pg.Client): Promise<void> {
    while (!this.stopped && !(await tryLock(client))) await pause(POLL_MS)
    if (this.stopped) return
    this.leadingClient = client
    let head = await readHead(client)
    while (!this.stopped) {
      const next = await appendBatch(client, head)
      if (next.offset > head.offset) this.log.ring()
      if (next.offset - head.offset < BATCH) await this.commits.wait(POLL_MS)
      head = next
    }
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [LEADER_LOCK])
  return rows[0]?.mine === true
}

async function readHead(client: pg.Client): Promise<Head> {
  const { rows } = await client.query<{ offset: string; hash: Buffer }>('SELECT "offset", hash FROM log ORDER BY "offset" DESC LIMIT 1')
  const last = rows[0]
  return last ? { offset: Number(last.offset), hash: last.hash } : { offset: 0, hash: GENESIS }
}

/**
 * One batch, written in one statement. The waiting list holds committed events only, as every reader of a table sees it. What waits is read first and
 * each event fetched by its key; the statement has no name, so that it is planned for the tables as they are: a plan kept from a young log read all of
 * it for every batch.
 */
async function appendBatch(client: pg.Client, head: Head): Promise<Head> {
  const { rows } = await client.query<CommittedEvent>(WAITING)
  if (rows.length === 0) return head
  let { offset, hash } = head
  const offsets: number[] = []
  const prevs: Buffer[] = []
  const hashes: Buffer[] = []
  for (const event of rows) {
    prevs.push(hash)
    offset += 1
    hash = link(hash, offset, event)
    offsets.push(offset)
    hashes.push(hash)
  }
  await client.query({ name: 'append', text: APPEND, values: [rows.map((event) => event.id), offsets, prevs, hashes] })
  return { offset, hash }
}

const WAITING = `
  SELECT e.* FROM (SELECT event_id FROM event_waiting ORDER BY event_id LIMIT ${BATCH}) w
  CROSS JOIN LATERAL (SELECT ${EVENT_COLUMNS} FROM event e WHERE e.id = w.event_id OFFSET 0) e
  ORDER BY w.event_id`

const APPEND = `
  WITH taken AS (
    DELETE FROM event_waiting WHERE event_id = ANY($1::bigint[])
  ), appended AS (
    INSERT INTO log (event_id, "offset", prev, hash, at)
    SELECT event_id, place, prev, hash, clock_timestamp() FROM unnest($1::bigint[], $2::bigint[], $3::bytea[], $4::bytea[]) AS t (event_id, place, prev, hash)
  )
  SELECT pg_notify('${LOG_CHANNEL}', '')`
