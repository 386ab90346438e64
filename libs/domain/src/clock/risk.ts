import type { Calendar } from './calendar.js'
import { indonesianCalendar } from './indonesian-calendar.js'
import { dayOf, epochMs, instantAt, type Instant } from './jakarta.js'

/** waiting: not started; met and missed: stopped in time or not; paused: its date moves when work is resumed; the rest: running. */
export const STANDINGS = ['waiting', 'on_time', 'at_risk', 'late', 'paused', 'met', 'missed'] as const
export type Standing = (typeof STANDINGS)[number]

/** A clock as stored. A clock whose limit has not been set has started but has no due date. */
export interface ClockTimes {
  readonly startedAt: Instant | null
  readonly dueAt: Instant | null
  readonly stoppedAt: Instant | null
  /** The clock's flag, where it is at hand: what is paused, or excused by a recorded reason, is not late. */
  readonly flag?: string | null
}

/** A clock is at risk from this share of the time between start and due date. */
export const AT_RISK_SHARE = 0.75

/**
 * The instant from which a running clock is at risk: three quarters of its span have passed, or its last working day has begun, whichever is
 * earlier. A clock that starts and ends on one day knows only the first of the two.
 */
export function atRiskFrom(startedAt: Instant, dueAt: Instant, calendar: Calendar = indonesianCalendar()): Date {
  const start = epochMs(startedAt)
  const due = epochMs(dueAt)
  const share = Math.round(start + (due - start) * AT_RISK_SHARE)
  if (dayOf(start) === dayOf(due)) return new Date(share)
  const lastWorkingDay = instantAt(calendar.schedule('office').openDayUntil(dayOf(due)))
  return new Date(Math.max(start, Math.min(share, lastWorkingDay)))
}

/** How a clock stands at an instant. The due instant itself is still in time. */
export function standing(clock: ClockTimes, now: Instant, calendar: Calendar = indonesianCalendar()): Standing {
  const { startedAt, dueAt, stoppedAt, flag } = clock
  const excused = flag === 'excused'
  if (stoppedAt !== null) return dueAt === null || excused || epochMs(stoppedAt) <= epochMs(dueAt) ? 'met' : 'missed'
  if (startedAt === null) return 'waiting'
  if (flag === 'paused') return 'paused'
  if (dueAt === null || excused) return 'on_time'
  if (epochMs(now) > epochMs(dueAt)) return 'late'
  return epochMs(now) >= epochMs(atRiskFrom(startedAt, dueAt, calendar)) ? 'at_risk' : 'on_time'
}
