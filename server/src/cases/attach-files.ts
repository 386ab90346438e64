import { Injectable } from '@nestjs/common'
import { caseFacts, demandCase, type Viewer } from '@domain'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt } from '../platform/work.js'
import { Case } from './case.entity.js'
import { claimFiles } from './write-registration.js'

/** Adds uploaded files to a case that is still open. */
@Injectable()
export class AttachFiles {
  constructor(private readonly work: Work) {}

  run(me: Viewer, caseId: string, fileIds: readonly string[], attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'attachFiles', attempt, async (tx) => {
      const theCase = await findForUpdate(tx, Case, caseId, null)
      const before = caseFacts(theCase)
      demandCase(before, 'attach', me)
      await claimFiles(tx, caseId, fileIds)
      await saveVersioned(tx, theCase)
      const post = me.positions.find((held) => theCase.handlerPositionIds.includes(held.id)) ?? me.positions[0] ?? null
      const subject = { __typename: 'Case', id: caseId }
      await tx.announce({
        kind: 'case.attached',
        subject,
        version: theCase.version,
        before,
        after: caseFacts(theCase),
        position: post,
        detail: { files: fileIds.length },
      })
      return { id: caseId }
    })
  }
}
