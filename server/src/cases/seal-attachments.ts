import { Injectable } from '@nestjs/common'
import { actingPost, caseFacts, Refusal, ruleRefusal, type Viewer } from '@domain'
import { findForUpdate } from '../platform/find-for-update.js'
import { Vault } from '../platform/vault.js'
import { Work, type Attempt } from '../platform/work.js'
import { Case } from './case.entity.js'
import { sealFiles } from './seal-files.js'

/** Whoever may add files to a case with a sealed reporter takes one away from everybody's eyes when it turns out to show who they are. There is no way back. */
@Injectable()
export class SealAttachments {
  constructor(
    private readonly work: Work,
    private readonly vault: Vault,
  ) {}

  run(me: Viewer, caseId: string, fileIds: readonly string[], attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'sealAttachments', attempt, async (tx) => {
      const theCase = await findForUpdate(tx, Case, caseId, null)
      const facts = caseFacts(theCase)
      const refusal = ruleRefusal(me, 'attach', facts)
      if (refusal) throw new Refusal(refusal)
      if (theCase.reporterProtection !== 'sealed') throw new Refusal('reporter.not_sealed')
      const files = await sealFiles(tx, this.vault, caseId, fileIds)
      const post = actingPost(me, 'attach', facts, ...facts.handlerPositionIds)
      const subject = { __typename: 'Case', id: caseId }
      if (files > 0) await tx.announce({ kind: 'file.sealed', subject, before: facts, after: facts, position: post, detail: { files } })
      return { id: caseId }
    })
  }
}
