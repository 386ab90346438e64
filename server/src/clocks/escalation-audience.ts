import {
  ESCALATION_AUDIENCE,
  LEADERSHIP_ROLE,
  presentTier,
  REGISTRY_ROLE,
  tierOf,
  UNIT_HEAD_ROLE,
  type DeskTask,
  type EscalationStep,
  type EscalationTier,
} from '@domain'
import type { Case } from '../cases/case.entity.js'
import type { Tx } from '../platform/work.js'

/**
 * The posts that are told on a rung. A case that nobody has in hand waits at the Sekretariat; leadership is whoever disposed the case, otherwise the
 * first of the house.
 */
export async function audienceOf(tx: Tx, theCase: Case, step: EscalationStep): Promise<string[]> {
  const ids = new Set<string>()
  for (const tier of ESCALATION_AUDIENCE[step]) for (const id of await postsOf(tx, theCase, tier)) ids.add(id)
  return [...ids]
}

/** The post of leadership that is told of a case. */
export const leadershipOf = (tx: Tx, theCase: Case): Promise<string[]> => postsOf(tx, theCase, 'leadership')

async function postsOf(tx: Tx, theCase: Case, tier: EscalationTier): Promise<string[]> {
  if (tier === 'holder') {
    const posts = await desksOf(tx, theCase)
    if (posts.length > 0) return posts
  }
  const [sql, params] = QUERIES[tier](theCase)
  const rows = await tx.query<{ id: string }>(sql, params)
  return rows.map((row) => row.id)
}

/** Whoever has the case in hand, and the post on whose desk it lies now. What lies at the Sekretariat lies on no single post. */
async function desksOf(tx: Tx, { id, holderPositionId }: Case): Promise<string[]> {
  const tasks = await tx.query<DeskTask>(
    `SELECT t.kind, t.position_id AS "positionId", p.role, t.opened_at AS "openedAt", t.closed_at AS "closedAt" FROM task t
     LEFT JOIN "position" p ON p.id = t.position_id WHERE t.case_id = $1 AND t.closed_at IS NULL`,
    [id],
  )
  const tier = presentTier(tasks)
  return [holderPositionId, ...tasks.filter((task) => tierOf(task) === tier).map(({ positionId }) => positionId)].flatMap(
    (post) => post ?? [],
  )
}

const OPEN_POSTS = `SELECT id FROM "position" WHERE role = $1 AND closed_at IS NULL`

const QUERIES: Readonly<Record<EscalationTier, (theCase: Case) => [string, unknown[]]>> = {
  holder: () => [OPEN_POSTS, [REGISTRY_ROLE]],
  head: ({ unitId }) => [`${OPEN_POSTS} AND unit_id = $2`, [UNIT_HEAD_ROLE, unitId]],
  leadership: ({ handlerPositionIds }) => [
    `${OPEN_POSTS} AND id = ANY ($2) UNION ALL (${OPEN_POSTS} AND NOT EXISTS (${OPEN_POSTS} AND id = ANY ($2)) ORDER BY rank, id LIMIT 1)`,
    [LEADERSHIP_ROLE, handlerPositionIds],
  ],
}
