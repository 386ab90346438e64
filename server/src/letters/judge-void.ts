import { Injectable } from '@nestjs/common'
import { actingPost, CASE_WORKFLOW, nextStatus, Refusal, titleHeld, type CaseStage, type HeldPosition, type Viewer } from '@domain'
import { closeTasks, markUnanswered, openLetterWork, openTask, registryUnitId } from '../cases/index.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { closeWhenDone } from './close-case.js'
import { voidNumber } from './number-book.js'
import { announceLetter, demandReason, openLetter, type OpenLetter } from './open-letter.js'
import { demandInTheHouse } from './request-void.js'
import { VoidRequest } from './void-request.entity.js'

interface Target {
  readonly id: string
  readonly version: number
}

const ANSWERED: readonly CaseStage[] = CASE_WORKFLOW.void_answer.from
const ANSWERABLE: readonly CaseStage[] = CASE_WORKFLOW.answer.from

/** Pimpinan's answer to the Sekretariat who asked that a number be voided: the second of the two persons. */
@Injectable()
export class JudgeVoid {
  constructor(private readonly work: Work) {}

  /**
   * The number becomes void and keeps its place in the book with reason and both names; the letter is withdrawn with its paper kept; a case it had answered is
   * in process again, its next letter on the desk of whoever holds it.
   */
  consent(me: Viewer, target: Target, note: string | null, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'consentVoid', attempt, async (tx) => {
      const open = await openLetter(tx, target.id, target.version)
      const { letter, theCase, before } = open
      letter.status = nextStatus(before, 'void', me)
      await demandInTheHouse(tx, letter.id)
      const said = note?.trim() ? demandReason(note) : null
      const post = leadingPost(me, 'void', open)
      const request = await answer(tx, open, 'granted', post, said)

      letter.voidRequestedBy = null
      letter.updatedAt = tx.now
      await saveVersioned(tx, letter)
      await voidNumber(tx, letter.id, request)
      await closeTasks(tx, theCase.id, { letterId: letter.id })
      if (letter.closesCase && ANSWERED.includes(theCase.stage) && !(await answeredByAnother(tx, open))) {
        await markUnanswered(tx, theCase, post)
      }
      if (ANSWERABLE.includes(theCase.stage) && theCase.holderPositionId) await openLetterWork(tx, theCase, theCase.holderPositionId)
      await announceLetter(tx, 'letter.number_voided', open, {
        position: post,
        note: request.reason,
        detail: { number: letter.number },
        notify: [{ personIds: concerned(open, request), positionIds: holder(open), kind: 'letter.number_voided' }],
      })
      await closeWhenDone(tx, theCase, post)
      return { id: letter.id }
    })
  }

  /** The number stands, and the letter waits for its delivery again. */
  decline(me: Viewer, target: Target, note: string, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'declineVoid', attempt, async (tx) => {
      const open = await openLetter(tx, target.id, target.version)
      const { letter, theCase, before } = open
      letter.status = nextStatus(before, 'decline_void', me)
      const why = demandReason(note)
      const post = leadingPost(me, 'decline_void', open)
      const request = await answer(tx, open, 'declined', post, why)

      letter.voidRequestedBy = null
      letter.updatedAt = tx.now
      await saveVersioned(tx, letter)
      await closeTasks(tx, theCase.id, { kinds: ['consent_void'], letterId: letter.id })
      if (letter.pdfFileId) await openTask(tx, theCase, 'deliver', { unitId: await registryUnitId(tx) }, { letterId: letter.id })
      await announceLetter(tx, 'letter.void_declined', open, {
        position: post,
        note: why,
        detail: { number: letter.number },
        notify: [{ personIds: [request.askedBy], kind: 'letter.void_declined' }],
      })
      return { id: letter.id }
    })
  }
}

/** Writes the answer beside what was asked. */
async function answer(
  tx: Tx,
  { letter }: OpenLetter,
  status: 'granted' | 'declined',
  post: HeldPosition,
  note: string | null,
): Promise<VoidRequest> {
  const request = await tx.manager.findOneByOrFail(VoidRequest, { letterId: letter.id, status: 'asked' })
  Object.assign(request, {
    status,
    answeredBy: tx.me.id,
    answeredByName: tx.me.name,
    answeredByTitle: titleHeld(post),
    answeredAt: tx.now,
    note,
  })
  return saveVersioned(tx, request)
}

/** The post of Pimpinan in which somebody answers: the signatory's or a handling one before any other they hold. */
function leadingPost(me: Viewer, action: 'void' | 'decline_void', { letter, theCase, before }: OpenLetter): HeldPosition {
  const post = actingPost(me, action, before, letter.signatoryPositionId, ...theCase.handlerPositionIds)
  if (!post) throw new Refusal('access.denied')
  return post
}

/** Whoever wrote the letter, approved it, and asked. */
const concerned = ({ letter }: OpenLetter, { askedBy }: VoidRequest): string[] => [
  letter.drafterId,
  ...(letter.approvedBy ? [letter.approvedBy] : []),
  askedBy,
]

const holder = ({ theCase }: OpenLetter): string[] => (theCase.holderPositionId ? [theCase.holderPositionId] : [])

/** Whether another letter that closes the case has its number. */
async function answeredByAnother(tx: Tx, { letter }: OpenLetter): Promise<boolean> {
  const [other] = await tx.query(
    `SELECT 1 FROM letter WHERE case_id = $1 AND id <> $2 AND closes_case AND status IN ('issued', 'delivered')`,
    [letter.caseId, letter.id],
  )
  return other !== undefined
}
