import { caseFacts, type ClockRequestKind } from '@domain'
import type { Case } from '../cases/case.entity.js'
import type { Tx } from '../platform/work.js'

/**
 * Takes back what nobody has answered yet, because the clock took over another rule or stopped; without a clock everything that is asked about the case.
 * The tasks of those who were asked are closed by the caller, who ends or reclassifies the case.
 */
export async function withdrawRequests(tx: Tx, theCase: Case, clockId: string | null): Promise<void> {
  const rows = await tx.query<{ id: string; kind: ClockRequestKind }>(
    `UPDATE clock_request SET status = 'withdrawn', answered_at = $3, version = version + 1
     WHERE case_id = $1 AND ($2::uuid IS NULL OR clock_id = $2) AND status = 'asked' RETURNING id, kind`,
    [theCase.id, clockId, tx.now],
  )
  const facts = caseFacts(theCase)
  for (const { id, kind } of rows) {
    await tx.announce({
      kind: 'clock.request_withdrawn',
      subject: { __typename: 'ClockRequest', id },
      caseId: theCase.id,
      version: theCase.version,
      before: facts,
      after: facts,
      detail: { request: kind },
    })
  }
}
