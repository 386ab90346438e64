import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Refusal } from '@domain'

/** Attempts that cost nothing, and the longest wait, for one kind of key. */
interface Patience {
  readonly free: number
  readonly longestSeconds: number
}

/** One account from one address: a typo is forgiven, guessing becomes slow; at most a minute, so that nobody can lock a colleague out. */
const ACCOUNT: Patience = { free: 3, longestSeconds: 60 }
/** One address whatever the account: an office behind one address signs in on a Monday morning. */
const ADDRESS: Patience = { free: 30, longestSeconds: 300 }

/** Failures are forgotten after this long without one. */
const MEMORY = "interval '15 minutes'"

const keyOf = (...parts: readonly string[]): Buffer => createHash('sha256').update(JSON.stringify(parts)).digest()

/**
 * Slows down guessing (rule 18): every attempt is counted before the password is looked at, so that parallel attempts wait as well, and
 * known and unknown accounts are treated alike. The delay doubles with each failure. What is free leaves no time behind: an attempt that began a moment
 * before its neighbour's ended would otherwise find itself too early.
 */
@Injectable()
export class Throttle {
  constructor(private readonly db: DataSource) {}

  /** Counts an attempt, or refuses it with `access.too_many_attempts` and the seconds to wait. */
  async attempt(account: string, address: string): Promise<void> {
    await this.count(keyOf('address', address), ADDRESS)
    await this.count(keyOf('account', account, address), ACCOUNT)
  }

  /** After a success the account starts afresh from this address, and the attempt no longer weighs on the address. */
  async forgive(account: string, address: string): Promise<void> {
    await this.db.query(
      `WITH account AS (DELETE FROM login_throttle WHERE key = $1), old AS (DELETE FROM login_throttle WHERE last_at < now() - ${MEMORY} AND key <> ALL ($3))
       UPDATE login_throttle SET failures = greatest(failures - 1, 1) WHERE key = $2`,
      [keyOf('account', account, address), keyOf('address', address), [keyOf('account', account, address), keyOf('address', address)]],
    )
  }

  private async count(key: Buffer, { free, longestSeconds }: Patience): Promise<void> {
    const counted = await this.db.query<unknown[]>(
      `INSERT INTO login_throttle AS t (key, failures, last_at, free_at) VALUES ($1, 1, now(), '-infinity')
       ON CONFLICT (key) DO UPDATE SET
         failures = CASE WHEN t.last_at < now() - ${MEMORY} THEN 1 ELSE t.failures + 1 END,
         last_at = now(),
         free_at = CASE WHEN t.last_at < now() - ${MEMORY} OR t.failures < $2 THEN '-infinity'
           ELSE now() + make_interval(secs => least(power(2, least(t.failures - $2, 20)), $3)) END
       WHERE t.free_at <= now()
       RETURNING key`,
      [key, free, longestSeconds],
    )
    if (counted.length > 0) return
    const [row] = await this.db.query<{ seconds: number }[]>(
      'SELECT ceil(extract(epoch FROM free_at - now()))::int AS seconds FROM login_throttle WHERE key = $1',
      [key],
    )
    throw new Refusal('access.too_many_attempts', { seconds: Math.max(row?.seconds ?? 1, 1) })
  }
}
