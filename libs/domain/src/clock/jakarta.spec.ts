import { clockFace, formatDate, formatDateTime, formatDayMonth, formatLongDate, formatTime } from './format.js'
import { dateOfDay, dayNumber, jakarta, localYear, minutesOf, parseLocalDate, weekdayOf } from './jakarta.js'

test.each([
  ['2022-05-25', '25 Mei 2022', '25 May 2022', 'Rabu, 25 Mei 2022', 'Wednesday, 25 May 2022'],
  ['2026-08-01', '1 Agustus 2026', '1 August 2026', 'Sabtu, 1 Agustus 2026', 'Saturday, 1 August 2026'],
  ['2024-02-29', '29 Februari 2024', '29 February 2024', 'Kamis, 29 Februari 2024', 'Thursday, 29 February 2024'],
])('%s is written %s', (date, id, en, longId, longEn) => {
  expect([formatDate(date), formatDate(date, 'en'), formatLongDate(date), formatLongDate(date, 'en')]).toEqual([id, en, longId, longEn])
})

test('an instant is written as Jakarta reads it', () => {
  const instant = new Date('2022-05-25T02:00:00Z')
  expect(formatTime(instant)).toBe('09.00 WIB')
  expect(formatTime(instant, 'en')).toBe('09:00 WIB')
  expect(formatDateTime(instant)).toBe('25 Mei 2022, 09.00 WIB')
  expect(formatDayMonth(instant)).toBe('25 Mei')
  expect(clockFace(new Date('2025-12-31T17:05:59Z'))).toBe('00.05')
  expect(localYear(new Date('2025-12-31T17:00:00Z'))).toBe(2026)
  expect(jakarta('2022-05-25', '09.00')).toEqual(instant)
})

test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-04-01', '2026-4-1', '2026-04-01T00:00', '0050-01-01', ''])(
  '"%s" is no date',
  (text) => {
    expect(parseLocalDate(text)).toBeNull()
    expect(() => dayNumber(text)).toThrow(RangeError)
  },
)

test.each(['9.00', '24.01', '09.60', '09-00', ''])('"%s" is no time', (text) => {
  expect(() => minutesOf(text)).toThrow(RangeError)
})

test('days, dates and weekdays agree over a century', () => {
  for (let day = dayNumber('2000-01-01'); day <= dayNumber('2099-12-31'); day++) {
    const date = dateOfDay(day)
    expect(parseLocalDate(date)).toBe(day)
    expect(weekdayOf(day) % 7).toBe(new Date(`${date}T00:00:00Z`).getUTCDay())
  }
})
