import type { Bilingual } from '../standard/service.js'
import type { Calendar } from './calendar.js'
import { countedAfter, dayZero, daysOf, isDayLimit, type DayLimit } from './day-count.js'
import type { DueFlags } from './due.js'
import { reasonText, type SpanReason } from './explain-text.js'
import { formatDateTime } from './format.js'
import { dateOfDay, dayOf, endOfDay, epochMs, instantAt, MINUTE_MS, type Instant, type LocalDate } from './jakarta.js'
import { limitLabel, START_EVENT_LABEL } from './labels.js'
import { readLedger, type ClockState, type LedgerEntry } from './ledger.js'
import { closedReason, stretchesOf } from './explain-minutes.js'
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
  /** The due date as it was before the clock was extended; null where it was not. */
  readonly dueBeforeExtension: Date | null
  readonly calendarVersion: string
  /** One sentence: "5 hari kerja sejak diterima, 17 Maret 2026, 09.12 WIB; jatuh tempo 26 Maret 2026, 23.59 WIB." */
  readonly summary: Bilingual
  /** Every day, or stretch of a day, from start to due date in order. */
  readonly spans: readonly ClockSpan[]
}

/**
 * How a due date comes about, from the ledger of its clock; without one, of a clock that started at the instant and was left alone. Walks the days:
 * meant for one clock a reader opens, not for lists.
 */
export function explain(
  rule: ClockRule,
  start: Instant,
  calendar: Calendar,
  entries: readonly LedgerEntry[] = [{ kind: 'start', at: start }],
): ClockExplanation {
  const startedAt = new Date(epochMs(start))
  const state = readLedger(rule, entries, calendar)
  const due = state.due
  if (!due) throw new RangeError('A clock that has not started has no due date to explain')
  const { limit } = state
  return {
    ruleCode: rule.code,
    label: rule.label,
    clause: rule.clause,
    limit,
    startEvent: rule.startEvent,
    startedAt,
    ...due,
    dueBeforeExtension: state.granted > 0 ? (state.dueBeforeExtension?.dueAt ?? null) : null,
    calendarVersion: calendar.version,
    summary: summary(rule, state, startedAt, due.dueAt),
    spans: due.dueAt === null || limit === null ? [] : spansOf(rule, limit, state, startedAt, due.dueAt, calendar),
  }
}

function summary(rule: ClockRule, state: ClockState, startedAt: Date, dueAt: Date | null): Bilingual {
  const limit = limitLabel(state.limit)
  const event = START_EVENT_LABEL[rule.startEvent]
  const started = { id: `sejak ${event.id}, ${formatDateTime(startedAt)}`, en: `from ${event.en}, ${formatDateTime(startedAt, 'en')}` }
  if (dueAt === null) return { id: `Berjalan ${started.id}; ${limit.id}.`, en: `Running ${started.en}; ${limit.en}.` }
  const extended = extension(state)
  const first = state.granted > 0 ? (state.dueBeforeExtension?.dueAt ?? null) : null
  const was = first ? { id: ` (semula ${formatDateTime(first)})`, en: ` (at first ${formatDateTime(first, 'en')})` } : NOTHING
  const held = state.openPause
    ? {
        id: ` Dijeda sejak ${formatDateTime(state.openPause.from)}: batas waktu bergeser ketika dilanjutkan.`,
        en: ` Paused since ${formatDateTime(state.openPause.from, 'en')}: the date moves when work is resumed.`,
      }
    : NOTHING
  return {
    id: `${capital(limit.id)}${extended.id} ${started.id}; jatuh tempo ${formatDateTime(dueAt)}${was.id}.${held.id}`,
    en: `${capital(limit.en)}${extended.en} ${started.en}; due ${formatDateTime(dueAt, 'en')}${was.en}.${held.en}`,
  }
}

const NOTHING: Bilingual = { id: '', en: '' }

function extension({ limit, granted }: ClockState): Bilingual {
  if (limit === null || granted === 0) return NOTHING
  const more = limitLabel({ amount: granted, unit: limit.unit })
  return { id: ` dan perpanjangan ${more.id}`, en: ` and an extension of ${more.en}` }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function spansOf(rule: ClockRule, limit: ClockLimit, state: ClockState, startedAt: Date, dueAt: Date, calendar: Calendar): ClockSpan[] {
  const days: number[] = []
  for (let day = dayOf(startedAt); day <= dayOf(dueAt); day++) days.push(day)
  if (!isDayLimit(limit)) {
    return days.flatMap((day) =>
      stretchesOf(rule, day, startedAt.getTime(), dueAt.getTime(), state, calendar).map(({ from, to, reason }) => ({
        ...span(day, from, to, reason, calendar),
        minutes: reason.code === 'counted_time' || reason.code === 'held_time' ? (to - from) / MINUTE_MS : null,
      })),
    )
  }

  const zero = dayZero(rule, startedAt.getTime(), calendar)
  const after = countedAfter(rule, zero)
  let ordinal = 0
  return days.map((day) => {
    const skipped = skipReason(rule, limit, day, { startedAt, zero, after, state }, calendar)
    const from = Math.max(instantAt(day), startedAt.getTime())
    const to = Math.min(endOfDay(day), dueAt.getTime())
    if (skipped) return span(day, from, to, skipped, calendar)
    ordinal += 1
    return { ...span(day, from, to, { code: countedAs(state, limit, day, ordinal), ordinal }, calendar), ordinal }
  })
}

function countedAs(state: ClockState, limit: DayLimit, day: number, ordinal: number): 'held_day' | 'extended_day' | 'counted_day' {
  if (state.openPause && day > dayOf(state.openPause.from)) return 'held_day'
  return ordinal > daysOf(limit) ? 'extended_day' : 'counted_day'
}

interface Counting {
  readonly startedAt: Date
  readonly zero: number
  readonly after: number
  readonly state: ClockState
}

/** Why a day is not counted in a day limit, or null when it is. */
function skipReason(
  rule: ClockRule,
  limit: DayLimit,
  day: number,
  { startedAt, zero, after, state }: Counting,
  calendar: Calendar,
): SpanReason | null {
  const isOpen = calendar.schedule(rule.hours).isOpenDay(day)
  if (day <= after) {
    if (day === zero) return { code: day === dayOf(startedAt) ? 'receipt_day' : 'deemed_receipt_day' }
    return isOpen ? { code: 'after_closing' } : closedReason(day, calendar)
  }
  if (limit.unit === 'working_day' && !isOpen) return closedReason(day, calendar)
  const pause = state.pauses.find(({ from, to }) => dayOf(from) < day && day <= dayOf(to))
  if (!pause) return null
  return day === dayOf(pause.to) ? { code: 'resumed_day', pause: pause.reason } : { code: 'paused', pause: pause.reason }
}

const span = (day: number, from: number, to: number, reason: SpanReason, calendar: Calendar): ClockSpan => ({
  date: dateOfDay(day),
  from: new Date(from),
  to: new Date(to),
  counted: COUNTED.includes(reason.code),
  ordinal: null,
  minutes: null,
  reason,
  text: reasonText(reason, day),
  undecreed: calendar.isUndecreed(day, day),
})

const COUNTED: readonly SpanReason['code'][] = ['counted_day', 'extended_day', 'held_day', 'counted_time', 'held_time']
