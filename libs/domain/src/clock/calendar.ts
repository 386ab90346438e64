import { dayNumber, minutesOf, partsOf, type LocalDate, type Weekday } from './jakarta.js'
import { Schedule, type OpenSpan } from './schedule.js'

/** A day without work, as decreed. Both kinds close the office. */
export interface ClosedDay {
  readonly date: LocalDate
  readonly name: string
  readonly kind: 'libur_nasional' | 'cuti_bersama'
}

/** Two sets of hours: when the office works, and when it receives the public. */
export const HOURS_KINDS = ['office', 'service'] as const
export type HoursKind = (typeof HOURS_KINDS)[number]

/** Opening of one weekday; times are 'HH.MM' WIB. */
export interface DayHours {
  readonly opens: string
  readonly closes: string
  readonly breaks: readonly { readonly from: string; readonly to: string }[]
}

/** Hours in force from a date, until a date when given. Where several cover a day, the last in the list wins (Ramadan hours go below the usual ones). */
export interface OpeningHours {
  readonly kind: HoursKind
  readonly from: LocalDate
  readonly until?: LocalDate
  readonly weekdays: Readonly<Partial<Record<Weekday, DayHours>>>
}

/** The decree that settled the holidays of a year: its number, and the day it was signed where that is known. */
export interface YearDecree {
  readonly year: number
  readonly number: string
  readonly date: LocalDate | null
}

/** A calendar as data: what an administrator edits and a clock remembers the version of. */
export interface CalendarData {
  readonly version: string
  readonly closedDays: readonly ClosedDay[]
  /** Years whose holidays have been decreed. Dates in other years are computed with weekends only and flagged `undecreed`. */
  readonly decreedYears: readonly number[]
  /** By which decree each year was settled, as far as it was noted. */
  readonly decrees?: readonly YearDecree[]
  readonly openings: readonly OpeningHours[]
}

/** A version of the working calendar, ready to be asked. Building one takes milliseconds: keep it. */
export class Calendar {
  readonly version: string
  private readonly closed: ReadonlyMap<number, ClosedDay>
  private readonly decreed: ReadonlySet<number>
  private readonly schedules: Readonly<Record<HoursKind, Schedule>>

  /** Throws RangeError when the data holds a date, a time or a break that cannot be. */
  constructor(data: CalendarData) {
    this.version = data.version
    this.closed = new Map(data.closedDays.map((closedDay) => [dayNumber(closedDay.date), closedDay]))
    this.decreed = new Set(data.decreedYears)
    const scheduleOf = (kind: HoursKind) => new Schedule(hoursLookup(data.openings, kind), (day) => this.closed.has(day))
    this.schedules = { office: scheduleOf('office'), service: scheduleOf('service') }
  }

  schedule(kind: HoursKind): Schedule {
    return this.schedules[kind]
  }

  /** The decreed holiday or cuti bersama of a day, or null. */
  closedDay(day: number): ClosedDay | null {
    return this.closed.get(day) ?? null
  }

  /** The years whose days off are decreed, in their order. */
  get decreedYears(): number[] {
    return [...this.decreed].sort((one, other) => one - other)
  }

  /** Whether any year touched by the two days, inclusive, has no decree yet. */
  isUndecreed(fromDay: number, toDay: number): boolean {
    const last = partsOf(toDay).year
    for (let year = partsOf(fromDay).year; year <= last; year++) if (!this.decreed.has(year)) return true
    return false
  }
}

function hoursLookup(openings: readonly OpeningHours[], kind: HoursKind): (day: number, weekday: Weekday) => readonly OpenSpan[] {
  const inForce = openings
    .filter((opening) => opening.kind === kind)
    .map((opening) => ({
      from: dayNumber(opening.from),
      until: opening.until === undefined ? Number.POSITIVE_INFINITY : dayNumber(opening.until),
      spans: spansByWeekday(opening.weekdays),
    }))
    .reverse()
  return (day, weekday) => inForce.find(({ from, until }) => from <= day && day <= until)?.spans.get(weekday) ?? []
}

function spansByWeekday(weekdays: OpeningHours['weekdays']): ReadonlyMap<Weekday, readonly OpenSpan[]> {
  const spans = new Map<Weekday, readonly OpenSpan[]>()
  for (const weekday of [1, 2, 3, 4, 5, 6, 7] as const) {
    const hours = weekdays[weekday]
    if (hours) spans.set(weekday, spansOf(hours))
  }
  return spans
}

function spansOf({ opens, closes, breaks }: DayHours): readonly OpenSpan[] {
  const edges = [opens, ...breaks.flatMap(({ from, to }) => [from, to]), closes].map(minutesOf)
  const inOrder = edges.every((edge, index) => index === 0 || edge > (edges[index - 1] ?? edge))
  if (!inOrder) throw new RangeError(`The hours ${opens}-${closes} and their breaks are not in order`)
  return Array.from({ length: edges.length / 2 }, (_, index) => ({ from: edges[index * 2] ?? 0, to: edges[index * 2 + 1] ?? 0 }))
}
