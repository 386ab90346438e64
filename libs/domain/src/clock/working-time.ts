import type { Calendar, HoursKind } from './calendar.js'
import { dateOfDay, dayNumber, epochMs, MINUTE_MS, type Instant, type LocalDate } from './jakarta.js'
import type { Pause } from './pauses.js'

/** Open minutes between two instants, with fractions; negative when the second is earlier. */
export function workingMinutesBetween(calendar: Calendar, hours: HoursKind, from: Instant, to: Instant): number {
  const schedule = calendar.schedule(hours)
  return (schedule.openMsBefore(epochMs(to)) - schedule.openMsBefore(epochMs(from))) / MINUTE_MS
}

/** The earliest instant by which so many open minutes (>= 0) have passed since the start. Zero gives the start, or the next opening when doors are shut. */
export function addWorkingMinutes(calendar: Calendar, hours: HoursKind, start: Instant, minutes: number): Date {
  const schedule = calendar.schedule(hours)
  const from = epochMs(start)
  if (minutes === 0) return new Date(schedule.nextOpen(from))
  return new Date(schedule.instantOfOpenMs(schedule.openMsBefore(from) + Math.round(minutes * MINUTE_MS)))
}

/** Like `addWorkingMinutes`, where open time inside a pause does not count. Pauses are disjoint and in order. */
export function addMinutesBesidePauses(
  calendar: Calendar,
  hours: HoursKind,
  start: Instant,
  minutes: number,
  pauses: readonly Pause[],
): Date {
  if (pauses.length === 0) return addWorkingMinutes(calendar, hours, start, minutes)
  const schedule = calendar.schedule(hours)
  let cursor = epochMs(start)
  let left = Math.round(minutes * MINUTE_MS)
  for (const { from, to } of pauses) {
    if (to <= cursor) continue
    if (left === 0) {
      if (schedule.nextOpen(cursor) < from) break
    } else if (from > cursor) {
      const counted = schedule.openMsBefore(from) - schedule.openMsBefore(cursor)
      if (left <= counted) break
      left -= counted
    }
    cursor = to
  }
  return addWorkingMinutes(calendar, hours, cursor, left / MINUTE_MS)
}

/** The n-th working day after a date (before it when negative); zero gives the date itself. */
export const addWorkingDays = (calendar: Calendar, date: LocalDate, n: number, hours: HoursKind = 'office'): LocalDate =>
  dateOfDay(calendar.schedule(hours).openDayAfter(dayNumber(date), n))

/** Working days after the first date up to and including the second: the inverse of `addWorkingDays`. */
export function workingDaysBetween(calendar: Calendar, from: LocalDate, to: LocalDate, hours: HoursKind = 'office'): number {
  const schedule = calendar.schedule(hours)
  return schedule.openDaysBefore(dayNumber(to) + 1) - schedule.openDaysBefore(dayNumber(from) + 1)
}

export const isWorkingDay = (calendar: Calendar, date: LocalDate, hours: HoursKind = 'office'): boolean =>
  calendar.schedule(hours).isOpenDay(dayNumber(date))

export const addCalendarDays = (date: LocalDate, days: number): LocalDate => dateOfDay(dayNumber(date) + days)
