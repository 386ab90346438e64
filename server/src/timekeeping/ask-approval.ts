import { randomUUID } from 'node:crypto'
import {
  caseFacts,
  LEADERSHIP_ROLE,
  mayRead,
  Refusal,
  ruleRefusal,
  titleHeld,
  UNIT_HEAD_ROLE,
  type Approver,
  type Classification,
  type HeldPosition,
  type PauseReason,
} from '@domain'
import { openTask, type Case } from '../cases/index.js'
import { ClockRequest } from '../clocks/clock-request.entity.js'
import { requestFacts } from '../clocks/index.js'
import { firstDesk } from '../platform/first-desk.js'
import type { Tx } from '../platform/work.js'
import { announceRequest } from './announce-request.js'

/** What is asked, and of whom. */
export interface Asked {
  readonly clock: { readonly id: string; readonly code: string } | null
  readonly kind: ClockRequest['kind']
  readonly reason: string
  readonly approver: Approver
  readonly pauseReason?: PauseReason
  readonly amount?: number
  readonly classification?: Classification
}

/**
 * Puts a request before the person who consents: a row, a task on their desk, a notice. Refused while another like it waits (`clock.request_open`), or when
 * nobody else could consent today (`clock.no_approver`).
 */
export async function askApproval(tx: Tx, theCase: Case, post: HeldPosition, asked: Asked): Promise<ClockRequest> {
  const [waiting] = await tx.query(
    `SELECT 1 FROM clock_request WHERE coalesce(clock_id, case_id) = $1 AND kind = $2 AND status = 'asked'`,
    [asked.clock?.id ?? theCase.id, asked.kind],
  )
  if (waiting) throw new Refusal('clock.request_open')
  const id = randomUUID()
  const approverPositionId = await approvingPost(tx, theCase, { id, approver: asked.approver })
  const request = tx.manager.create(ClockRequest, {
    id,
    version: 1,
    caseId: theCase.id,
    clockId: asked.clock?.id ?? null,
    kind: asked.kind,
    status: 'asked',
    reason: asked.reason,
    pauseReason: asked.pauseReason ?? null,
    amount: asked.amount ?? null,
    classification: asked.classification ?? null,
    askedBy: tx.me.id,
    askedByName: tx.me.name,
    askedByTitle: titleHeld(post),
    askedAt: tx.now,
    approverPositionId,
    answeredBy: null,
    answeredByName: null,
    answeredByTitle: null,
    answeredAt: null,
    note: null,
  })
  await tx.manager.insert(ClockRequest, request)
  await openTask(tx, theCase, 'approve_clock', { positionId: approverPositionId })
  await announceRequest(tx, 'clock.requested', theCase, request, {
    position: post,
    note: asked.reason,
    notify: [{ positionIds: [approverPositionId], kind: 'clock.requested' }],
  })
  return request
}

/**
 * The post that consents: the head of the working group that has the case, or Pimpinan; Pimpinan too where no head can. Somebody must hold it today whom the
 * rules let read the case and answer what this person asks.
 */
async function approvingPost(tx: Tx, theCase: Case, request: { readonly id: string; readonly approver: Approver }): Promise<string> {
  const posts = await tx.query<{ id: string }>(
    `SELECT p.id FROM "position" p WHERE p.closed_at IS NULL AND (p.role = $4 OR ($1 AND p.role = $5 AND p.unit_id = $2))
     ORDER BY (p.role = $5) DESC, (p.id = ANY ($3)) DESC, (p.superior_id IS NULL) DESC, p.rank, p.id`,
    [request.approver === 'head', theCase.unitId, theCase.handlerPositionIds, LEADERSHIP_ROLE, UNIT_HEAD_ROLE],
  )
  const asked = { id: request.id, caseId: theCase.id, status: 'asked', askedBy: tx.me.id } as const
  const found = await firstDesk(
    tx,
    posts.map(({ id }) => id),
    (holder, approverPositionId) =>
      mayRead(holder, caseFacts(theCase)) &&
      ruleRefusal(holder, 'approve', requestFacts({ ...asked, approverPositionId }, theCase)) === null,
  )
  if (!found) throw new Refusal('clock.no_approver')
  return found
}
