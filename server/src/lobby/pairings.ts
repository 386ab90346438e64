import { randomInt } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { newToken, tokenHash } from '../platform/sessions/token.js'
import { Throttle } from '../platform/sessions/throttle.js'
import type { Tx } from '../platform/work.js'

/** Letters and digits that nobody mistakes for one another across a lobby. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LENGTH = 8
const LIFETIME = "interval '10 minutes'"

/** What a screen knows of itself: the board is its own, or it shows a code and waits. */
export type Standing =
  | { readonly paired: true; readonly id: string; readonly name: string }
  | { readonly paired: false; readonly code: string; readonly expiresAt: Date }

const newCode = (): string => Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')

/** A code as somebody typed it: without the dash it is shown with, in capitals. */
export const typedCode = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase()

/**
 * Screens that ask to be paired. The screen shows the code and the front office types it in the console: a screen on a wall has no keyboard, and
 * a code that is read off it opens nothing by itself. On the database's clock, like sessions.
 */
@Injectable()
export class Pairings {
  constructor(
    private readonly db: DataSource,
    private readonly throttle: Throttle,
  ) {}

  /** The screen that holds this token, if the front office has not cut it off. */
  async displayOf(token: string | null): Promise<{ id: string; name: string } | null> {
    if (!token) return null
    const [row] = await this.db.query<{ id: string; name: string }[]>(
      'SELECT id, name FROM lobby_display WHERE token_hash = $1 AND revoked_at IS NULL',
      [tokenHash(token)],
    )
    return row ?? null
  }

  /** How a screen stands, with a token of its own when it has none that is good for anything. New codes are given slowly to one address. */
  async standing(token: string | null, address: string): Promise<{ standing: Standing; freshToken: string | null }> {
    const display = await this.displayOf(token)
    if (display) return { standing: { paired: true, ...display }, freshToken: null }
    const waiting = token ? await this.waiting(token) : null
    if (waiting) return { standing: waiting, freshToken: null }
    await this.throttle.attempt('lobby display', address)
    const fresh = newToken()
    const [row] = await this.db.query<{ code: string; expires_at: Date }[]>(
      `WITH old AS (DELETE FROM lobby_pairing WHERE expires_at < now())
       INSERT INTO lobby_pairing (token_hash, code, expires_at) VALUES ($1, $2, now() + ${LIFETIME}) RETURNING code, expires_at`,
      [tokenHash(fresh), newCode()],
    )
    if (!row) throw new Error('A screen was given no code')
    return { standing: { paired: false, code: row.code, expiresAt: row.expires_at }, freshToken: fresh }
  }

  private async waiting(token: string): Promise<Standing | null> {
    const [row] = await this.db.query<{ code: string; expires_at: Date }[]>(
      'SELECT code, expires_at FROM lobby_pairing WHERE token_hash = $1 AND expires_at > now()',
      [tokenHash(token)],
    )
    return row ? { paired: false, code: row.code, expiresAt: row.expires_at } : null
  }
}

/** Takes the screen that shows this code out of those that wait; null when none does, or no longer. */
export async function takeWaiting(tx: Tx, code: string): Promise<Buffer | null> {
  const [row] = await tx.query<{ token_hash: Buffer }>(
    'DELETE FROM lobby_pairing WHERE code = $1 AND expires_at > now() RETURNING token_hash',
    [typedCode(code)],
  )
  return row?.token_hash ?? null
}
