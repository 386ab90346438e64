import { ruleRefusal } from '../access/rules.js'
import type { Viewer } from '../access/viewer.js'
import type { Calendar } from '../clock/calendar.js'
import { DAY_MS, dayOf, epochMs, instantAt, MINUTE_MS, type Instant } from '../clock/jakarta.js'
import { Refusal, type ProblemCode } from '../problem.js'
import {
  BOOKING_WORKFLOW,
  FURTHEST_BOOKING_DAYS,
  MEETING_MINUTES,
  minutesOfPeriod,
  overlaps,
  SLOT_MINUTES,
  type BookingAction,
  type BookingFacts,
  type BookingState,
  type BookingStep,
  type Period,
} from './booking.js'

/** Why the viewer cannot do this with the booking now, or null when they can. */
export function bookingActionRefusal(booking: BookingFacts, action: BookingAction, viewer: Viewer): ProblemCode | null {
  const rule = ruleRefusal(viewer, action, booking)
  if (rule) return rule
  const step: BookingStep = BOOKING_WORKFLOW[action]
  return step.from.includes(booking.state) ? null : 'booking.wrong_state'
}

/** The state the booking will have, or a refusal. */
export function nextBookingState(booking: BookingFacts, action: BookingAction, viewer: Viewer): BookingState {
  const refusal = bookingActionRefusal(booking, action, viewer)
  if (refusal) throw new Refusal(refusal)
  return BOOKING_WORKFLOW[action].to
}

/** Why nobody can be said not to have come to this meeting, or null: before its hour nobody has failed to come. */
export const missRefusal = ({ startsAt }: { readonly startsAt: Instant }, now: Instant): ProblemCode | null =>
  epochMs(startsAt) > epochMs(now) ? 'booking.not_yet' : null

/**
 * Why nobody can be booked for this time, or null. Meetings lie inside one stretch of the service hours - Monday to Thursday 09.00-12.00 and
 * 13.00-15.00, Friday 09.00-11.30 and 13.00-15.30 WIB as published - so never across the break, and never on a closed day.
 */
export function bookingRefusal(period: Period, calendar: Calendar, now: Instant): ProblemCode | null {
  const minutes = minutesOfPeriod(period)
  if (!Number.isInteger(period.startsAt / MINUTE_MS) || !Number.isInteger(minutes)) return 'request.invalid'
  if (minutes < MEETING_MINUTES.least || minutes > MEETING_MINUTES.most) return 'booking.length'
  if (period.startsAt <= epochMs(now)) return 'booking.in_past'
  if (period.startsAt > epochMs(now) + FURTHEST_BOOKING_DAYS * DAY_MS) return 'booking.too_far'
  if (!calendar.schedule('service').isOpenDay(dayOf(period.startsAt))) return 'booking.closed_day'
  return isInServiceHours(period, calendar) ? null : 'booking.outside_hours'
}

/** Whether a meeting lies inside one stretch of the service hours: asked when it is booked, and again when the calendar has changed since. */
export function isInServiceHours(period: Period, calendar: Calendar): boolean {
  const day = dayOf(period.startsAt)
  return calendar
    .schedule('service')
    .spansOn(day)
    .some((span) => instantAt(day, span.from) <= period.startsAt && period.endsAt <= instantAt(day, span.to))
}

/** The next times at which nobody and no room in question is taken, at most so many, quarter by quarter through the service hours. */
export function freeSlots(calendar: Calendar, now: Instant, minutes: number, taken: readonly Period[], most = 6): Period[] {
  const found: Period[] = []
  const schedule = calendar.schedule('service')
  const last = dayOf(now) + FURTHEST_BOOKING_DAYS
  for (let day = schedule.openDayFrom(dayOf(now)); day <= last && found.length < most; day = schedule.openDayAfter(day, 1)) {
    for (const span of schedule.spansOn(day)) {
      for (let from = span.from; from + minutes <= span.to && found.length < most; from += SLOT_MINUTES) {
        const slot = { startsAt: instantAt(day, from), endsAt: instantAt(day, from + minutes) }
        if (bookingRefusal(slot, calendar, now) === null && !taken.some((other) => overlaps(slot, other))) found.push(slot)
      }
    }
  }
  return found
}
