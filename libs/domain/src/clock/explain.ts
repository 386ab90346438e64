import type { Bilingual } from '../standard/service.js'
import type { Calendar } from './calendar.js'
import { countedAfter, dayZero, isDayLimit } from './day-count.js'
import { dueDate, type DueFlags } from './due.js'
import { reasonText, type SpanReason } from './explain-text.js'
import { formatDateTime } from './format.js'
import { dateOfDay, dayOf, endOfDay, epochMs, instantAt, MINUTE_MS, weekdayOf, type Instant, type LocalDate } from './jakarta.js'
import { limitLabel, START_EVENT_LABEL } from './labels.js'
import type { ClockLimit, ClockRule, StartEvent } from './rules.js'

/** A day, or a stretch of a day, between start and due date: counted or skipped, and why. */
export interface ClockSpan {
  readonly date: LocalDate
  readonly from: Date
  readonly to: Date
  readonly counted: boolean
  /** Which day of the limit this is, when days are counted. */
  readonly ordinal: number | null
  /** How many minutes of the limit this is, when minutes are counted. */
  readonly minutes: number | null
  readonly reason: SpanReason
  readonly text: Bilingual
  /** The year of this day has no holiday decree yet. */
  readonly undecreed: boolean
}

/** The readable account of one due date. */
export interface ClockExplanation {
  readonly ruleCode: string
  readonly label: Bilingual
  readonly clause: string
  readonly limit: ClockLimit | null
  readonly startEvent: StartEvent
  readonly startedAt: Date
  readonly dueAt: Date | null
  readonly dueDate: LocalDate | null
  readonly flags: DueFlags
  readonly calendarVersion: string
  /** One sentence: "5 hari kerja sejak diterima, 17 Maret 2026, 09.12 WIB; jatuh tempo 26 Maret 2026, 23.59 WIB." */
  readonly summary: Bilingual
  /** Every day, or stretch of a day, from start to due date in order. */
  readonly spans: readonly ClockSpan[]
}

/** How a due date comes about. Walks the days: meant for one clock a reader opens, not for lists. */
export function explain(rule: ClockRule, start: Instant, calendar: Calendar): ClockExplanation {
  const startedAt = new Date(epochMs(start))
  const due = dueDate(rule, startedAt, calendar)
  return {
    ruleCode: rule.code,
    label: rule.label,
    clause: rule.clause,
    limit: rule.limit,
    startEvent: rule.startEvent,
    startedAt,
    ...due,
    calendarVersion: calendar.version,
    summary: summary(rule, startedAt, due.dueAt),
    spans: due.dueAt === null || rule.limit === null ? [] : spansOf(rule, rule.limit, startedAt, due.dueAt, calendar),
  }
}

function summary(rule: ClockRule, startedAt: Date, dueAt: Date | null): Bilingual {
  const limit = limitLabel(rule.limit)
  const event = START_EVENT_LABEL[rule.startEvent]
  const started = { id: `sejak ${event.id}, ${formatDateTime(startedAt)}`, en: `from ${event.en}, ${formatDateTime(startedAt, 'en')}` }
  if (dueAt === null) return { id: `Berjalan ${started.id}; ${limit.id}.`, en: `Running ${started.en}; ${limit.en}.` }
  return {
    id: `${capital(limit.id)} ${started.id}; jatuh tempo ${formatDateTime(dueAt)}.`,
    en: `${capital(limit.en)} ${started.en}; due ${formatDateTime(dueAt, 'en')}.`,
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function spansOf(rule: ClockRule, limit: ClockLimit, startedAt: Date, dueAt: Date, calendar: Calendar): ClockSpan[] {
  const days: number[] = []
  for (let day = dayOf(startedAt); day <= dayOf(dueAt); day++) days.push(day)
  if (!isDayLimit(limit)) return days.flatMap((day) => stretchesOf(rule, day, startedAt.getTime(), dueAt.getTime(), calendar))

  const zero = dayZero(rule, startedAt.getTime(), calendar)
  const after = countedAfter(rule, zero)
  let ordinal = 0
  return days.map((day) => {
    const skipped = day <= after || limit.unit === 'working_day' ? skipReason(rule, day, startedAt, zero, after, calendar) : null
    const from = Math.max(instantAt(day), startedAt.getTime())
    const to = Math.min(endOfDay(day), dueAt.getTime())
    return skipped
      ? span(day, from, to, skipped, calendar)
      : { ...span(day, from, to, { code: 'counted_day', ordinal: ++ordinal }, calendar), ordinal }
  })
}

/** Why a day is not counted in a day limit, or null when it is. */
function skipReason(rule: ClockRule, day: number, startedAt: Date, zero: number, after: number, calendar: Calendar): SpanReason | null {
  if (day === zero && day <= after) return { code: day === dayOf(startedAt) ? 'receipt_day' : 'deemed_receipt_day' }
  if (!calendar.schedule(rule.hours).isOpenDay(day)) return closedReason(day, calendar)
  return day <= after ? { code: 'after_closing' } : null
}

function closedReason(day: number, calendar: Calendar): SpanReason {
  const closed = calendar.closedDay(day)
  if (closed) return { code: closed.kind === 'libur_nasional' ? 'national_holiday' : 'collective_leave', name: closed.name }
  return { code: weekdayOf(day) >= 6 ? 'weekend' : 'no_hours' }
}

/** The stretches of one day that lie between start and due instant, for limits in minutes and hours. */
function stretchesOf(rule: ClockRule, day: number, start: number, due: number, calendar: Calendar): ClockSpan[] {
  const open = calendar.schedule(rule.hours).spansOn(day)
  const stretches: { readonly from: number; readonly to: number; readonly reason: SpanReason }[] = []
  let cursor = instantAt(day)
  for (const [index, { from, to }] of open.entries()) {
    stretches.push({ from: cursor, to: instantAt(day, from), reason: { code: index === 0 ? 'outside_hours' : 'break' } })
    cursor = instantAt(day, to)
    stretches.push({ from: instantAt(day, from), to: cursor, reason: { code: 'counted_time' } })
  }
  const rest: SpanReason = open.length === 0 ? closedReason(day, calendar) : { code: 'outside_hours' }
  stretches.push({ from: cursor, to: instantAt(day + 1), reason: rest })

  return stretches
    .map(({ from, to, reason }) => ({ from: Math.max(from, start), to: Math.min(to, due), reason }))
    .filter(({ from, to }) => from < to)
    .map(({ from, to, reason }) => ({
      ...span(day, from, to, reason, calendar),
      minutes: reason.code === 'counted_time' ? (to - from) / MINUTE_MS : null,
    }))
}

const span = (day: number, from: number, to: number, reason: SpanReason, calendar: Calendar): ClockSpan => ({
  date: dateOfDay(day),
  from: new Date(from),
  to: new Date(to),
  counted: reason.code === 'counted_day' || reason.code === 'counted_time',
  ordinal: null,
  minutes: null,
  reason,
  text: reasonText(reason, day),
  undecreed: calendar.isUndecreed(day, day),
})
