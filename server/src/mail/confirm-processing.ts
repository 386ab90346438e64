import { Inject, Injectable, type OnModuleInit } from '@nestjs/common'
import { isConfidential } from '@domain'
import { Case, reporterAddress } from '../cases/index.js'
import { profileInForce } from '../organisation/index.js'
import { CONFIG, type Config } from '../platform/config.module.js'
import { findForUpdate } from '../platform/find-for-update.js'
import { Jobs } from '../platform/jobs.js'
import { SYSTEM } from '../platform/system-viewer.js'
import { Vault } from '../platform/vault.js'
import { Work } from '../platform/work.js'
import { confirmationMail } from './mail-texts.js'
import { messageIdOf, queueMail } from './queue-mail.js'

/** Tells the requester by e-mail that the request is processed, once per case. `DecideCase` chooses e-mail only where there is an address. */
@Injectable()
export class ConfirmProcessing implements OnModuleInit {
  constructor(
    private readonly work: Work,
    private readonly vault: Vault,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('mail.confirm-processing', ({ caseId }) => this.run(String(caseId)))
  }

  async run(caseId: string): Promise<void> {
    await this.work.run(SYSTEM, 'confirmProcessing', { key: `confirm-${caseId}`, input: { caseId } }, async (tx) => {
      const theCase = await findForUpdate(tx, Case, caseId, null)
      const address = await reporterAddress(tx, this.vault, caseId)
      if (!address) return { queued: false }
      await queueMail(tx, this.vault, {
        ...confirmationMail(await profileInForce(tx, tx.now), theCase),
        messageId: messageIdOf('confirmation', caseId, this.config.publicUrl),
        purpose: 'confirmation',
        to: address.email,
        toHidden: address.hidden,
        attachmentFileIds: [],
        confidential: isConfidential(theCase.secrecy),
        caseId,
        letterId: null,
        deliveryId: null,
      })
      return { queued: true }
    })
  }
}
