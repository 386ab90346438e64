import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import {
  CASE_WORKFLOW,
  caseFacts,
  LETTER_WORKFLOW,
  letterFacts,
  nextStatus,
  WRITING_LETTER_STATUSES,
  type CaseStage,
  type HeldPosition,
  type Viewer,
} from '@domain'
import { closeTasks, holding, openLetterWork, type Case } from '../cases/index.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { closeWhenDone } from './close-case.js'
import { Letter } from './letter.entity.js'
import { announceLetter, demandReason, openLetter, type OpenLetter } from './open-letter.js'

const ANSWERABLE: readonly CaseStage[] = CASE_WORKFLOW.answer.from

/** Gives up a letter that has not been approved. What was written stays readable; the answer, if it was one, is still to be written. */
@Injectable()
export class WithdrawLetter {
  constructor(private readonly work: Work) {}

  run(me: Viewer, target: { id: string; version: number }, reason: string, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'withdrawLetter', attempt, async (tx) => {
      const open = await openLetter(tx, target.id, target.version)
      nextStatus(open.before, 'withdraw', me)
      const post = holding(me, open.theCase)
      await giveUp(tx, open, demandReason(reason), post)
      if (ANSWERABLE.includes(open.theCase.stage)) await openLetterWork(tx, open.theCase, post.id)
      await closeWhenDone(tx, open.theCase, post)
      return { id: open.letter.id }
    })
  }
}

async function giveUp(tx: Tx, open: OpenLetter, reason: string, post: HeldPosition | null): Promise<void> {
  const { letter, theCase } = open
  letter.status = LETTER_WORKFLOW.withdraw.to
  letter.reviewerPositionId = null
  letter.tier = 0
  letter.updatedAt = tx.now
  await saveVersioned(tx, letter)
  await closeTasks(tx, theCase.id, { letterId: letter.id })
  await announceLetter(tx, 'letter.withdrawn', open, { position: post, note: reason })
}

/** Drafts that the answer has overtaken: nobody may submit them any more, so they are given up with it. Letters under review go their way. */
export async function giveUpDrafts(tx: Tx, theCase: Case, post: HeldPosition): Promise<void> {
  const drafts = await tx.manager.find(Letter, {
    where: { caseId: theCase.id, status: In(WRITING_LETTER_STATUSES) },
    lock: { mode: 'pessimistic_write' },
  })
  for (const letter of drafts) {
    await giveUp(
      tx,
      { letter, theCase, before: letterFacts(letter, caseFacts(theCase)) },
      'Surat yang menutup permohonan telah diterbitkan.',
      post,
    )
  }
}
