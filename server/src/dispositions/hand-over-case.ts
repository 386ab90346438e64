import { Injectable } from '@nestjs/common'
import { caseFacts, completeness, demandCase, Refusal, stageAfter, type Viewer } from '@domain'
import { Case, closeTasks, firstLeaderId, openTask, recordedRequirements, registryPost } from '../cases/index.js'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt } from '../platform/work.js'
import { standardById } from '../standards/index.js'
import { addBranch, announceBranch, branchesOf, handlersOf, recipientPosts } from './tree.js'

/** The Sekretariat hands a registered request to Pimpinan: the root of the disposition tree. Every line of the checklist must be answered first. */
@Injectable()
export class HandOverCase {
  constructor(private readonly work: Work) {}

  run(me: Viewer, target: { id: string; version: number }, note: string | null, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'handOverCase', attempt, async (tx) => {
      const theCase = await findForUpdate(tx, Case, target.id, target.version)
      const before = caseFacts(theCase)
      demandCase(before, 'hand_over', me)
      const requirements = await recordedRequirements(tx, theCase.id)
      const { document: standard } = await standardById(tx, theCase.standardVersionId)
      if (!completeness({ ...theCase, requirements }, theCase.senderKind, standard).answered)
        throw new Refusal('case.requirements_unanswered')

      const leader = (await recipientPosts(tx, [await firstLeaderId(tx)])).values().next().value
      if (!leader || leader.holderIds.length === 0) throw new Refusal('disposition.recipient_vacant')
      if (leader.holderIds.every((id) => theCase.excludedPersonIds.includes(id))) throw new Refusal('disposition.recipient_conflicted')
      const post = registryPost(me)
      const branch = await addBranch(tx, theCase, post, {
        parentId: null,
        kind: 'main',
        to: leader,
        instructions: [],
        note: note?.trim() || null,
        dueOn: null,
      })

      theCase.stage = stageAfter(theCase, 'hand_over')
      theCase.holderPositionId = leader.id
      theCase.handlerPositionIds = handlersOf(await branchesOf(tx, theCase.id))
      await saveVersioned(tx, theCase)
      const after = caseFacts(theCase)
      await closeTasks(tx, theCase.id, { kinds: ['complete_registration'] })
      await openTask(tx, theCase, 'dispose', { positionId: leader.id }, { dispositionId: branch.id })
      await tx.announce({
        kind: 'case.handed_over',
        subject: { __typename: 'Case', id: theCase.id },
        version: theCase.version,
        before,
        after,
        position: post,
        note,
        detail: { to: leader.id },
        notify: [{ positionIds: [leader.id], kind: 'case.waits_for_disposition' }],
      })
      await announceBranch(tx, 'disposition.sent', branch, { before, after }, { position: post, note })
      return { id: theCase.id }
    })
  }
}
