import type { EntityManager } from 'typeorm'
import { localDate, TERMINAL_STAGES, type Role } from '@domain'
import type { Case } from '../cases/index.js'

/** A post that could take the case instead, with how much it has in hand. */
export interface Alternative {
  readonly id: string
  readonly title: string
  readonly open: number
}

const MOST = 3

/** Posts of the same role in the same unit with a holder who stands free of the case, those with the least in hand first (N10). */
export function unconflictedColleagues(
  manager: Pick<EntityManager, 'query'>,
  theCase: Pick<Case, 'excludedPersonIds'>,
  post: { readonly id: string; readonly role: Role; readonly unitId: string },
  at: Date,
): Promise<Alternative[]> {
  return manager.query<Alternative[]>(
    `SELECT p.id, p.title, (SELECT count(*)::int FROM "case" c WHERE c.holder_position_id = p.id AND c.stage <> ALL ($6)) AS open
     FROM "position" p WHERE p.unit_id = $1 AND p.role = $2 AND p.id <> $3 AND p.closed_at IS NULL
       AND EXISTS (SELECT FROM position_holder h JOIN person s ON s.id = h.person_id AND s.disabled_at IS NULL
         WHERE h.position_id = p.id AND $4::date BETWEEN h.since AND coalesce(h.until, 'infinity'))
       AND NOT EXISTS (SELECT FROM position_holder h WHERE h.position_id = p.id AND $4::date BETWEEN h.since AND coalesce(h.until, 'infinity')
         AND h.person_id = ANY ($5::uuid[]))
     ORDER BY open, p.rank, p.title LIMIT ${MOST}`,
    [post.unitId, post.role, post.id, localDate(at), theCase.excludedPersonIds, TERMINAL_STAGES],
  )
}
