import * as domain from '@domain'
import { locale } from './i18n.js'

type When = string | number | Date

/** Instants arrive as ISO strings, local dates as 'YYYY-MM-DD'. */
const isLocalDate = (when: When): when is string => typeof when === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(when)
const instant = (when: When): Date | number => (typeof when === 'string' ? Date.parse(when) : when)

/** "25 Mei 2022", in Jakarta. */
export const formatDate = (when: When): string => domain.formatDate(isLocalDate(when) ? when : instant(when), locale.value)

/** "25 Mei". */
export const formatDayMonth = (when: When): string => domain.formatDayMonth(isLocalDate(when) ? when : instant(when), locale.value)

/** "Rabu, 25 Mei 2022". */
export const formatLongDate = (when: When): string => domain.formatLongDate(isLocalDate(when) ? when : instant(when), locale.value)

/** "09.00 WIB". */
export const formatTime = (when: When): string => domain.formatTime(instant(when), locale.value)

/** "25 Mei 2022, 09.00 WIB". */
export const formatDateTime = (when: When): string => domain.formatDateTime(instant(when), locale.value)

/** "1.596" in Indonesian, "1,596" in English. */
export const formatNumber = (number: number): string => new Intl.NumberFormat(locale.value === 'id' ? 'id-ID' : 'en-GB').format(number)

/** "1.000+" when the server stopped counting. */
export const formatTotal = (total: number, capped: boolean): string =>
  capped ? `${formatNumber(Math.floor(total / 1000) * 1000 || total)}+` : formatNumber(total)

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** "3 jam yang lalu", "dalam 2 hari". */
export function formatDistance(when: When, now: number): string {
  const distance = (typeof when === 'string' ? Date.parse(when) : Number(when)) - now
  const [unit, length] = STEPS.find(([, milliseconds]) => Math.abs(distance) >= milliseconds) ?? ['minute', 60_000]
  return new Intl.RelativeTimeFormat(locale.value, { numeric: 'auto' }).format(Math.trunc(distance / length), unit)
}

/** "0042/2026": how an agenda number is written. */
export const formatAgenda = (row: { readonly agendaNumber: number; readonly agendaYear: number }): string =>
  `${String(row.agendaNumber).padStart(4, '0')}/${row.agendaYear}`

/** "1,4 MB". */
export function formatSize(bytes: number): string {
  const [amount, unit] = bytes >= 1_048_576 ? [bytes / 1_048_576, 'MB'] : [bytes / 1024, 'kB']
  return `${new Intl.NumberFormat(locale.value, { maximumFractionDigits: 1 }).format(amount)} ${unit}`
}
