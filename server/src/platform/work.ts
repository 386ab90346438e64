import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm'
import { Refusal, type Viewer } from '@domain'
import { CommitBell } from './bell.js'
import { canonicalJson, type JsonObject } from './json.js'
import { Moment } from './moment.js'
import { PLANNED_ONCE } from './planned-once.js'
import { Tx } from './tx.js'

export { Tx, type JobOptions } from './tx.js'
export type { Announcement, NoticeFor } from './announcement.js'

/** What makes a request the same request: the client's key, and everything that identifies what was asked. */
export interface Attempt {
  /** 8 to 64 characters, made by the client; a uuid. */
  readonly key: string
  readonly input: unknown
}

const SERIALIZATION_FAILURE = '40001'
const DEADLOCK = '40P01'
const LOCK_TIMEOUT = '55P03'
const RETRIES = 3

/** Every change of the product goes through here: one action, one transaction (rule 1). */
@Injectable()
export class Work {
  constructor(
    private readonly db: DataSource,
    private readonly bell: CommitBell,
  ) {}

  /**
   * Runs the steps in one transaction and keeps their result under the key. The same request again gets that result without running; the same
   * key with another request is refused (`request.key_reused`). A refusal rolls everything back and is not kept. Deadlocks are retried at most
   * three times; a row locked for longer than three seconds is `conflict.busy`.
   */
  async run<R extends JsonObject>(me: Viewer, action: string, attempt: Attempt, steps: (tx: Tx) => Promise<R>): Promise<R> {
    if (attempt.key.length < 8 || attempt.key.length > 64) throw new Refusal('request.invalid', { field: 'key' })
    const hash = createHash('sha256')
      .update(canonicalJson({ action, input: attempt.input }))
      .digest()
    for (let retry = 0; ; retry++) {
      try {
        return await this.db.transaction((manager) => this.once(manager, me, action, attempt.key, hash, steps))
      } catch (error) {
        const code = sqlState(error)
        if (code === LOCK_TIMEOUT) throw new Refusal('conflict.busy')
        if ((code !== SERIALIZATION_FAILURE && code !== DEADLOCK) || retry >= RETRIES) throw error
      } finally {
        this.bell.ring()
      }
    }
  }

  private async once<R extends JsonObject>(
    manager: EntityManager,
    me: Viewer,
    action: string,
    key: string,
    hash: Buffer,
    steps: (tx: Tx) => Promise<R>,
  ): Promise<R> {
    // A second request with the same key waits here until the first has committed or rolled back.
    const [claimed] = (await manager.query(
      `${PLANNED_ONCE}INSERT INTO request (person_id, key, action, hash) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING now() AS now`,
      [me.id, key, action, hash],
    )) as { now: Date }[]
    if (!claimed) return keptResult<R>(manager, me.id, key, hash)
    const tx = new Tx(manager, me, Moment.travelled() ?? claimed.now)
    const result = await steps(tx)
    await tx.settle(key, result)
    return result
  }
}

async function keptResult<R extends JsonObject>(manager: EntityManager, personId: string, key: string, hash: Buffer): Promise<R> {
  const [kept] = (await manager.query('SELECT hash, result FROM request WHERE person_id = $1 AND key = $2', [personId, key])) as {
    hash: Buffer
    result: R
  }[]
  if (!kept) throw new Error('A request was neither new nor kept')
  if (!kept.hash.equals(hash)) throw new Refusal('request.key_reused')
  return kept.result
}

function sqlState(error: unknown): string | null {
  if (!(error instanceof QueryFailedError)) return null
  const driverError = error.driverError as { code?: unknown }
  return typeof driverError.code === 'string' ? driverError.code : null
}
