import { randomUUID } from 'node:crypto'
import type { Vault } from '../platform/vault.js'
import type { Tx } from '../platform/work.js'
import type { CalendarOfMail } from './mail-calendar.js'
import { mailPlace, type MailPurpose } from './mail.entity.js'

/** A mail to be sent after the commit. */
export interface NewMail {
  readonly messageId: string
  readonly purpose: MailPurpose
  readonly to: string
  /** The address is a sealed reporter's: it is used and never shown. */
  readonly toHidden?: boolean
  readonly subject: string
  readonly text: string
  readonly attachmentFileIds: readonly string[]
  readonly confidential: boolean
  /** Null where no case is concerned. */
  readonly caseId: string | null
  readonly letterId: string | null
  readonly deliveryId: string | null
  /** The appointment the mail carries; to whom it goes is added when the mail is put together, so that no address lies open in the outbox. */
  readonly calendar?: CalendarOfMail
}

/** The Message-ID of what a mail is for: the same thing always has the same one (rule 37). */
export const messageIdOf = (purpose: MailPurpose, of: string, publicUrl: string): string =>
  `<${purpose}.${of}@${new URL(publicUrl).hostname}>`

/** Puts a mail into the outbox, in the transaction of the act it belongs to. The same Message-ID again sends only what had failed. */
export async function queueMail(tx: Tx, vault: Vault, mail: NewMail): Promise<void> {
  const id = randomUUID()
  const [queued] = await tx.query<{ id: string }>(
    `INSERT INTO mail (id, message_id, purpose, to_sealed, subject, text, attachment_file_ids, status, case_id, letter_id, delivery_id, confidential, at, calendar, to_hidden)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'pending', $8, $9, $10, $11, $12, $13, $14)
     ON CONFLICT (message_id) DO UPDATE SET status = 'pending', attempts = 0 WHERE mail.status = 'failed' RETURNING id`,
    [
      id,
      mail.messageId,
      mail.purpose,
      vault.seal(mailPlace(id), mail.to),
      mail.subject,
      mail.text,
      mail.attachmentFileIds,
      mail.caseId,
      mail.letterId,
      mail.deliveryId,
      mail.confidential,
      tx.now,
      mail.calendar ? JSON.stringify(mail.calendar) : null,
      mail.toHidden ?? false,
    ],
  )
  if (queued) await tx.job('mail.send', { mailId: queued.id })
}
