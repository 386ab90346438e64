import { instantAt, dayOf, MINUTE_MS, msOfDay, weekdayOf, type Weekday } from './jakarta.js'

/** An unbroken stretch of opening time inside one day, in minutes since local midnight, end exclusive. */
export interface OpenSpan {
  readonly from: number
  readonly to: number
}

/** Days from 1 January 2000 to 31 December 2099: what prefix sums are kept for. */
const FIRST_DAY = 10_957
const LAST_DAY = 47_481

/**
 * When doors are open, day by day, with prefix sums over a century of open days and open minutes: every question is a subtraction or a binary
 * search, none walks days. A day outside 2000-2099 throws RangeError.
 */
export class Schedule {
  /** Entry i counts the open days, or open minutes, before FIRST_DAY + i. */
  private readonly days = new Int32Array(LAST_DAY - FIRST_DAY + 2)
  private readonly minutes = new Int32Array(LAST_DAY - FIRST_DAY + 2)

  /** `hours` gives the opening spans of a day by weekday, `isClosed` the days on which they do not count. */
  constructor(
    private readonly hours: (day: number, weekday: Weekday) => readonly OpenSpan[],
    private readonly isClosed: (day: number) => boolean,
  ) {
    let days = 0
    let minutes = 0
    for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
      const spans = this.spansOn(day)
      if (spans.length > 0) days++
      for (const span of spans) minutes += span.to - span.from
      this.days[day - FIRST_DAY + 1] = days
      this.minutes[day - FIRST_DAY + 1] = minutes
    }
  }

  spansOn(day: number): readonly OpenSpan[] {
    return this.isClosed(day) ? [] : this.hours(day, weekdayOf(day))
  }

  isOpenDay(day: number): boolean {
    return this.openDaysBefore(day + 1) > this.openDaysBefore(day)
  }

  /** Open days before a day, counted from the start of the schedule: only differences mean anything. */
  openDaysBefore(day: number): number {
    return at(this.days, day)
  }

  /** The n-th open day after a day (n >= 1), or before it (n <= -1). Zero gives the day itself, open or not. */
  openDayAfter(day: number, n: number): number {
    if (n === 0) return day
    if (n > 0) return FIRST_DAY + indexOf(this.days, this.openDaysBefore(day + 1) + n) - 1
    return FIRST_DAY + indexOf(this.days, this.openDaysBefore(day) + n + 1) - 1
  }

  /** The first open day on or after a day. */
  openDayFrom(day: number): number {
    return this.openDayAfter(day - 1, 1)
  }

  /** The last open day on or before a day. */
  openDayUntil(day: number): number {
    return this.openDayAfter(day + 1, -1)
  }

  /** Minutes since midnight at which an open day closes, or null on a closed day. */
  closingMinute(day: number): number | null {
    return this.spansOn(day).at(-1)?.to ?? null
  }

  /** Open milliseconds before an instant, counted from the start of the schedule: only differences mean anything. */
  openMsBefore(instant: number): number {
    const day = dayOf(instant)
    const now = msOfDay(instant)
    let open = at(this.minutes, day) * MINUTE_MS
    for (const span of this.spansOn(day)) open += Math.max(0, Math.min(now, span.to * MINUTE_MS) - span.from * MINUTE_MS)
    return open
  }

  /** The earliest instant before which `openMs` of open time have passed. */
  instantOfOpenMs(openMs: number): number {
    const index = indexOf(this.minutes, Math.ceil(openMs / MINUTE_MS))
    const day = FIRST_DAY + index - 1
    let rest = openMs - at(this.minutes, day) * MINUTE_MS
    for (const span of this.spansOn(day)) {
      const length = (span.to - span.from) * MINUTE_MS
      if (rest <= length) return instantAt(day, span.from) + rest
      rest -= length
    }
    throw new RangeError('The opening hours of a day do not add up to its prefix sum')
  }

  /** The instant itself when doors are open, otherwise the next opening. */
  nextOpen(instant: number): number {
    const day = dayOf(instant)
    for (const span of this.spansOn(day)) {
      if (instant < instantAt(day, span.to)) return Math.max(instant, instantAt(day, span.from))
    }
    const next = this.openDayAfter(day, 1)
    return instantAt(next, this.spansOn(next)[0]?.from)
  }
}

function at(sums: Int32Array, day: number): number {
  const sum = sums[day - FIRST_DAY]
  if (sum === undefined) throw new RangeError('The calendar covers the years 2000 to 2099 only')
  return sum
}

/** The first index whose prefix sum reaches the target (>= 1): the day before that index brought it there. */
function indexOf(sums: Int32Array, target: number): number {
  let low = 1
  let high = sums.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sums[middle] ?? 0) >= target) high = middle
    else low = middle + 1
  }
  if (low === sums.length || target < 1) throw new RangeError('The calendar covers the years 2000 to 2099 only')
  return low
}
