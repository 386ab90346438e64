import { Injectable } from '@nestjs/common'
import { demandUnconflicted, IN_HAND_STAGES, nextStatus, Refusal, titleHeld, type Viewer } from '@domain'
import { closeTasks, holding, openTask, registryUnitId } from '../cases/index.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { circleOf } from './circle.js'
import { submittedContent } from './letter-content.js'
import type { Letter } from './letter.entity.js'
import { announceLetter, demandReason, openLetter, postOf, registryPosts, type OpenLetter } from './open-letter.js'
import { writeStep } from './review-steps.js'

interface Target {
  readonly id: string
  readonly version: number
}

/** A judgement on the text that was shown: its hash travels with it. */
interface Judgement extends Target {
  readonly contentHash: string
  readonly note: string | null
}

/** What the tiers of the chain do with a submitted letter, and how its drafter takes it back. */
@Injectable()
export class ReviewLetter {
  constructor(private readonly work: Work) {}

  /** One tier up, to the next post of the chain. */
  pass(me: Viewer, target: Judgement, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'passLetter', attempt, async (tx) => {
      const open = await openLetter(tx, target.id, target.version)
      const { letter, theCase, before } = open
      letter.status = nextStatus(before, 'pass', me)
      demandUnconflicted(me.id, 'reviewer', await circleOf(tx, theCase))
      await demandShown(tx, letter, target.contentHash)
      const post = postOf(me, letter.reviewerPositionId)
      const next = letter.chain.find((tier) => tier.tier === letter.tier + 1)
      if (!next) throw new Refusal('letter.wrong_status')

      await writeStep(tx, letter, 'pass', post, target.note)
      letter.reviewerIds = [...letter.reviewerIds, me.id]
      letter.tier = next.tier
      letter.reviewerPositionId = next.positionId
      letter.updatedAt = tx.now
      await saveVersioned(tx, letter)
      await closeTasks(tx, theCase.id, { kinds: ['review'], letterId: letter.id })
      await openTask(tx, theCase, 'review', { positionId: next.positionId }, { letterId: letter.id })
      const notify = [{ positionIds: [next.positionId], kind: 'letter.waits_for_review' }]
      await announceLetter(tx, 'letter.passed', open, {
        position: post,
        note: target.note,
        detail: { tier: letter.tier, round: letter.round },
        notify,
      })
      return { id: letter.id }
    })
  }

  /** The last tier: binds the hash of what was shown, names who signs, and gives the letter to the Sekretariat for its number. */
  approve(me: Viewer, target: Judgement, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'approveLetter', attempt, async (tx) => {
      const open = await openLetter(tx, target.id, target.version)
      const { letter, theCase, before } = open
      letter.status = nextStatus(before, 'approve', me)
      demandUnconflicted(me.id, 'approver', await circleOf(tx, theCase))
      await demandShown(tx, letter, target.contentHash)
      const post = postOf(me, letter.reviewerPositionId)

      await writeStep(tx, letter, 'approve', post, target.note)
      letter.reviewerIds = [...letter.reviewerIds, me.id]
      letter.reviewerPositionId = null
      letter.tier = 0
      letter.approvedAt = tx.now
      letter.approvedBy = me.id
      letter.approvedHash = letter.contentHash
      letter.signatoryPositionId = post.id
      letter.signatoryName = me.name
      letter.signatoryTitle = titleHeld(post)
      letter.updatedAt = tx.now
      await saveVersioned(tx, letter)
      const unitId = await registryUnitId(tx)
      await closeTasks(tx, theCase.id, { kinds: ['review'], letterId: letter.id })
      await openTask(tx, theCase, 'issue', { unitId }, { letterId: letter.id })
      await announceLetter(tx, 'letter.approved', open, {
        position: post,
        note: target.note,
        detail: { contentHash: letter.approvedHash, round: letter.round },
        notify: [
          { positionIds: await registryPosts(tx, unitId), kind: 'letter.waits_for_issue' },
          { personIds: [letter.drafterId], kind: 'letter.approved' },
        ],
      })
      return { id: letter.id }
    })
  }

  /** Back to the desk where it can be rewritten, with the reason. */
  return(me: Viewer, target: Target, reason: string, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'returnLetter', attempt, async (tx) => {
      const open = await openLetter(tx, target.id, target.version)
      const { letter, theCase, before } = open
      letter.status = nextStatus(before, 'return', me)
      const why = demandReason(reason)
      const post = postOf(me, letter.reviewerPositionId)
      await writeStep(tx, letter, 'return', post, why)
      letter.reviewerIds = [...new Set([...letter.reviewerIds, me.id])]
      letter.returnReason = why
      await this.toDesk(tx, open, 'revise')
      const to = {
        personIds: [letter.drafterId],
        positionIds: theCase.holderPositionId ? [theCase.holderPositionId] : [],
        kind: 'letter.returned_to_you',
      }
      await announceLetter(tx, 'letter.returned', open, { position: post, note: why, detail: { round: letter.round }, notify: [to] })
      return { id: letter.id }
    })
  }

  /** The drafter takes a letter back while nobody has passed it in this round. */
  recall(me: Viewer, target: Target, reason: string, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'recallLetter', attempt, async (tx) => {
      const open = await openLetter(tx, target.id, target.version)
      const { letter, theCase, before } = open
      letter.status = nextStatus(before, 'recall', me)
      const why = demandReason(reason)
      const post = holding(me, theCase)
      await writeStep(tx, letter, 'recall', post, why)
      await this.toDesk(tx, open, 'draft')
      await announceLetter(tx, 'letter.recalled', open, { position: post, note: why, detail: { round: letter.round } })
      return { id: letter.id }
    })
  }

  private async toDesk(tx: Tx, { letter, theCase }: OpenLetter, kind: 'draft' | 'revise'): Promise<void> {
    letter.reviewerPositionId = null
    letter.tier = 0
    letter.updatedAt = tx.now
    await saveVersioned(tx, letter)
    await closeTasks(tx, theCase.id, { kinds: ['review'], letterId: letter.id })
    if (theCase.holderPositionId && IN_HAND_STAGES.includes(theCase.stage)) {
      await openTask(tx, theCase, kind, { positionId: theCase.holderPositionId }, { letterId: letter.id })
    }
  }
}

/** What was on the reviewer's screen must be what is stored, to the byte (rule 10). */
async function demandShown(tx: Tx, letter: Letter, contentHash: string): Promise<void> {
  if (letter.contentHash !== contentHash) throw new Refusal('letter.text_changed')
  await submittedContent(tx, letter)
}
