import { indonesianCalendar } from './indonesian-calendar.js'
import type { Calendar, HoursKind } from './calendar.js'
import { dayOf, endOfDay, epochMs, type Instant } from './jakarta.js'
import type { ClockLimit, LimitUnit } from './rules.js'
import { addWorkingMinutes } from './working-time.js'

/** The rungs of the ladder, in their order: the promise is at risk, is due, has been broken for a while. */
export const ESCALATION_STEPS = ['at_risk', 'due', 'after'] as const
export type EscalationStep = (typeof ESCALATION_STEPS)[number]

/** Who is told on each rung: whoever has the case in hand, then the head of the working group too, then leadership too. */
export type EscalationTier = 'holder' | 'head' | 'leadership'
export const ESCALATION_AUDIENCE: Readonly<Record<EscalationStep, readonly EscalationTier[]>> = {
  at_risk: ['holder'],
  due: ['holder', 'head'],
  after: ['head', 'leadership'],
}

/** How long after the due instant leadership is told: a share of the limit in open time, or so many working days that have passed in full. */
type Grace = { readonly shareOfLimit: number } | { readonly workingDays: number }

/** A rule of the house; the standards do not print one. */
export const GRACE: Readonly<Record<LimitUnit, Grace>> = {
  minute: { shareOfLimit: 0.25 },
  hour: { shareOfLimit: 0.25 },
  day: { workingDays: 1 },
  working_day: { workingDays: 1 },
  week: { workingDays: 1 },
}

/** What the ladder needs to know of a clock. */
export interface EscalatingClock {
  readonly startedAt: Instant | null
  readonly stoppedAt: Instant | null
  readonly dueAt: Instant | null
  /** From when it is at risk where the case lies now (`atRiskAt`); null where it cannot be. */
  readonly atRiskAt: Instant | null
  /** 'paused' and 'excused' clocks do not escalate. */
  readonly flag: string | null
  readonly limit: ClockLimit | null
  readonly hours: HoursKind
}

/** A rung that was told: of which due date, and when. */
export interface ToldStep {
  readonly step: EscalationStep
  readonly dueAt: Instant
  readonly at: Instant
}

/** A rung that is to be told, and the instant it is ripe from. */
export interface RipeStep {
  readonly step: EscalationStep
  readonly at: Date
}

export interface DueSteps {
  /** To be told now, in this order. */
  readonly ripe: readonly RipeStep[]
  /** When there will be something to tell, as things stand; null when there never will. */
  readonly next: Date | null
}

const NOTHING: DueSteps = { ripe: [], next: null }

/** The instant from which leadership is told. */
function graceEnds(dueAt: number, { limit, hours }: Pick<EscalatingClock, 'limit' | 'hours'>, calendar: Calendar): number {
  const grace = GRACE[limit?.unit ?? 'working_day']
  if ('workingDays' in grace) return endOfDay(calendar.schedule('office').openDayAfter(dayOf(dueAt), grace.workingDays))
  const minutes = (limit?.amount ?? 0) * (limit?.unit === 'hour' ? 60 : 1)
  return epochMs(addWorkingMinutes(calendar, hours, dueAt, minutes * grace.shareOfLimit)) + 1
}

/** When each rung of a running clock is told: at its instant if the office is open then, otherwise when it opens next. */
export function escalationTimes(clock: EscalatingClock, calendar: Calendar = indonesianCalendar()): readonly RipeStep[] {
  const { startedAt, stoppedAt, dueAt, atRiskAt, flag } = clock
  if (startedAt === null || stoppedAt !== null || dueAt === null || atRiskAt === null || flag === 'paused' || flag === 'excused') return []
  const due = epochMs(dueAt)
  const office = calendar.schedule('office')
  // The due instant itself is still in time.
  const instants: Record<EscalationStep, number> = {
    at_risk: epochMs(atRiskAt),
    due: due + 1,
    after: graceEnds(due, clock, calendar),
  }
  return ESCALATION_STEPS.map((step) => ({ step, at: new Date(office.nextOpen(instants[step])) }))
}

/**
 * Which rungs are to be told now, and when to look again. A rung counts as told while the due date it was told of is not earlier than the one in force: a
 * due date that moves later arms the whole ladder anew, one that moves earlier does not tell anything twice. That a promise is at risk is told once more
 * only when it had come out of risk, because a desk that was behind its plan passed the case on: then whoever has it now is told.
 */
export function dueSteps(
  clock: EscalatingClock,
  told: readonly ToldStep[],
  now: Instant,
  calendar: Calendar = indonesianCalendar(),
): DueSteps {
  const { dueAt } = clock
  const waiting = escalationTimes(clock, calendar).filter(
    ({ step, at }) =>
      !told.some(
        (one) =>
          one.step === step &&
          dueAt !== null &&
          epochMs(one.dueAt) >= epochMs(dueAt) &&
          (step !== 'at_risk' || epochMs(one.at) >= epochMs(at)),
      ),
  )
  const [first] = waiting
  if (!first) return NOTHING
  const instant = epochMs(now)
  const opening = calendar.schedule('office').nextOpen(Math.max(instant, epochMs(first.at)))
  if (opening > instant) return { ripe: [], next: new Date(opening) }
  return {
    ripe: waiting.filter(({ at }) => epochMs(at) <= instant),
    next: now instanceof Date ? now : new Date(now),
  }
}
