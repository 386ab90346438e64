import type { Calendar, HoursKind } from '../clock/calendar.js'
import { dayOf, epochMs, instantAt, MINUTE_MS, type Instant } from '../clock/jakarta.js'
import type { Period } from './booking.js'

/** The open stretches from one day to another, both included, as instants: what a running clock needs to stop in the break without a calendar of its own. */
export function openPeriods(calendar: Calendar, hours: HoursKind, from: Instant, to: Instant): Period[] {
  const periods: Period[] = []
  const schedule = calendar.schedule(hours)
  for (let day = dayOf(from); day <= dayOf(to); day++) {
    for (const span of schedule.spansOn(day)) periods.push({ startsAt: instantAt(day, span.from), endsAt: instantAt(day, span.to) })
  }
  return periods
}

const openBetween = (periods: readonly Period[], from: number, to: number): number =>
  periods.reduce((sum, { startsAt, endsAt }) => sum + Math.max(0, Math.min(endsAt, to) - Math.max(startsAt, from)), 0)

/** A promise in hours as a screen shows it: minutes left (negative: overdue by so much), and whether the clock stands still because of a break. */
export function lobbyClock(
  periods: readonly Period[],
  dueAt: Instant,
  now: Instant,
): { readonly minutesLeft: number; readonly resting: boolean } {
  const [due, at] = [epochMs(dueAt), epochMs(now)]
  const left = at <= due ? openBetween(periods, at, due) : -openBetween(periods, due, at)
  return { minutesLeft: Math.floor(left / MINUTE_MS), resting: !periods.some(({ startsAt, endsAt }) => startsAt <= at && at < endsAt) }
}
