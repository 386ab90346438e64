import { caseFacts, type EventKind, type HeldPosition } from '@domain'
import { closeTasks, type Case } from '../cases/index.js'
import type { ClockRequest } from '../clocks/clock-request.entity.js'
import type { NoticeFor, Tx } from '../platform/work.js'

interface Said {
  readonly position: HeldPosition
  readonly note: string | null
  readonly notify?: readonly NoticeFor[]
}

/** Announces what became of a request, with the facts of its case: whoever may read the case hears it. */
export function announceRequest(tx: Tx, kind: EventKind, theCase: Case, request: ClockRequest, said: Said): Promise<void> {
  const facts = caseFacts(theCase)
  return tx.announce({
    ...said,
    kind,
    subject: { __typename: 'ClockRequest', id: request.id },
    caseId: theCase.id,
    version: theCase.version,
    before: facts,
    after: facts,
    detail: {
      request: request.kind,
      amount: request.amount,
      pauseReason: request.pauseReason,
      classification: request.classification,
    },
  })
}

/** Takes the consenting off the desks where nothing waits for an answer any more. */
export async function closeAnsweredTasks(tx: Tx, theCase: Case): Promise<void> {
  const posts = await tx.query<{ id: string }>(
    `SELECT position_id AS id FROM task t WHERE t.case_id = $1 AND t.kind = 'approve_clock' AND t.closed_at IS NULL AND NOT EXISTS (
       SELECT 1 FROM clock_request r WHERE r.case_id = $1 AND r.status = 'asked' AND r.approver_position_id = t.position_id)`,
    [theCase.id],
  )
  if (posts.length > 0) await closeTasks(tx, theCase.id, { kinds: ['approve_clock'], positionIds: posts.map(({ id }) => id) })
}
