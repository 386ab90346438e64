import { ESCALATION_AUDIENCE, type EscalationStep, type EscalationTier } from '@domain'
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

async function postsOf(tx: Tx, theCase: Case, tier: EscalationTier): Promise<string[]> {
  if (tier === 'holder' && theCase.holderPositionId) return [theCase.holderPositionId]
  const [sql, params] = QUERIES[tier](theCase)
  const rows = await tx.query<{ id: string }>(sql, params)
  return rows.map((row) => row.id)
}

const QUERIES: Readonly<Record<EscalationTier, (theCase: Case) => [string, unknown[]]>> = {
  holder: () => [`SELECT id FROM "position" WHERE role = 'SEKRETARIAT' AND closed_at IS NULL`, []],
  head: ({ unitId }) => [`SELECT id FROM "position" WHERE role = 'POKJA' AND closed_at IS NULL AND unit_id = $1`, [unitId]],
  leadership: ({ handlerPositionIds }) => [
    `SELECT id FROM "position" WHERE role = 'PIMPINAN' AND closed_at IS NULL AND id = ANY ($1)
     UNION ALL (SELECT id FROM "position" WHERE role = 'PIMPINAN' AND closed_at IS NULL AND NOT EXISTS (
       SELECT 1 FROM "position" WHERE role = 'PIMPINAN' AND closed_at IS NULL AND id = ANY ($1)) ORDER BY rank, id LIMIT 1)`,
    [handlerPositionIds],
  ],
}
