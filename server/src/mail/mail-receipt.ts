import { Inject, Injectable } from '@nestjs/common'
import { isConfidential, Refusal, ruleRefusal, type Viewer } from '@domain'
import { Case, registryPost } from '../cases/index.js'
import { profileInForce } from '../organisation/index.js'
import { CONFIG, type Config } from '../platform/config.module.js'
import { findForUpdate } from '../platform/find-for-update.js'
import { Vault } from '../platform/vault.js'
import { Work, type Attempt } from '../platform/work.js'
import { demandEmail } from './addresses.js'
import { receiptMail } from './mail-texts.js'
import { messageIdOf, queueMail } from './queue-mail.js'

const RECIPIENT_BYTES = 8

/** Sends the tanda terima to whoever brought the letter: by the registry, to the address they gave, once per address. */
@Injectable()
export class MailReceipt {
  constructor(
    private readonly work: Work,
    private readonly vault: Vault,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  run(me: Viewer, caseId: string, email: string, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'mailReceipt', attempt, async (tx) => {
      const theCase = await findForUpdate(tx, Case, caseId, null)
      const refusal = ruleRefusal(me, 'read', theCase)
      if (refusal) throw new Refusal(refusal)
      registryPost(me)
      const to = demandEmail(email)
      const recipient = this.vault.blindIndex('email', to).subarray(0, RECIPIENT_BYTES).toString('hex')
      await queueMail(tx, this.vault, {
        ...receiptMail(await profileInForce(tx, tx.now), theCase),
        messageId: messageIdOf('receipt', `${caseId}.${recipient}`, this.config.publicUrl),
        purpose: 'receipt',
        to,
        toHidden: theCase.reporterProtection === 'sealed',
        attachmentFileIds: [],
        confidential: isConfidential(theCase.secrecy),
        caseId,
        letterId: null,
        deliveryId: null,
      })
      return { id: caseId }
    })
  }
}
