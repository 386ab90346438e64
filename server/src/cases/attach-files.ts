import { Injectable } from '@nestjs/common'
import { caseFacts, demandCase, type Viewer } from '@domain'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { Case } from './case.entity.js'
import { claimFiles } from './write-registration.js'

/** Adds uploaded files to a case that is still open. */
@Injectable()
export class AttachFiles {
  constructor(private readonly work: Work) {}

  run(me: Viewer, caseId: string, fileIds: readonly string[], attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'attachFiles', attempt, async (tx) => {
      const theCase = await findForUpdate(tx, Case, caseId, null)
      demandCase(caseFacts(theCase), 'attach', me)
      await attachTo(tx, theCase, fileIds)
      return { id: caseId }
    })
  }
}

/** Hangs files of whoever acts on a locked case, and says so. */
export async function attachTo(tx: Tx, theCase: Case, fileIds: readonly string[]): Promise<void> {
  const before = caseFacts(theCase)
  await claimFiles(tx, theCase.id, fileIds)
  await saveVersioned(tx, theCase)
  const post = tx.me.positions.find((held) => theCase.handlerPositionIds.includes(held.id)) ?? tx.me.positions[0] ?? null
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
