import { Injectable } from '@nestjs/common'
import { actingPost, IN_HAND_STAGES, nextStatus, Refusal, type Viewer } from '@domain'
import { closeTasks, openTask, registryUnitId } from '../cases/index.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt } from '../platform/work.js'
import { announceLetter, demandReason, openLetter, registryPosts } from './open-letter.js'
import { writeStep } from './review-steps.js'

/**
 * The Sekretariat, or who approved it, gives an approved letter back to its author before it has a number: the approval is gone, and the next text goes
 * through the whole chain again.
 */
@Injectable()
export class ReturnApproved {
  constructor(private readonly work: Work) {}

  run(me: Viewer, target: { id: string; version: number }, reason: string, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'returnApprovedLetter', attempt, async (tx) => {
      const open = await openLetter(tx, target.id, target.version)
      const { letter, theCase, before } = open
      letter.status = nextStatus(before, 'return_approved', me)
      const why = demandReason(reason)
      const post = actingPost(me, 'return_approved', before, letter.signatoryPositionId)
      if (!post) throw new Refusal('access.denied')

      const approvers = letter.approvedBy ? [letter.approvedBy] : []
      await writeStep(tx, letter, 'return_approved', post, why)
      letter.returnReason = why
      Object.assign(letter, { approvedAt: null, approvedBy: null, approvedHash: null })
      Object.assign(letter, { signatoryPositionId: null, signatoryName: null, signatoryTitle: null })
      letter.updatedAt = tx.now
      await saveVersioned(tx, letter)
      await closeTasks(tx, theCase.id, { kinds: ['issue'], letterId: letter.id })
      if (theCase.holderPositionId && IN_HAND_STAGES.includes(theCase.stage)) {
        await openTask(tx, theCase, 'revise', { positionId: theCase.holderPositionId }, { letterId: letter.id })
      }
      const desk = { personIds: [letter.drafterId], positionIds: theCase.holderPositionId ? [theCase.holderPositionId] : [] }
      const waiting = { personIds: approvers, positionIds: await registryPosts(tx, await registryUnitId(tx)) }
      await announceLetter(tx, 'letter.approval_withdrawn', open, {
        position: post,
        note: why,
        detail: { round: letter.round },
        notify: [
          { ...desk, kind: 'letter.returned_to_you' },
          { ...waiting, kind: 'letter.approval_withdrawn' },
        ],
      })
      return { id: letter.id }
    })
  }
}
