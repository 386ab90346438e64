import type { Calendar } from './calendar.js'
import { dayOf, instantAt } from './jakarta.js'
import type { Pause } from './pauses.js'
import type { ClockLimit, ClockRule } from './rules.js'

/** A limit counted in whole days. */
export interface DayLimit {
  readonly amount: number
  readonly unit: 'day' | 'working_day' | 'week'
}

export function isDayLimit(limit: ClockLimit): limit is DayLimit {
  return limit.unit !== 'minute' && limit.unit !== 'hour'
}

/**
 * The day that counts as day 0: the day of the start event. Under service hours a start on a closed day, or at or after closing time,
 * belongs to the next service day.
 */
export function dayZero(rule: Pick<ClockRule, 'hours'>, start: number, calendar: Calendar): number {
  const day = dayOf(start)
  if (rule.hours === 'office') return day
  const schedule = calendar.schedule(rule.hours)
  const closing = schedule.closingMinute(day)
  return closing !== null && start < instantAt(day, closing) ? day : schedule.openDayAfter(day, 1)
}

/** The last day that is not counted: day 0, or the day before it where the standard counts the receipt day. */
export const countedAfter = (rule: Pick<ClockRule, 'countReceiptDay'>, zero: number): number => (rule.countReceiptDay ? zero - 1 : zero)

/** Days of a limit's kind after one day, up to and including a later one. */
export function daysAfter(
  rule: Pick<ClockRule, 'hours'>,
  unit: DayLimit['unit'],
  after: number,
  until: number,
  calendar: Calendar,
): number {
  if (unit !== 'working_day') return until - after
  const schedule = calendar.schedule(rule.hours)
  return schedule.openDaysBefore(until + 1) - schedule.openDaysBefore(after + 1)
}

/** How many days a day limit has. */
export const daysOf = (limit: DayLimit): number => limit.amount * (limit.unit === 'week' ? 7 : 1)

/**
 * The day on which a day limit is used up. Days after the day of a pause, up to and including the day on which work was resumed, are not counted: the
 * day of resumption is like the day of receipt.
 */
export function lastDay(
  rule: Pick<ClockRule, 'hours'>,
  limit: DayLimit,
  after: number,
  calendar: Calendar,
  pauses: readonly Pause[] = [],
): number {
  let left = daysOf(limit)
  let cursor = after
  for (const { from, to } of pauses) {
    const paused = dayOf(from)
    const resumed = dayOf(to)
    if (resumed <= cursor) continue
    if (paused > cursor) {
      const counted = daysAfter(rule, limit.unit, cursor, paused, calendar)
      if (left <= counted) break
      left -= counted
    }
    cursor = resumed
  }
  return limit.unit === 'working_day' ? calendar.schedule(rule.hours).openDayAfter(cursor, left) : cursor + left
}
