import type { CalendarOfMail } from './mail-calendar.js'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/**
 * What a mail is for: it carries a letter, a tanda terima, the word that a request is being processed, an appointment, an answer to feedback, or tells
 * somebody of the house that a promise is at risk or broken.
 */
export type MailPurpose = 'letter' | 'receipt' | 'confirmation' | 'appointment' | 'feedback' | 'escalation'

/** Rule 37: pending, sending, then sent, uncertain or failed. An uncertain mail is never sent again by itself. */
export type MailStatus = 'pending' | 'sending' | 'sent' | 'uncertain' | 'failed'

/** One mail of the outbox. Its Message-ID follows from what it is for, so that a second attempt is recognised as the same mail. */
@Entity('mail')
export class Mail {
  @PrimaryColumn('uuid') id: string
  @Column('text') messageId: string
  @Column('text') purpose: MailPurpose
  @Column('bytea') toSealed: Buffer
  /** The address is a sealed reporter's: the outbox does not show it. */
  @Column('boolean') toHidden: boolean
  @Column('text') subject: string
  @Column('text') text: string
  @Column('uuid', { array: true }) attachmentFileIds: string[]
  @Column('text') status: MailStatus
  @Column('int') attempts: number
  @Column('text', { nullable: true }) lastError: string | null
  @Column('uuid', { nullable: true }) caseId: string | null
  @Column('uuid', { nullable: true }) letterId: string | null
  @Column('uuid', { nullable: true }) deliveryId: string | null
  @Column('boolean') confidential: boolean
  /** Without a mail server: it went no further than this outbox. */
  @Column('boolean') keptLocally: boolean
  @Column('timestamptz') at: Date
  @Column('timestamptz', { nullable: true }) sentAt: Date | null
  @Column('jsonb', { nullable: true }) calendar: CalendarOfMail | null
  /** Until when the sending node answers for it. */
  @Column('timestamptz', { nullable: true }) leaseUntil: Date | null
}

/** Where the address of a mail is sealed. */
export const mailPlace = (id: string) => ({ table: 'mail', column: 'to_sealed', rowId: id }) as const
/** Where the address of a delivery is sealed. */
export const deliveryPlace = (id: string) => ({ table: 'delivery', column: 'email_sealed', rowId: id }) as const
