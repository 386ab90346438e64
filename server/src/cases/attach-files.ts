import { Injectable } from '@nestjs/common'
import { actingPost, caseFacts, demandCase, Refusal, TERMINAL_STAGES, type HeldPosition, type Viewer } from '@domain'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { resumeClocks, saveNearest } from '../clocks/index.js'
import { Vault } from '../platform/vault.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { Case } from './case.entity.js'
import { sealFiles } from './seal-files.js'
import { claimFiles } from './write-registration.js'

/** Adds uploaded files to a case that is still open. */
@Injectable()
export class AttachFiles {
  constructor(
    private readonly work: Work,
    private readonly vault: Vault,
  ) {}

  /**
   * Those of `identityFileIds` show who a sealed reporter is, and are sealed with them. When they complete what the applicant was asked for, the clocks that
   * waited for it run on.
   */
  run(
    me: Viewer,
    caseId: string,
    fileIds: readonly string[],
    attempt: Attempt,
    identityFileIds: readonly string[] = [],
    completes = false,
  ): Promise<{ id: string }> {
    return this.work.run(me, 'attachFiles', attempt, async (tx) => {
      const theCase = await findForUpdate(tx, Case, caseId, null)
      const facts = caseFacts(theCase)
      demandCase(facts, 'attach', me)
      const post = actingPost(me, 'attach', facts, ...facts.handlerPositionIds)
      if (identityFileIds.length > 0 && theCase.reporterProtection !== 'sealed') throw new Refusal('reporter.not_sealed')
      if (identityFileIds.some((id) => !fileIds.includes(id))) throw new Refusal('request.invalid', { fields: ['identityFileIds'] })
      await attachTo(tx, theCase, fileIds, post)
      await sealFiles(tx, this.vault, caseId, identityFileIds)
      if (completes && (await resumeClocks(tx, theCase, 'applicant_completion', null, post)) > 0) await saveNearest(tx, theCase)
      return { id: caseId }
    })
  }
}

/** Hangs files of whoever acts on a locked case, and says so in their post. A case that has ended rests: what comes later is told by the act that brought it. */
export async function attachTo(tx: Tx, theCase: Case, fileIds: readonly string[], post: HeldPosition | null): Promise<void> {
  const before = caseFacts(theCase)
  await claimFiles(tx, theCase.id, fileIds)
  if (TERMINAL_STAGES.includes(theCase.stage)) return
  await saveVersioned(tx, theCase)
  await tx.announce({
    kind: 'case.attached',
    subject: { __typename: 'Case', id: theCase.id },
    version: theCase.version,
    before,
    after: caseFacts(theCase),
    position: post,
    detail: { files: fileIds.length },
  })
}
