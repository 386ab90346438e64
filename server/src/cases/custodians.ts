import { CUSTODIAN_ROLE, localDate } from '@domain'
import type { Tx } from '../platform/work.js'

/** Everybody who holds the post of a custodian on the day of the act and may still sign in. */
export async function custodians(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT DISTINCT p.id FROM person p JOIN position_holder h ON h.person_id = p.id JOIN "position" post ON post.id = h.position_id
     WHERE post.role = $2 AND post.closed_at IS NULL AND p.disabled_at IS NULL
       AND $1::date BETWEEN h.since AND coalesce(h.until, 'infinity') ORDER BY p.id`,
    [localDate(tx.now), CUSTODIAN_ROLE],
  )
  return rows.map((row) => row.id)
}

/** The posts in which these custodians decide today. */
export async function custodianPosts(tx: Tx, personIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT DISTINCT post.id FROM position_holder h JOIN "position" post ON post.id = h.position_id
     WHERE post.role = $2 AND post.closed_at IS NULL AND h.person_id = ANY ($3) AND $1::date BETWEEN h.since AND coalesce(h.until, 'infinity') ORDER BY post.id`,
    [localDate(tx.now), CUSTODIAN_ROLE, personIds],
  )
  return rows.map((row) => row.id)
}
