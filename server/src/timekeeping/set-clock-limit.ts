import { Injectable } from '@nestjs/common'
import { demandClock, excuseRefusal, ownLimitRefusal, type ClockLimit, type Viewer } from '@domain'
import { announceClock, enter } from '../clocks/index.js'
import { Work, type Attempt } from '../platform/work.js'
import { demandWords, openClock, settleClock, type ClockTarget } from './open-clock.js'

/** The head sets the limit that the standard leaves open for a 3T region, with a reason everybody who reads the case sees. */
@Injectable()
export class SetClockLimit {
  constructor(private readonly work: Work) {}

  run(me: Viewer, target: ClockTarget, limit: ClockLimit, reason: string, attempt: Attempt): Promise<{ id: string; caseId: string }> {
    return this.work.run(me, 'setClockLimit', attempt, async (tx) => {
      const open = await openClock(tx, me, target, 'set_clock_limit')
      demandClock(ownLimitRefusal(open.facts, limit))
      const why = demandWords(reason, 'reason')
      const { theCase, clock, post } = open
      await enter(tx, clock, { kind: 'set_limit', at: tx.now, limit }, { reason: why, position: post })
      const dueAt = await settleClock(tx, open)
      await announceClock(tx, 'clock.limit_set', theCase, clock, {
        position: post,
        note: why,
        detail: { amount: limit.amount, unit: limit.unit, dueAt },
      })
      return { id: clock.id, caseId: theCase.id }
    })
  }
}

/** Records why a visitor was served as the running activity of the unit allowed: the lateness that follows is excused, and says why. */
@Injectable()
export class ExcuseClock {
  constructor(private readonly work: Work) {}

  run(me: Viewer, target: ClockTarget, reason: string, attempt: Attempt): Promise<{ id: string; caseId: string }> {
    return this.work.run(me, 'excuseClock', attempt, async (tx) => {
      const open = await openClock(tx, me, target, 'keep_clocks')
      demandClock(excuseRefusal(open.facts))
      const why = demandWords(reason, 'reason')
      const { theCase, clock, post } = open
      await enter(tx, clock, { kind: 'excuse', at: tx.now }, { reason: why, position: post })
      await settleClock(tx, open)
      await announceClock(tx, 'clock.excused', theCase, clock, { position: post, note: why })
      return { id: clock.id, caseId: theCase.id }
    })
  }
}
