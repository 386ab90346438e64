import type { Calendar } from './calendar.js'
import { countedAfter, dayZero, isDayLimit, lastDay, type DayLimit } from './day-count.js'
import { dateOfDay, dayOf, endOfDay, epochMs, instantAt, type Instant, type LocalDate } from './jakarta.js'
import type { Pause } from './pauses.js'
import type { ClockRule } from './rules.js'
import { addMinutesBesidePauses } from './working-time.js'

/** What a reader must be told about a due date. */
export interface DueFlags {
  /** A limit in calendar days ends on a day the office is closed; the date stands. */
  readonly endsOnClosedDay: boolean
  /** The count touches a year whose holidays have not been decreed: the date may move. */
  readonly undecreed: boolean
  /** The standard leaves this limit open and none has been set: there is no due date. */
  readonly limitNotSet: boolean
}

/** When a promise must be kept: the last instant that is still in time. Both are null only when no limit has been set. */
export type Due = { readonly flags: DueFlags } & (
  { readonly dueAt: Date; readonly dueDate: LocalDate } | { readonly dueAt: null; readonly dueDate: null }
)

/** What `dueDate` needs of a rule. */
export type CountingRule = Pick<ClockRule, 'limit' | 'countReceiptDay' | 'hours'>

/**
 * When the limit of a rule that started at an instant is used up. Days and weeks end at 23.59.59,999 WIB, or at closing time under service
 * hours; minutes and hours are counted in open time. Pauses, disjoint and in order, are not counted. Throws RangeError outside the years 2000-2099.
 */
export function dueDate(rule: CountingRule, startInstant: Instant, calendar: Calendar, pauses: readonly Pause[] = []): Due {
  const start = epochMs(startInstant)
  if (rule.limit === null) return { dueAt: null, dueDate: null, flags: { endsOnClosedDay: false, undecreed: false, limitNotSet: true } }

  const dueAt = isDayLimit(rule.limit)
    ? endOfDayLimit(rule, rule.limit, start, calendar, pauses)
    : addMinutesBesidePauses(calendar, rule.hours, start, rule.limit.unit === 'hour' ? rule.limit.amount * 60 : rule.limit.amount, pauses)
  const day = dayOf(dueAt)
  return {
    dueAt,
    dueDate: dateOfDay(day),
    flags: {
      endsOnClosedDay: !calendar.schedule('office').isOpenDay(day),
      undecreed: calendar.isUndecreed(dayOf(start), day),
      limitNotSet: false,
    },
  }
}

function endOfDayLimit(rule: CountingRule, limit: DayLimit, start: number, calendar: Calendar, pauses: readonly Pause[]): Date {
  const day = lastDay(rule, limit, countedAfter(rule, dayZero(rule, start, calendar)), calendar, pauses)
  const closing = rule.hours === 'service' ? calendar.schedule('service').closingMinute(day) : null
  return new Date(closing === null ? endOfDay(day) : instantAt(day, closing))
}
