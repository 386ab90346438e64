import type { CaseCircle } from '@domain'
import type { Case } from '../cases/index.js'
import type { Tx } from '../platform/work.js'

/** Who stands too near to a case to judge a letter of it: the excluded, and everybody who wrote in any of its letters (N10). */
export async function circleOf(tx: Tx, theCase: Pick<Case, 'id' | 'excludedPersonIds'>): Promise<CaseCircle> {
  const rows = await tx.query<{ id: string }>('SELECT DISTINCT unnest(author_ids) AS id FROM letter WHERE case_id = $1', [theCase.id])
  return { excludedPersonIds: theCase.excludedPersonIds, authorIds: rows.map((row) => row.id) }
}
