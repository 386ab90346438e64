import { Inject, Injectable } from '@nestjs/common'
import MailComposer from 'nodemailer/lib/mail-composer'
import { DataSource, In } from 'typeorm'
import { calendarFile } from '@domain'
import { renderReceipt } from '@press'
import { receiptOf } from '../cases/index.js'
import { BlobStore } from '../files/index.js'
import { CaseFile } from '../files/file.entity.js'
import { CONFIG, type Config } from '../platform/config.module.js'
import { Vault } from '../platform/vault.js'
import { Mail, mailPlace } from './mail.entity.js'
import type { CalendarOfMail } from './mail-calendar.js'
import type { Envelope } from './smtp.js'

export interface ComposedMail {
  readonly envelope: Envelope
  readonly message: Buffer
}

interface Attachment {
  readonly filename: string
  readonly content: Buffer
  readonly contentType: string
}

/** Puts a waiting mail together: headers, text, attachments. Null when the mail no longer waits. */
@Injectable()
export class ComposeMail {
  constructor(
    private readonly db: DataSource,
    private readonly vault: Vault,
    private readonly blobs: BlobStore,
    @Inject(CONFIG) private readonly config: Pick<Config, 'mailFrom'>,
  ) {}

  async run(mailId: string): Promise<ComposedMail | null> {
    const mail = await this.db.manager.findOneBy(Mail, { id: mailId })
    if (mail?.status !== 'pending') return null
    const to = this.vault.open(mailPlace(mail.id), mail.toSealed)
    const composer = new MailComposer({
      from: this.config.mailFrom,
      to,
      subject: mail.subject,
      text: mail.text,
      messageId: mail.messageId,
      date: mail.at,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'id' },
      attachments: await this.attachments(mail),
      ...(mail.calendar && { icalEvent: appointmentIn(mail.calendar, to) }),
      disableUrlAccess: true,
      disableFileAccess: true,
    })
    const node = composer.compile()
    const from = node.getEnvelope().from
    return { envelope: { from: from === false ? '' : from, to }, message: await node.build() }
  }

  private async attachments(mail: Mail): Promise<Attachment[]> {
    if (mail.confidential) return []
    if (mail.purpose === 'receipt' && mail.caseId) {
      const content = Buffer.from(await renderReceipt(await receiptOf(this.db, mail.caseId)))
      return [{ filename: 'tanda-terima.pdf', content, contentType: 'application/pdf' }]
    }
    const files =
      mail.attachmentFileIds.length === 0 ? [] : await this.db.manager.findBy(CaseFile, { id: In(mail.attachmentFileIds), state: 'clean' })
    if (files.length !== mail.attachmentFileIds.length) throw new Error('A mail names a file that cannot be read')
    return Promise.all(files.map((file) => this.attached(file)))
  }

  private async attached({ name, mediaType, sha256 }: CaseFile): Promise<Attachment> {
    if (!sha256) throw new Error('A clean file has no hash')
    return { filename: name, content: await this.blobs.read(sha256), contentType: mediaType }
  }
}

/** The calendar file of a mail, for the one it goes to. */
const appointmentIn = (calendar: CalendarOfMail, email: string) => ({
  method: calendar.method,
  filename: calendar.method === 'CANCEL' ? 'pembatalan.ics' : 'jadwal.ics',
  content: calendarFile({ ...calendar, attendee: { name: 'Pemohon', email } }),
})
