import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { Inject, Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { localDate, type HeldPosition, type Viewer } from '@domain'
import { CONFIG, type Config } from '../config.module.js'
import { PLANNED_ONCE } from '../planned-once.js'
import type { Admitted, SessionGate } from '../session-gate.js'
import { ABSOLUTE_HOURS, attachSession, IDLE_MINUTES, type LiveSession } from './session.js'
import { newToken, tokenHash, tokenOf } from './token.js'
import { heldPositionsSql } from './viewer.sql.js'

/** Where a session was opened from, shown to its owner. */
export interface Origin {
  readonly address: string
  readonly userAgent: string
}

interface SessionRow {
  readonly id: string
  readonly stale: boolean
  readonly person_id: string
  readonly name: string
  readonly positions: HeldPosition[]
}

const ALIVE = `
  s.expires_at > now() AND s.last_seen_at > now() - interval '${IDLE_MINUTES} minutes' AND s.epoch = p.epoch AND p.disabled_at IS NULL`

const find = (by: string): string => `${PLANNED_ONCE}
  SELECT s.id, s.last_seen_at < now() - interval '1 minute' AS stale, p.id AS person_id, p.name, ${heldPositionsSql('$2')} AS positions
  FROM session s JOIN person p ON p.id = s.person_id WHERE ${by} AND ${ALIVE}`

/** Server-side sessions (rules 16 and 17). They run on the database's clock, never on the demo's moved one. */
@Injectable()
export class Sessions implements SessionGate {
  constructor(
    private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Opens a session and gives its token, the only time it is known. Expired rows of the person go on the way. */
  async open(personId: string, { address, userAgent }: Origin): Promise<string> {
    const token = newToken()
    await this.db.query(
      `WITH gone AS (DELETE FROM session WHERE person_id = $2 AND (expires_at < now() OR last_seen_at < now() - interval '${IDLE_MINUTES} minutes'))
       INSERT INTO session (id, token_hash, person_id, epoch, created_at, last_seen_at, expires_at, address, user_agent)
       SELECT $1, $3, id, epoch, now(), now(), now() + interval '${ABSOLUTE_HOURS} hours', $4, $5 FROM person WHERE id = $2`,
      [randomUUID(), personId, tokenHash(token), address, userAgent.slice(0, 300)],
    )
    return token
  }

  /** Ends one session of a person; false when there was none. */
  async end(personId: string, sessionId: string): Promise<boolean> {
    const ended = await this.db.query<unknown[]>(
      'WITH gone AS (DELETE FROM session WHERE id = $1 AND person_id = $2 RETURNING id) SELECT id FROM gone',
      [sessionId, personId],
    )
    return ended.length > 0
  }

  /** Ends the session a cookie names, whoever's it is: at a new login the old token dies. */
  async endByToken(headers: IncomingHttpHeaders): Promise<void> {
    const token = tokenOf(headers, this.config.publicUrl)
    if (token) await this.db.query('DELETE FROM session WHERE token_hash = $1', [tokenHash(token)])
  }

  /** The live session of a request, remembered on it; null for somebody who is not signed in. A request counts as activity. */
  async attach(request: IncomingMessage): Promise<LiveSession | null> {
    const token = tokenOf(request.headers, this.config.publicUrl)
    const session = token ? await this.load('s.token_hash = $1', tokenHash(token), true) : null
    if (session) attachSession(request, session)
    return session
  }

  async admit(headers: IncomingHttpHeaders): Promise<Admitted | null> {
    const token = tokenOf(headers, this.config.publicUrl)
    const session = token ? await this.load('s.token_hash = $1', tokenHash(token), true) : null
    return session && { viewer: session.viewer, sessionId: session.id }
  }

  /** An open socket alone is no activity: without requests its session ends after the idle time too. */
  async refresh(sessionId: string): Promise<Viewer | null> {
    const session = await this.load('s.id = $1', sessionId, false)
    return session?.viewer ?? null
  }

  private async load(by: string, value: Buffer | string, active: boolean): Promise<LiveSession | null> {
    const [row] = await this.db.query<SessionRow[]>(find(by), [value, localDate(Date.now())])
    if (!row) return null
    if (active && row.stale) await this.db.query('UPDATE session SET last_seen_at = now() WHERE id = $1', [row.id])
    return { id: row.id, viewer: { id: row.person_id, name: row.name, positions: row.positions } }
  }
}
