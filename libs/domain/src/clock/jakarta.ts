/** A moment: a Date or epoch milliseconds. */
export type Instant = Date | number

/** A day of the Jakarta calendar, 'YYYY-MM-DD'. */
export type LocalDate = string

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** Waktu Indonesia Barat is UTC+7 all year, whatever the time zone of the process. */
const WIB_OFFSET_MS = 7 * HOUR_MS

export const epochMs = (instant: Instant): number => (typeof instant === 'number' ? instant : instant.getTime())

/** The Jakarta day an instant falls on, as days since 1970-01-01: the number all calendar arithmetic runs on. */
export const dayOf = (instant: Instant): number => Math.floor((epochMs(instant) + WIB_OFFSET_MS) / DAY_MS)

/** Milliseconds since local midnight. */
export const msOfDay = (instant: Instant): number => epochMs(instant) + WIB_OFFSET_MS - dayOf(instant) * DAY_MS

/** Epoch milliseconds of local midnight of a day, plus minutes. */
export const instantAt = (day: number, minutes = 0): number => day * DAY_MS - WIB_OFFSET_MS + minutes * MINUTE_MS

/** The last millisecond of a day, 23.59.59,999 WIB, as epoch milliseconds. */
export const endOfDay = (day: number): number => instantAt(day + 1) - 1

/** ISO weekday of a day number: 1 Monday ... 7 Sunday (1970-01-01 was a Thursday). */
export const weekdayOf = (day: number): Weekday => WEEKDAYS[(((day + 3) % 7) + 7) % 7] ?? 1

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7
export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

export interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

export function partsOf(day: number): DateParts {
  const date = new Date(day * DAY_MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** The day number of a calendar date, or null when there is no such date (31 February, month 13). */
export function dayFromParts({ year, month, day }: DateParts): number | null {
  const number = Date.UTC(year, month - 1, day) / DAY_MS
  if (!Number.isInteger(number)) return null
  const real = partsOf(number)
  return real.year === year && real.month === month && real.day === day ? number : null
}

/** The day number of 'YYYY-MM-DD', or null when the text is not a real date. */
export function parseLocalDate(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match ? dayFromParts({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }) : null
}

/** Like `parseLocalDate` for dates known to be real. Throws RangeError otherwise. */
export function dayNumber(date: LocalDate): number {
  const day = parseLocalDate(date)
  if (day === null) throw new RangeError(`"${date}" is not a date of the form YYYY-MM-DD`)
  return day
}

const two = (number: number) => String(number).padStart(2, '0')

/** 'YYYY-MM-DD' of a day number. */
export function dateOfDay(number: number): LocalDate {
  const { year, month, day } = partsOf(number)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** The Jakarta date of an instant, 'YYYY-MM-DD'. */
export const localDate = (instant: Instant): LocalDate => dateOfDay(dayOf(instant))

/** The Jakarta year of an instant: agenda and letter numbers start anew with it. */
export const localYear = (instant: Instant): number => partsOf(dayOf(instant)).year

/** The instant of a Jakarta date and wall-clock time, e.g. `jakarta('2026-03-17', '09.00')`. Throws RangeError on anything else. */
export const jakarta = (date: LocalDate, time = '00.00'): Date => new Date(instantAt(dayNumber(date), minutesOf(time)))

/** Minutes since midnight of a wall-clock time '09.00' or '09:00' ('24.00' is the end of the day). Throws RangeError otherwise. */
export function minutesOf(time: string): number {
  const match = /^(\d{2})[.:](\d{2})$/.exec(time)
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN
  if (Number.isNaN(minutes) || Number(match?.[2]) > 59 || minutes > 24 * 60)
    throw new RangeError(`"${time}" is not a time of the form HH.MM`)
  return minutes
}

/** The first instant of the Jakarta month an instant lies in. */
export const startOfMonth = (instant: Instant): Date => jakarta(`${localDate(instant).slice(0, 7)}-01`)
