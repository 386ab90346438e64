import type { Case } from '../cases/case.entity.js'
import type { Tx } from '../platform/work.js'

/**
 * Writes the nearest promise onto the case, where nothing else of it changes: its version stays, so that whoever is about to decide it is not told that
 * it changed meanwhile.
 */
export async function saveNearest(tx: Tx, theCase: Case): Promise<void> {
  await tx.query('UPDATE "case" SET next_due_at = $2, next_clock_code = $3, next_clock_started_at = $4, next_due_flag = $5 WHERE id = $1', [
    theCase.id,
    theCase.nextDueAt,
    theCase.nextClockCode,
    theCase.nextClockStartedAt,
    theCase.nextDueFlag,
  ])
}
