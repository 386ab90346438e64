import { Injectable } from '@nestjs/common'
import { demandClock, pauseRefusal, pauseTerm, resumeRefusal, type HeldPosition, type PauseReason, type Viewer } from '@domain'
import { announceClock, enter } from '../clocks/index.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { askApproval } from './ask-approval.js'
import { demandWords, openClock, settleClock, type ClockTarget, type OpenClock } from './open-clock.js'

/** Lets a clock stand still while others have to act, or asks the head for it where the rule of the clock demands consent. */
@Injectable()
export class PauseClock {
  constructor(private readonly work: Work) {}

  run(me: Viewer, target: ClockTarget, reason: PauseReason, note: string, attempt: Attempt): Promise<{ id: string; caseId: string }> {
    return this.work.run(me, 'pauseClock', attempt, async (tx) => {
      const open = await openClock(tx, me, target, 'keep_clocks')
      demandClock(pauseRefusal(open.facts, reason, tx.now))
      const why = demandWords(note, 'note')
      const { theCase, clock, post } = open
      if (pauseTerm(clock.rule, reason)?.needsApproval) {
        await askApproval(tx, theCase, post, { clock, kind: 'pause', reason: why, approver: 'head', pauseReason: reason })
      } else {
        await pause(tx, open, reason, { note: why, position: post, approval: null })
      }
      return { id: clock.id, caseId: theCase.id }
    })
  }
}

/** How a pause was decided: by whom in which post, and who asked for it when somebody consented. */
export interface Consent {
  readonly note: string
  readonly position: HeldPosition
  readonly approval: { readonly requestId: string; readonly askedBy: string } | null
}

/** Writes the pause and what follows from it. */
export async function pause(tx: Tx, open: Omit<OpenClock, 'post'>, reason: PauseReason, consent: Consent): Promise<void> {
  await enter(tx, open.clock, { kind: 'pause', at: tx.now, reason }, { ...consent, reason: consent.note })
  await settleClock(tx, open)
  await announceClock(tx, 'clock.paused', open.theCase, open.clock, {
    position: consent.position,
    note: consent.note,
    detail: { reason },
    notify: consent.approval ? [{ personIds: [consent.approval.askedBy], kind: 'clock.paused' }] : [],
  })
}

/** Lets a paused clock run on: its due date moves by what was paused. */
@Injectable()
export class ResumeClock {
  constructor(private readonly work: Work) {}

  run(me: Viewer, target: ClockTarget, note: string | null, attempt: Attempt): Promise<{ id: string; caseId: string }> {
    return this.work.run(me, 'resumeClock', attempt, async (tx) => {
      const open = await openClock(tx, me, target, 'keep_clocks')
      demandClock(resumeRefusal(open.facts))
      const said = note?.trim() ? demandWords(note, 'note') : null
      const { theCase, clock, post } = open
      await enter(tx, clock, { kind: 'resume', at: tx.now }, { reason: said, position: post })
      const dueAt = await settleClock(tx, open)
      await announceClock(tx, 'clock.resumed', theCase, clock, { position: post, note: said, detail: { dueAt } })
      return { id: clock.id, caseId: theCase.id }
    })
  }
}
