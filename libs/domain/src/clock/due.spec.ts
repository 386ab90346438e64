import { indonesianCalendar } from './indonesian-calendar.js'
import { dueDate, type CountingRule } from './due.js'
import { jakarta, localDate } from './jakarta.js'
import type { LimitUnit } from './rules.js'
import { clockRule } from './standard-rules.js'
import { workingDaysBetween } from './working-time.js'

const calendar = indonesianCalendar()
const limited = (amount: number, unit: LimitUnit, hours: CountingRule['hours'] = 'office'): CountingRule => ({
  limit: { amount, unit },
  countReceiptDay: false,
  hours,
})
const iso = (date: Date | null | undefined) => date?.toISOString()

describe('hari kerja: the day of receipt is day 0, weekends, libur nasional and cuti bersama are skipped', () => {
  test.each([
    ['2026-03-17', 1, '2026-03-25'],
    ['2026-03-13', 4, '2026-03-26'],
    ['2026-03-16', 14, '2026-04-13'],
    ['2026-05-25', 5, '2026-06-04'],
    ['2026-12-21', 5, '2026-12-30'],
    ['2026-12-23', 14, '2027-01-18'],
    ['2025-08-15', 1, '2025-08-19'],
    ['2024-04-05', 5, '2024-04-22'],
    ['2027-03-04', 5, '2027-03-19'],
    ['2027-05-14', 5, '2027-05-27'],
    ['2026-11-23', 14, '2026-12-11'],
    ['2026-11-23', 60, '2027-02-22'],
  ])('received %s, %i working days: due %s', (received, amount, due) => {
    for (const time of ['00.00', '07.59', '12.30', '23.59']) {
      expect(dueDate(limited(amount, 'working_day'), jakarta(received, time), calendar)).toEqual({
        dueAt: new Date(jakarta(due, '24.00').getTime() - 1),
        dueDate: due,
        flags: { endsOnClosedDay: false, undecreed: false, limitNotSet: false },
      })
    }
  })

  test.each([
    [2024, 238],
    [2025, 237],
    [2026, 240],
    [2027, 242],
  ])('%i has %i working days', (year, days) => {
    expect(workingDaysBetween(calendar, `${year - 1}-12-31`, `${year}-12-31`)).toBe(days)
  })
})

describe('hari and minggu: every day counts, and a date on a closed day stands', () => {
  test.each([
    ['2026-03-17', 2, 'day', '2026-03-19', true],
    ['2026-11-20', 2, 'day', '2026-11-22', true],
    ['2026-11-23', 3, 'day', '2026-11-26', false],
    ['2026-11-23', 1, 'week', '2026-11-30', false],
    ['2026-12-18', 1, 'week', '2026-12-25', true],
  ] as const)('received %s, %i %s: due %s, on a closed day: %s', (received, amount, unit, due, closed) => {
    const result = dueDate(limited(amount, unit), jakarta(received, '10.00'), calendar)
    expect(result).toMatchObject({ dueDate: due, flags: { endsOnClosedDay: closed } })
  })
})

describe('service hours end a day at closing time', () => {
  test.each([
    ['Monday morning', '2026-11-23', '08.00', '2026-11-24', '15.00'],
    ['Monday before closing', '2026-11-23', '14.59', '2026-11-24', '15.00'],
    ['Monday at closing', '2026-11-23', '15.00', '2026-11-25', '15.00'],
    ['Thursday, due on a Friday', '2026-11-26', '10.00', '2026-11-27', '15.30'],
    ['Friday in the break', '2026-11-27', '12.00', '2026-11-30', '15.00'],
    ['Friday after closing', '2026-11-27', '15.30', '2026-12-01', '15.00'],
    ['Sunday', '2026-11-29', '10.00', '2026-12-01', '15.00'],
    ['a holiday', '2026-12-25', '10.00', '2026-12-29', '15.00'],
  ])('%s', (_, date, time, due, closing) => {
    expect(iso(dueDate(limited(1, 'working_day', 'service'), jakarta(date, time), calendar).dueAt)).toBe(iso(jakarta(due, closing)))
  })
})

describe('minutes and hours are counted in open time', () => {
  test.each([
    ['before the break', '2026-11-23', '10.00', 60, '2026-11-23', '11.00'],
    ['up to the break', '2026-11-23', '11.00', 60, '2026-11-23', '12.00'],
    ['across the break', '2026-11-23', '11.30', 60, '2026-11-23', '13.30'],
    ['across the Friday break', '2026-11-27', '11.15', 60, '2026-11-27', '13.45'],
    ['across a weekend', '2026-11-27', '16.00', 60, '2026-11-30', '08.30'],
    ['in the night', '2026-11-23', '22.00', 60, '2026-11-24', '09.00'],
    ['across a holiday', '2026-12-23', '15.45', 30, '2026-12-28', '08.15'],
    ['nothing, while open', '2026-11-23', '10.00', 0, '2026-11-23', '10.00'],
    ['nothing, in the break', '2026-11-23', '12.20', 0, '2026-11-23', '13.00'],
    ['nothing, after hours', '2026-11-27', '16.30', 0, '2026-11-30', '08.00'],
  ])('%s', (_, date, time, minutes, due, dueTime) => {
    expect(iso(dueDate(limited(minutes, 'minute'), jakarta(date, time), calendar).dueAt)).toBe(iso(jakarta(due, dueTime)))
  })
})

test('a standard that counts the receipt day makes it day 1', () => {
  const rule = { ...limited(2, 'working_day'), countReceiptDay: true }
  expect(dueDate(rule, jakarta('2026-11-23'), calendar).dueDate).toBe('2026-11-24')
  expect(dueDate(rule, jakarta('2026-11-22'), calendar).dueDate).toBe('2026-11-24')
})

test.each([
  ['2027-12-30', true],
  ['2027-11-01', false],
  ['2023-12-28', true],
])('a count from %s that touches a year without decree is flagged: %s', (received, undecreed) => {
  expect(dueDate(limited(5, 'working_day'), jakarta(received), calendar).flags.undecreed).toBe(undecreed)
})

test('a limit that has not been set gives no date and says so', () => {
  const rule = clockRule('jpt.answer_3t')
  expect(rule && dueDate(rule, jakarta('2026-11-23'), calendar)).toMatchObject({ dueAt: null, dueDate: null, flags: { limitNotSet: true } })
})

test('midnight in Jakarta, not elsewhere, changes the day', () => {
  expect(localDate(Date.parse('2026-11-22T16:59:59.999Z'))).toBe('2026-11-22')
  expect(localDate(Date.parse('2026-11-22T17:00:00.000Z'))).toBe('2026-11-23')
})

test.each(['1999-12-30', '2100-01-01'])('%s is outside the calendar', (date) => {
  expect(() => dueDate(limited(1, 'working_day'), jakarta(date), calendar)).toThrow(RangeError)
})
