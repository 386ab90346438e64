import { Injectable } from '@nestjs/common'
import {
  actingPost,
  caseFacts,
  nextVisitState,
  Refusal,
  titleHeld,
  type HeldPosition,
  type MedlinCategory,
  type Viewer,
  type VisitAction,
} from '@domain'
import { enterDecision, type Case } from '../cases/index.js'
import { startClocks } from '../clocks/index.js'
import { disposeFrom } from '../dispositions/index.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { BookMeeting, type Meeting } from './book-meeting.js'
import { demandComplete } from './complete-visit.js'
import { demandCategory, demandWords, openVisit, saveDue, saveVisit, type OpenVisit, type Target } from './open-visit.js'

/** What the unit says to a visitor. The officer is assigned in the same act when the head has not done so before. */
export interface UnitAnswer {
  readonly officerPositionId: string | null
  readonly category: MedlinCategory | null
}

/** The unit's word on a visitor: received now, at another time, or not at all. */
@Injectable()
export class AnswerVisit {
  constructor(
    private readonly work: Work,
    private readonly bookings: BookMeeting,
  ) {}

  /** The unit receives the visitor; from here the one hour of the mediation service runs. */
  confirm(me: Viewer, target: Target, answer: UnitAnswer, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'confirmVisit', attempt, async (tx) => {
      const open = await openVisit(tx, target)
      const { visit, theCase } = open
      visit.state = nextVisitState(open.before, 'confirm', me)
      demandCategory(open, answer.category, 'confirm')
      await demandComplete(tx, theCase)
      const post = await this.assigned(tx, open, 'confirm', answer.officerPositionId)
      const first = visit.confirmedAt === null
      visit.confirmedAt ??= tx.now
      answered(tx, open, post, null)
      if (first) {
        const caseBefore = caseFacts(theCase)
        const due = theCase.nextDueAt?.getTime()
        await startClocks(tx, theCase, 'confirmed_by_unit', tx.now)
        if (due !== theCase.nextDueAt?.getTime()) await saveDue(tx, theCase, caseBefore, post)
      }
      await saveVisit(tx, 'visit.answered', open, { position: post, notify: tellCounter(theCase) })
      return { id: visit.id }
    })
  }

  /** The unit does not receive the visitor: the request is decided, and the officer writes the letter that says so (surat penolakan). */
  decline(me: Viewer, target: Target, answer: UnitAnswer & { readonly reason: string }, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'declineVisit', attempt, async (tx) => {
      const open = await openVisit(tx, target)
      const { visit, theCase } = open
      visit.state = nextVisitState(open.before, 'decline', me)
      const reason = demandWords(answer.reason, 'reason', 2000)
      demandCategory(open, answer.category, 'decline')
      const post = await this.assigned(tx, open, 'decline', answer.officerPositionId)
      answered(tx, open, post, reason)
      visit.endedAt = tx.now
      if (theCase.stage === 'assigned') await enterDecision(tx, theCase, { processable: false, reason, confirmBy: null }, post)
      await saveVisit(tx, 'visit.answered', open, { position: post, note: reason, notify: tellCounter(theCase) })
      return { id: visit.id }
    })
  }

  /** Another time, because the unit is at work on something else: the meeting is booked and the visitor told. */
  proposeTime(
    me: Viewer,
    target: Target,
    answer: UnitAnswer & { readonly reason: string; readonly meeting: Meeting },
    attempt: Attempt,
  ): Promise<{ id: string }> {
    return this.work.run(me, 'proposeVisitTime', attempt, async (tx) => {
      const open = await openVisit(tx, target)
      const { visit, theCase } = open
      visit.state = nextVisitState(open.before, 'propose_time', me)
      const reason = demandWords(answer.reason, 'reason')
      if (answer.category !== null || visit.category === 'outside') demandCategory(open, answer.category, 'confirm')
      const post = await this.assigned(tx, open, 'propose_time', answer.officerPositionId)
      answered(tx, open, post, reason)
      visit.activityReason ??= reason
      const { id } = await this.bookings.make(tx, theCase, answer.meeting, post)
      visit.bookingId = id
      await saveVisit(tx, 'visit.answered', open, { position: post, note: reason, notify: tellCounter(theCase) })
      return { id: visit.id }
    })
  }

  /** Disposes to the officer who is named, if it is another one than has the case; gives the post that answers. Refused while nobody is assigned. */
  private async assigned(
    tx: Tx,
    { theCase, before }: OpenVisit,
    action: VisitAction,
    officerPositionId: string | null,
  ): Promise<HeldPosition> {
    const post = actingPost(tx.me, action, before, theCase.holderPositionId, ...theCase.handlerPositionIds)
    if (!post) throw new Refusal('access.denied')
    if (officerPositionId && officerPositionId !== theCase.holderPositionId) {
      await disposeFrom(tx, theCase, [{ toPositionId: officerPositionId, kind: 'main', instructions: [] }])
    }
    if (theCase.stage === 'with_unit') throw new Refusal('visit.no_officer', { fields: ['officerPositionId'] })
    return post
  }
}

function answered(tx: Tx, { visit }: OpenVisit, post: HeldPosition, reason: string | null): void {
  visit.answeredAt = tx.now
  visit.answeredByName = tx.me.name
  visit.answeredByTitle = titleHeld(post)
  visit.answerReason = reason
}

const tellCounter = (theCase: Case) => [{ personIds: [theCase.registrarId], kind: 'visit.answered' }]
