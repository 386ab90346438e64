import { dayNumber, dayOf, MINUTE_MS, msOfDay, partsOf, weekdayOf, type Instant, type LocalDate } from './jakarta.js'

/** The two languages of the console. */
export type Locale = 'id' | 'en'

export const MONTH_NAMES: Record<Locale, readonly string[]> = {
  id: ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
}

/** Names of the weekdays, Monday first. */
export const WEEKDAY_NAMES: Record<Locale, readonly string[]> = {
  id: ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

const two = (number: number) => String(number).padStart(2, '0')
const dayIn = (when: Instant | LocalDate) => (typeof when === 'string' ? dayNumber(when) : dayOf(when))

/** "25 Mei 2022", in Jakarta. A string must be 'YYYY-MM-DD'. */
export function formatDate(when: Instant | LocalDate, locale: Locale = 'id'): string {
  const { year, month, day } = partsOf(dayIn(when))
  return `${day} ${MONTH_NAMES[locale][month - 1]} ${year}`
}

/** "25 Mei": for lists where the year is plain. English "25 May". */
export function formatDayMonth(when: Instant | LocalDate, locale: Locale = 'id'): string {
  const { month, day } = partsOf(dayIn(when))
  return `${day} ${MONTH_NAMES[locale][month - 1]}`
}

/** "Rabu": the weekday, in Jakarta. */
export const formatWeekday = (when: Instant | LocalDate, locale: Locale = 'id'): string =>
  WEEKDAY_NAMES[locale][weekdayOf(dayIn(when)) - 1] ?? ''

/** "Rabu, 25 Mei 2022". */
export const formatLongDate = (when: Instant | LocalDate, locale: Locale = 'id'): string =>
  `${formatWeekday(when, locale)}, ${formatDate(when, locale)}`

/** "09.00 WIB" (English "09:00 WIB"). */
export const formatTime = (when: Instant, locale: Locale = 'id'): string => `${clockFace(when, locale)} WIB`

/** "09.00": for columns whose heading says WIB. */
export function clockFace(when: Instant, locale: Locale = 'id'): string {
  const minutes = Math.floor(msOfDay(when) / MINUTE_MS)
  return `${two(Math.floor(minutes / 60))}${locale === 'id' ? '.' : ':'}${two(minutes % 60)}`
}

/** "25 Mei 2022, 09.00 WIB". */
export const formatDateTime = (when: Instant, locale: Locale = 'id'): string => `${formatDate(when, locale)}, ${formatTime(when, locale)}`
