import { randomUUID } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { isConfidential, nextStatus, Refusal, type Viewer } from '@domain'
import { closeTasks, LeakGuard, registryPost, reporterAddress } from '../cases/index.js'
import { openLetter, type OpenLetter } from '../letters/index.js'
import { profileInForce } from '../organisation/index.js'
import { CONFIG, type Config } from '../platform/config.module.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Vault } from '../platform/vault.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { demandDelivery, said, type DeliveryEntry, type DeliveryInput } from './delivery-input.js'
import { announceDelivery, proveDelivery } from './delivery-states.js'
import { Delivery } from './delivery.entity.js'
import { deliveryPlace } from './mail.entity.js'
import { letterMail } from './mail-texts.js'
import { messageIdOf, queueMail } from './queue-mail.js'

/** A delivery, and whether its address may be shown. */
type Entry = DeliveryEntry & { readonly emailHidden: boolean }

/**
 * The Sekretariat brings an issued letter on its way. E-mail leaves by a job; the courier's letter waits for its receipt; what is handed over is proven at
 * once. While one delivery is under way or uncertain no other begins.
 */
@Injectable()
export class DeliverLetter {
  constructor(
    private readonly work: Work,
    private readonly vault: Vault,
    private readonly guard: LeakGuard,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  run(me: Viewer, target: { id: string; version: number }, input: DeliveryInput, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'deliverLetter', attempt, async (tx) => {
      const open = await openLetter(tx, target.id, target.version)
      const { letter, before } = open
      nextStatus(before, 'deliver', me)
      if (!letter.pdfFileId || !letter.issuedAt) throw new Refusal('letter.not_rendered')
      const entry = await this.entryFor(tx, open, input, letter.issuedAt)
      const [underWay] = await tx.query(`SELECT 1 FROM delivery WHERE letter_id = $1 AND status IN ('pending', 'sending', 'uncertain')`, [
        letter.id,
      ])
      if (underWay) throw new Refusal('delivery.wrong_status')

      const post = registryPost(me)
      const delivery = await this.record(tx, letter.id, entry)
      if (entry.method === 'hand') {
        await proveDelivery(tx, open, delivery, post)
        return { id: letter.id }
      }
      letter.updatedAt = tx.now
      await saveVersioned(tx, letter)
      if (entry.email) await this.mail(tx, open, delivery, entry)
      await announceDelivery(tx, open, delivery, { position: post, note: entry.note })
      return { id: letter.id }
    })
  }

  /** The delivery as it will be recorded. Without an address a letter by e-mail goes to the one a sealed reporter gave; it is opened here and shown to nobody. */
  private async entryFor(tx: Tx, { theCase }: OpenLetter, input: DeliveryInput, issuedAt: Date): Promise<Entry> {
    const toReporter = input.method === 'email' && !said(input.email) && theCase.reporterProtection === 'sealed'
    const entry = demandDelivery(input, issuedAt, tx.now, toReporter)
    await this.guard.demandDiscreet(tx, theCase, 'delivery', {
      recipientName: entry.recipientName,
      email: entry.email,
      receiptName: entry.receiptName,
      note: entry.note,
    })
    if (!toReporter) return { ...entry, emailHidden: false }
    const address = await reporterAddress(tx, this.vault, theCase.id)
    if (!address) throw new Refusal('reporter.no_address', { fields: ['email'] })
    return { ...entry, recipientName: theCase.senderName, email: address.email, emailHidden: true }
  }

  private async record(tx: Tx, letterId: string, { email, ...entry }: Entry): Promise<Delivery> {
    const id = randomUUID()
    const delivery = tx.manager.create(Delivery, {
      ...entry,
      id,
      version: 1,
      letterId,
      status: entry.method === 'email' ? 'pending' : 'sent',
      emailSealed: email === null ? null : this.vault.seal(deliveryPlace(id), email),
      failure: null,
      at: tx.now,
      recordedBy: tx.me.id,
      provenAt: null,
    })
    await tx.manager.insert(Delivery, delivery)
    return delivery
  }

  private async mail(tx: Tx, { letter, theCase }: OpenLetter, delivery: Delivery, { email, emailHidden }: Entry): Promise<void> {
    if (email === null) return
    await queueMail(tx, this.vault, {
      ...letterMail(await profileInForce(tx, tx.now), letter, delivery.recipientName),
      messageId: messageIdOf('letter', delivery.id, this.config.publicUrl),
      purpose: 'letter',
      to: email,
      toHidden: emailHidden,
      attachmentFileIds: isConfidential(letter.secrecy) || !letter.pdfFileId ? [] : [letter.pdfFileId],
      confidential: isConfidential(letter.secrecy),
      caseId: theCase.id,
      letterId: letter.id,
      deliveryId: delivery.id,
    })
    await closeTasks(tx, theCase.id, { kinds: ['deliver'], letterId: letter.id })
  }
}
