import { caseFacts, letterFacts, LETTER_WORKFLOW, Refusal, type DeliveryStatus, type HeldPosition } from '@domain'
import { closeTasks } from '../cases/index.js'
import { pauseClocks, saveNearest } from '../clocks/index.js'
import { bindPoints } from '../handling/index.js'
import { announceLetter, closeWhenDone, type OpenLetter } from '../letters/index.js'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import type { NoticeFor, Tx } from '../platform/work.js'
import { Delivery } from './delivery.entity.js'

/** Locks a delivery, after its case and letter. */
export const lockDelivery = (tx: Tx, id: string): Promise<Delivery> => findForUpdate(tx, Delivery, id, null)

/** Moves a delivery that is not (or no longer) proven. */
export async function setDelivery(
  tx: Tx,
  delivery: Delivery,
  status: Exclude<DeliveryStatus, 'delivered'>,
  failure: string | null,
): Promise<void> {
  delivery.status = status
  delivery.failure = failure
  await saveVersioned(tx, delivery)
}

/** Says what became of a delivery; the subject is its letter, whose facts have not changed. */
export function announceDelivery(
  tx: Tx,
  open: OpenLetter,
  delivery: Delivery,
  told: { readonly position: HeldPosition | null; readonly note?: string | null; readonly notify?: readonly NoticeFor[] },
): Promise<void> {
  const before = letterFacts(open.letter, caseFacts(open.theCase))
  const detail = { deliveryId: delivery.id, method: delivery.method, status: delivery.status }
  return announceLetter(tx, 'delivery.changed', { ...open, before }, { ...told, detail })
}

/** The letter has reached its addressee: delivery and letter are done, and the case closes with the last of its letters. A second proof changes the delivery alone. */
export async function proveDelivery(tx: Tx, open: OpenLetter, delivery: Delivery, post: HeldPosition | null): Promise<void> {
  const { letter, theCase } = open
  delivery.status = 'delivered'
  delivery.failure = null
  delivery.provenAt = tx.now
  await saveVersioned(tx, delivery)
  if (letter.status === LETTER_WORKFLOW.deliver.to) return announceDelivery(tx, open, delivery, { position: post })
  if (!LETTER_WORKFLOW.deliver.from.some((status) => status === letter.status)) throw new Refusal('letter.wrong_status')

  letter.status = LETTER_WORKFLOW.deliver.to
  letter.deliveredAt = tx.now
  letter.updatedAt = tx.now
  await saveVersioned(tx, letter)
  await closeTasks(tx, theCase.id, { letterId: letter.id })
  await announceLetter(tx, 'letter.delivered', open, {
    position: post,
    detail: { deliveryId: delivery.id, method: delivery.method },
    notify: [{ personIds: [letter.drafterId], kind: 'letter.delivered' }],
  })
  // From here on the applicant has to act. Whoever holds the case resumes the clocks when the file is complete.
  if (letter.kind === 'completeness_request' && (await pauseClocks(tx, theCase, 'applicant_completion', letter.number, post)) > 0) {
    await saveNearest(tx, theCase)
  }
  await bindPoints(tx, theCase, letter, post, delivery.receiptOn)
  await closeWhenDone(tx, theCase, post)
}
