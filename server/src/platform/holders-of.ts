import type { EntityManager } from 'typeorm'
import { localDate } from '@domain'

/** Who holds these posts on the Jakarta day of `at`, acting holders included. */
export async function holdersOf(manager: EntityManager, positionIds: readonly string[], at: Date): Promise<Map<string, string[]>> {
  const rows: { position_id: string; person_id: string }[] = await manager.query(
    `SELECT held.position_id, held.person_id FROM position_holder held JOIN person ON person.id = held.person_id AND person.disabled_at IS NULL
     WHERE held.position_id = ANY($1) AND $2::date BETWEEN held.since AND coalesce(held.until, 'infinity')`,
    [positionIds, localDate(at)],
  )
  const holders = new Map<string, string[]>()
  for (const row of rows) holders.set(row.position_id, [...(holders.get(row.position_id) ?? []), row.person_id])
  return holders
}
