import { LEADERSHIP_ROLE, Refusal, REGISTERING_ROLES, REGISTRY_ROLE, type Viewer, positionsAs, type HeldPosition } from '@domain'
import type { Tx } from '../platform/work.js'

/** The unit whose shared queue holds registration, numbering and delivery: the Sekretariat. */
export async function registryUnitId(tx: Tx): Promise<string> {
  const [unit] = await tx.query<{ id: string }>(
    `SELECT u.id FROM unit u JOIN "position" p ON p.unit_id = u.id WHERE p.role = $1 AND p.closed_at IS NULL GROUP BY u.id ORDER BY count(*) DESC, u.id LIMIT 1`,
    [REGISTRY_ROLE],
  )
  if (!unit) throw new Refusal('disposition.recipient_vacant')
  return unit.id
}

/** The post to which the Sekretariat hands every request: the head of Pimpinan. */
export async function firstLeaderId(tx: Tx): Promise<string> {
  const [post] = await tx.query<{ id: string }>(
    `SELECT p.id FROM "position" p WHERE p.role = $1 AND p.closed_at IS NULL ORDER BY (p.superior_id IS NULL) DESC, p.rank, p.id LIMIT 1`,
    [LEADERSHIP_ROLE],
  )
  if (!post) throw new Refusal('disposition.recipient_vacant')
  return post.id
}

/** The post in which somebody does registry work. */
export function registryPost(me: Viewer): HeldPosition {
  const [post] = positionsAs(me, ...REGISTERING_ROLES)
  if (!post) throw new Refusal('access.denied')
  return post
}
