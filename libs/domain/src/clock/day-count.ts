import type { Calendar } from './calendar.js'
import { dayOf, instantAt } from './jakarta.js'
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

/** The day on which a day limit is used up. */
export function lastDay(rule: Pick<ClockRule, 'hours'>, limit: DayLimit, after: number, calendar: Calendar): number {
  if (limit.unit === 'working_day') return calendar.schedule(rule.hours).openDayAfter(after, limit.amount)
  return after + limit.amount * (limit.unit === 'week' ? 7 : 1)
}
