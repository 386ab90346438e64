import {
  caseFacts,
  jakarta,
  localDate,
  nextReminder,
  pointAfter,
  pointDue,
  pointFacts,
  reminderTimes,
  type HeldPosition,
  type LetterKind,
  type LocalDate,
} from '@domain'
import type { Case } from '../cases/index.js'
import { saveVersioned } from '../platform/save-versioned.js'
import type { Tx } from '../platform/work.js'
import { calendarInForce } from '../standards/index.js'
import { RecommendationPoint } from './recommendation-point.entity.js'

/**
 * The letter of recommendation has reached the PPK: its points bind, and their time begins on the day of the receipt, however late the receipt is entered.
 * Called by the delivering transaction; the case is locked.
 */
export async function bindPoints(
  tx: Tx,
  theCase: Case,
  letter: { readonly id: string; readonly kind: LetterKind },
  post: HeldPosition | null,
  receivedOn: LocalDate | null,
): Promise<void> {
  if (letter.kind !== 'recommendation') return
  const points = await tx.manager.find(RecommendationPoint, {
    where: { caseId: theCase.id, state: 'draft' },
    order: { number: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  })
  if (points.length === 0) return
  const { id: calendarVersionId, calendar } = await calendarInForce(tx, tx.now)
  const openedAt = receivedOn && receivedOn < localDate(tx.now) ? jakarta(receivedOn, '12.00') : tx.now
  for (const point of points) {
    const before = pointFacts(point, caseFacts(theCase))
    const dueAt = pointDue(openedAt, point.days, [], calendar)
    point.state = pointAfter(point.state, 'bind')
    point.letterId = letter.id
    point.calendarVersionId = calendarVersionId
    point.openedAt = openedAt
    point.dueAt = dueAt
    point.nextReminderAt = nextReminder(reminderTimes(openedAt, dueAt, calendar), null)
    await saveVersioned(tx, point)
    const after = pointFacts(point, caseFacts(theCase))
    await tx.announce({
      kind: 'point.opened',
      subject: after,
      caseId: theCase.id,
      version: point.version,
      before,
      after,
      position: post,
      detail: { number: point.number, letterId: letter.id, dueAt: dueAt.toISOString() },
      notify: theCase.holderPositionId ? [{ positionIds: [theCase.holderPositionId], kind: 'point.opened' }] : [],
    })
  }
}
