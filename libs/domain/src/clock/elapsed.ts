import type { Calendar } from './calendar.js'
import { countedAfter, dayZero, daysAfter, isDayLimit } from './day-count.js'
import type { CountingRule } from './due.js'
import { dayOf, epochMs, type Instant } from './jakarta.js'
import type { ClockState } from './ledger.js'
import type { ClockLimit } from './rules.js'
import { workingMinutesBetween } from './working-time.js'

/** How much of a limit has run and how much was paused, in whole days of its kind or in open minutes. */
export interface Elapsed {
  readonly unit: 'minute' | 'day' | 'working_day'
  readonly run: number
  readonly paused: number
}

/** What has run of a clock at an instant, counted in the unit of a limit; null before the start and where no limit is set. */
export function elapsedOf(
  rule: Pick<CountingRule, 'hours' | 'countReceiptDay'>,
  limit: ClockLimit | null,
  state: ClockState,
  now: Instant,
  calendar: Calendar,
): Elapsed | null {
  if (state.startedAt === null || limit === null) return null
  const start = state.startedAt
  const until = Math.max(start, Math.min(epochMs(now), state.stoppedAt ?? Number.POSITIVE_INFINITY))
  const pauses = state.openPause ? [...state.pauses, { ...state.openPause, to: until }] : state.pauses
  if (!isDayLimit(limit)) {
    const open = (from: number, to: number) => workingMinutesBetween(calendar, rule.hours, from, to)
    const paused = pauses.reduce((sum, { from, to }) => sum + open(from, to), 0)
    return { unit: 'minute', run: Math.floor(open(start, until) - paused), paused: Math.floor(paused) }
  }
  const unit = limit.unit === 'working_day' ? 'working_day' : 'day'
  const after = countedAfter(rule, dayZero(rule, start, calendar))
  const days = (from: number, to: number) => (to > from ? daysAfter(rule, unit, from, to, calendar) : 0)
  const paused = pauses.reduce((sum, { from, to }) => sum + days(Math.max(after, dayOf(from)), dayOf(to)), 0)
  return { unit, run: days(after, dayOf(until)) - paused, paused }
}
