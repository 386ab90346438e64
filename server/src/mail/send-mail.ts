import { randomUUID } from 'node:crypto'
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common'
import { CONFIG, type Config } from '../platform/config.module.js'
import { Jobs } from '../platform/jobs.js'
import { SYSTEM } from '../platform/system-viewer.js'
import { Work } from '../platform/work.js'
import { ComposeMail } from './compose-mail.js'
import { claimMail, settleMail } from './mail-states.js'
import { sendBySmtp, type SmtpOutcome } from './smtp.js'

/**
 * Sends one mail (rule 37): composed first, then claimed in a transaction, handed to the server outside of any, and the outcome written in another. A node
 * that dies in between leaves a lease behind; when it has run out the mail is uncertain, and a person decides.
 */
@Injectable()
export class SendMail implements OnModuleInit {
  constructor(
    private readonly work: Work,
    private readonly compose: ComposeMail,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Pick<Config, 'mailUrl' | 'mailFrom'>,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('mail.send', ({ mailId }) => this.run(String(mailId)))
    this.jobs.handle('mail.watch', ({ mailId }) => this.watch(String(mailId)))
  }

  async run(mailId: string): Promise<void> {
    const { mailUrl } = this.config
    const letter = await this.compose.run(mailId)
    if (!letter || !(await this.claim(mailId))) return
    const outcome: SmtpOutcome =
      mailUrl === null ? { state: 'sent', reason: null } : await sendBySmtp(mailUrl, letter.envelope, letter.message)
    await this.settle(mailId, outcome, mailUrl === null)
  }

  /** After a lease has run out: whoever held it is dead, and whether the server took the mail nobody knows. */
  async watch(mailId: string): Promise<void> {
    await this.work.run(SYSTEM, 'watchMail', { key: randomUUID(), input: { mailId } }, async (tx) => {
      const [left] = await tx.query(`SELECT 1 FROM mail WHERE id = $1 AND status = 'sending' AND lease_until <= $2`, [mailId, tx.now])
      if (left) await settleMail(tx, mailId, { state: 'uncertain', reason: 'The sending process ended before it could tell' }, false)
      return {}
    })
  }

  private async claim(mailId: string): Promise<boolean> {
    const { mine } = await this.work.run(SYSTEM, 'claimMail', { key: randomUUID(), input: { mailId } }, async (tx) => ({
      mine: await claimMail(tx, mailId),
    }))
    return mine
  }

  private async settle(mailId: string, outcome: SmtpOutcome, local: boolean): Promise<void> {
    await this.work.run(SYSTEM, 'settleMail', { key: randomUUID(), input: { mailId } }, async (tx) => {
      await settleMail(tx, mailId, outcome, local)
      return {}
    })
  }
}
