import { Injectable } from '@nestjs/common'
import {
  awaitsReceipt,
  nextStatus,
  OPEN_DELIVERY_STATUSES,
  outcomesOf,
  Refusal,
  ruleRefusal,
  type DeliveryStatus,
  type HeldPosition,
  type Viewer,
} from '@domain'
import { closeTasks, LeakGuard, openTask, registryPost, registryUnitId } from '../cases/index.js'
import { demandReason, openLetter, type OpenLetter } from '../letters/index.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { demandReceipt, said } from './delivery-input.js'
import { announceDelivery, lockDelivery, proveDelivery, setDelivery } from './delivery-states.js'
import type { Delivery } from './delivery.entity.js'

export interface Receipt {
  readonly receiptName: string
  readonly receiptOn: string
  readonly note: string | null
}

/** What people know about a delivery that the machine does not: its receipt, and the fate of a mail that broke off. */
@Injectable()
export class ProveDelivery {
  constructor(
    private readonly work: Work,
    private readonly guard: LeakGuard,
  ) {}

  /** The receipt of a courier's letter, or of a confidential one that was collected. */
  receipt(me: Viewer, deliveryId: string, receipt: Receipt, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'recordReceipt', attempt, async (tx) => {
      const { open, delivery, post } = await this.open(tx, deliveryId)
      if (!awaitsReceipt(delivery.status) || !open.letter.issuedAt) throw new Refusal('delivery.wrong_status')
      Object.assign(delivery, demandReceipt(receipt.receiptName, receipt.receiptOn, open.letter.issuedAt, tx.now))
      delivery.note = said(receipt.note) ?? delivery.note
      await this.guard.demandDiscreet(tx, open.theCase, 'delivery', { receiptName: delivery.receiptName, note: delivery.note })
      await proveDelivery(tx, open, delivery, post)
      return { id: open.letter.id }
    })
  }

  /**
   * Decides an uncertain or failed e-mail, or says that a courier lost the letter. Sending once more keeps the Message-ID, so that a server that had
   * taken it recognises the copy.
   */
  resolve(me: Viewer, deliveryId: string, outcome: DeliveryStatus, note: string, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'resolveDelivery', attempt, async (tx) => {
      const { open, delivery, post } = await this.open(tx, deliveryId)
      const reason = demandReason(note)
      if (!outcomesOf(delivery).some((allowed) => allowed === outcome)) throw new Refusal('delivery.wrong_status')
      await this.settle(tx, open, delivery, outcome, reason, post)
      if (outcome !== 'delivered') await announceDelivery(tx, open, delivery, { position: post, note: reason })
      return { id: open.letter.id }
    })
  }

  private async settle(
    tx: Tx,
    open: OpenLetter,
    delivery: Delivery,
    outcome: DeliveryStatus,
    reason: string,
    post: HeldPosition,
  ): Promise<void> {
    if (outcome === 'delivered') {
      await tx.query(`UPDATE mail SET status = 'sent', sent_at = $2 WHERE delivery_id = $1`, [delivery.id, tx.now])
      return proveDelivery(tx, open, delivery, post)
    }
    if (outcome === 'pending') {
      const [other] = await tx.query('SELECT 1 FROM delivery WHERE letter_id = $1 AND id <> $2 AND status = ANY ($3)', [
        open.letter.id,
        delivery.id,
        OPEN_DELIVERY_STATUSES,
      ])
      if (other) throw new Refusal('delivery.wrong_status')
      nextStatus(open.before, 'deliver', tx.me)
      await setDelivery(tx, delivery, 'pending', null)
      const [mail] = await tx.query<{ id: string }>(
        `UPDATE mail SET status = 'pending', attempts = 0 WHERE delivery_id = $1 RETURNING id`,
        [delivery.id],
      )
      if (mail) await tx.job('mail.send', { mailId: mail.id })
      return closeTasks(tx, open.theCase.id, { kinds: ['deliver'], letterId: open.letter.id })
    }
    await setDelivery(tx, delivery, 'failed', delivery.failure ?? reason)
    await tx.query(`UPDATE mail SET status = 'failed' WHERE delivery_id = $1`, [delivery.id])
    await openTask(tx, open.theCase, 'deliver', { unitId: await registryUnitId(tx) }, { letterId: open.letter.id })
  }

  /** Locks case, letter and delivery, and asks whether the viewer delivers this letter at all. */
  private async open(tx: Tx, deliveryId: string): Promise<{ open: OpenLetter; delivery: Delivery; post: HeldPosition }> {
    const [found] = await tx.query<{ letter_id: string }>('SELECT letter_id FROM delivery WHERE id = $1', [deliveryId])
    if (!found) throw new Refusal('access.denied')
    const open = await openLetter(tx, found.letter_id, null)
    const refusal = ruleRefusal(tx.me, 'deliver', open.before)
    if (refusal) throw new Refusal(refusal)
    return { open, delivery: await lockDelivery(tx, deliveryId), post: registryPost(tx.me) }
  }
}
