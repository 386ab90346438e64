import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { indonesianCalendar } from '../clock/indonesian-calendar.js'
import { dayOf, instantAt, jakarta, MINUTE_MS, weekdayOf } from '../clock/jakarta.js'
import { MEETING_MINUTES, overlaps, type Period } from './booking.js'
import { bookingRefusal, freeSlots, missRefusal } from './booking.decisions.js'
import { lobbyClock, openPeriods } from './lobby-clock.js'

const calendar = indonesianCalendar()
/** A Wednesday. */
const NOW = jakarta('2026-11-18', '10.00')
const at = (date: string, from: string, to: string): Period => ({
  startsAt: jakarta(date, from).getTime(),
  endsAt: jakarta(date, to).getTime(),
})

test.each<[string, string | null]>([
  ['09.59', 'booking.not_yet'],
  ['10.00', null],
  ['10.01', null],
])('nobody has failed to come to a meeting of 10.00 at %s: %s', (time, refusal) => {
  expect(missRefusal({ startsAt: NOW }, jakarta('2026-11-18', time))).toBe(refusal)
})

describe('a meeting is booked inside the service hours [kode_etik.written.4]', () => {
  test.each<[string, string, string, string | null]>([
    ['2026-11-23', '09.00', '10.00', null],
    ['2026-11-23', '08.45', '09.30', 'booking.outside_hours'],
    ['2026-11-23', '11.30', '12.00', null],
    ['2026-11-23', '11.30', '12.30', 'booking.outside_hours'],
    ['2026-11-23', '12.00', '13.00', 'booking.outside_hours'],
    ['2026-11-23', '13.00', '15.00', null],
    ['2026-11-23', '14.30', '15.15', 'booking.outside_hours'],
    ['2026-11-20', '11.00', '11.30', null],
    ['2026-11-20', '11.15', '11.45', 'booking.outside_hours'],
    ['2026-11-20', '13.00', '15.30', null],
    ['2026-11-21', '10.00', '11.00', 'booking.closed_day'],
    ['2026-12-25', '10.00', '11.00', 'booking.closed_day'],
    ['2026-11-18', '09.00', '10.00', 'booking.in_past'],
    ['2026-11-18', '10.00', '11.00', 'booking.in_past'],
    ['2026-11-18', '10.15', '11.00', null],
    ['2026-11-23', '09.00', '09.10', 'booking.length'],
    ['2026-11-20', '09.00', '13.30', 'booking.length'],
    ['2027-03-23', '09.00', '10.00', 'booking.too_far'],
  ])('%s %s-%s: %s', (date, from, to, refusal) => {
    expect(bookingRefusal(at(date, from, to), calendar, NOW)).toBe(refusal)
  })

  test('whatever is allowed touches no break, no weekend, no closed day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 89 }),
        fc.integer({ min: 0, max: 24 * 60 - 1 }),
        fc.integer({ min: 15, max: 180 }),
        (days, minute, length) => {
          const startsAt = instantAt(dayOf(NOW) + days, minute)
          const period = { startsAt, endsAt: startsAt + length * MINUTE_MS }
          if (bookingRefusal(period, calendar, NOW) !== null) return
          const day = dayOf(startsAt)
          const noon =
            weekdayOf(day) === 5
              ? { startsAt: instantAt(day, 690), endsAt: instantAt(day, 780) }
              : { startsAt: instantAt(day, 720), endsAt: instantAt(day, 780) }
          expect(weekdayOf(day)).toBeLessThan(6)
          expect(calendar.closedDay(day)).toBeNull()
          expect(overlaps(period, noon)).toBe(false)
          expect(minute).toBeGreaterThanOrEqual(540)
          expect(minute + length).toBeLessThanOrEqual(weekdayOf(day) === 5 ? 930 : 900)
        },
      ),
      { numRuns: 5000 },
    )
  })

  test('what is suggested may be booked and is free', () => {
    const busy = fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 16 }))
        .map(([day, quarter, length]) => {
          const startsAt = instantAt(dayOf(NOW) + day, quarter * 15)
          return { startsAt, endsAt: startsAt + length * 15 * MINUTE_MS }
        }),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(busy, fc.integer({ min: MEETING_MINUTES.least, max: 150 }), (taken, minutes) => {
        const slots = freeSlots(calendar, NOW, minutes, taken)
        expect(slots.length).toBeGreaterThan(0)
        for (const slot of slots) {
          expect(bookingRefusal(slot, calendar, NOW)).toBeNull()
          expect(taken.some((other) => overlaps(slot, other))).toBe(false)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('the clock of the lobby [medlin.walk_in]', () => {
  const friday = '2026-11-20'
  const periods = openPeriods(calendar, 'office', jakarta(friday, '11.00'), jakarta(friday, '14.00'))
  const due = jakarta(friday, '13.30')

  test.each<[string, number, boolean]>([
    ['11.00', 60, false],
    ['11.15', 45, false],
    ['11.30', 30, true],
    ['12.45', 30, true],
    ['13.00', 30, false],
    ['13.29', 1, false],
    ['13.30', 0, false],
    ['13.45', -15, false],
  ])('confirmed at 11.00, one hour: at %s there are %s minutes left, resting: %s', (time, minutesLeft, resting) => {
    expect(lobbyClock(periods, due, jakarta(friday, time))).toEqual({ minutesLeft, resting })
  })
})
