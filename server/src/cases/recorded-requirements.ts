import type { RequirementState } from '@domain'
import type { Tx } from '../platform/work.js'

/** The checklist as it stands for a case. */
export const recordedRequirements = (tx: Tx, caseId: string): Promise<{ code: string; state: RequirementState }[]> =>
  tx.query('SELECT code, state FROM requirement_check WHERE case_id = $1', [caseId])
