import type { Calendar } from './calendar.js'
import { latestOf, type PlannedClock } from './desk-plan.js'
import type { DeskTier } from './desk-tiers.js'
import { indonesianCalendar } from './indonesian-calendar.js'
import { dayOf, epochMs, instantAt, type Instant } from './jakarta.js'
import type { ClockState } from './ledger.js'
import type { ClockRule } from './rules.js'

/** waiting: not started; met and missed: stopped in time or not; paused: its date moves when work is resumed; the rest: running. */
export const STANDINGS = ['waiting', 'on_time', 'at_risk', 'late', 'paused', 'met', 'missed'] as const
export type Standing = (typeof STANDINGS)[number]

/** A clock as stored, or the nearest of a case. A clock whose limit has not been set has started but has no due date. */
export interface ClockTimes {
  readonly startedAt: Instant | null
  readonly dueAt: Instant | null
  readonly stoppedAt: Instant | null
  /** What `atRiskAt` gave, for a case the earliest of its clocks; null where nothing can be at risk. */
  readonly atRiskAt: Instant | null
  /** The clock's flag, where it is at hand: what is paused, or excused by a recorded reason, is not late. */
  readonly flag?: string | null
}

/** A clock is at risk from this share of the time between start and due date. */
export const AT_RISK_SHARE = 0.75

/**
 * The instant from which a clock is at risk by its share, whoever has the case: three quarters of its span have passed, or its last working day has
 * begun, whichever is earlier. A clock that starts and ends on one day knows only the first of the two.
 */
export function atRiskByShare(startedAt: Instant, dueAt: Instant, calendar: Calendar = indonesianCalendar()): Date {
  const start = epochMs(startedAt)
  const due = epochMs(dueAt)
  const share = Math.round(start + (due - start) * AT_RISK_SHARE)
  if (dayOf(start) === dayOf(due)) return new Date(share)
  const lastWorkingDay = instantAt(calendar.schedule('office').openDayUntil(dayOf(due)))
  return new Date(Math.max(start, Math.min(share, lastWorkingDay)))
}

/** By the share of its span, or by the plan of the tier that has the case, whichever comes first. */
export function atRiskFrom(clock: PlannedClock, tier: DeskTier, calendar: Calendar = indonesianCalendar()): Date {
  const share = atRiskByShare(clock.startedAt, clock.dueAt, calendar)
  const latest = latestOf(tier, clock, calendar)
  return latest !== null && latest < share ? latest : share
}

/**
 * The one rule for "at risk": from when a clock is, as long as the case lies where it lies now. Lists, the workload board, the case and the escalation
 * ladder all read it. Null for what does not run, stands still, is excused or has no due date.
 */
export function atRiskAt(
  rule: Pick<ClockRule, 'startEvent' | 'stopEvent'>,
  state: ClockState,
  tier: DeskTier,
  calendar: Calendar,
): Date | null {
  const { startedAt, stoppedAt, openPause, excusedAt, pauses, due } = state
  if (startedAt === null || stoppedAt !== null || openPause !== null || excusedAt !== null || !due?.dueAt) return null
  return atRiskFrom({ rule, startedAt, dueAt: due.dueAt, pauses }, tier, calendar)
}

/** How a clock stands at an instant. The due instant itself is still in time. */
export function standing(clock: ClockTimes, now: Instant): Standing {
  const { startedAt, dueAt, stoppedAt, atRiskAt: risk, flag } = clock
  const excused = flag === 'excused'
  if (stoppedAt !== null) return dueAt === null || excused || epochMs(stoppedAt) <= epochMs(dueAt) ? 'met' : 'missed'
  if (startedAt === null) return 'waiting'
  if (flag === 'paused') return 'paused'
  if (dueAt !== null && !excused && epochMs(now) > epochMs(dueAt)) return 'late'
  return risk !== null && epochMs(now) >= epochMs(risk) ? 'at_risk' : 'on_time'
}
