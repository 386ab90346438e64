import { Injectable } from '@nestjs/common'
import { demandClock, extensionRefusal, Refusal, type Viewer } from '@domain'
import { announceClock, enter } from '../clocks/index.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { askApproval } from './ask-approval.js'
import { demandWords, openClock, settleClock, type ClockTarget, type OpenClock } from './open-clock.js'
import type { Consent } from './pause-clock.js'

/** Asks the person the rule names for more time. Nothing moves until they consent. */
@Injectable()
export class RequestExtension {
  constructor(private readonly work: Work) {}

  run(me: Viewer, target: ClockTarget, amount: number, reason: string, attempt: Attempt): Promise<{ id: string; caseId: string }> {
    return this.work.run(me, 'requestExtension', attempt, async (tx) => {
      const { theCase, clock, facts, post } = await openClock(tx, me, target, 'keep_clocks')
      demandClock(extensionRefusal(facts, amount, tx.now))
      const approver = clock.rule.extension?.approver
      if (!approver) throw new Refusal('clock.extension_not_allowed')
      await askApproval(tx, theCase, post, { clock, kind: 'extend', reason: demandWords(reason, 'reason'), approver, amount })
      return { id: clock.id, caseId: theCase.id }
    })
  }
}

/** Writes the extension that was consented to. It was asked for in time, so the answer may come after the old due date. */
export async function extend(tx: Tx, open: Omit<OpenClock, 'post'>, amount: number, askedAt: Date, consent: Consent): Promise<void> {
  demandClock(extensionRefusal(open.facts, amount, askedAt))
  await enter(tx, open.clock, { kind: 'extend', at: tx.now, amount }, { ...consent, reason: consent.note })
  const dueAt = await settleClock(tx, open)
  await announceClock(tx, 'clock.extended', open.theCase, open.clock, {
    position: consent.position,
    note: consent.note,
    detail: { amount, dueAt },
    notify: consent.approval ? [{ personIds: [consent.approval.askedBy], kind: 'clock.extended' }] : [],
  })
}
