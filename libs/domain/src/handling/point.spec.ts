import { describe, expect, test } from '@jest/globals'
import { indonesianCalendar } from '../clock/indonesian-calendar.js'
import { formatTime } from '../clock/format.js'
import { HOUR_MS, jakarta, localDate } from '../clock/jakarta.js'
import { explainPoint, POINT_REMINDERS, pointDue, rearmed, reminderAt, reminderTimes, type PointReminder } from './point-clock.js'
import { POINT_STATES, type PointState } from './point.js'
import { pointAfter } from './point.decisions.js'
import { POINT_MOVES, POINT_WORKFLOW } from './point.workflow.js'

test('every state of a point is reached from its draft, and its ends are ends', () => {
  const reached = new Set<PointState>(['draft'])
  for (let size = 0; size !== reached.size;) {
    size = reached.size
    for (const move of POINT_MOVES) if (POINT_WORKFLOW[move].from.some((state) => reached.has(state))) reached.add(POINT_WORKFLOW[move].to)
  }
  expect([...reached].sort()).toEqual([...POINT_STATES].sort())
  for (const end of ['done', 'not_followed'] as const)
    for (const move of POINT_MOVES) expect(() => pointAfter(end, move)).toThrow('handling.point_state')
})

test('no point is done without a reply', () => {
  expect(() => pointAfter('open', 'accept_reply')).toThrow('handling.point_state')
})

describe('the time of a point', () => {
  const calendar = indonesianCalendar()
  const opened = new Date('2026-11-23T02:00:00Z')

  test('is counted in working days from the day after', () => {
    expect(pointDue(opened, 14, [], calendar).toISOString()).toBe('2026-12-11T16:59:59.999Z')
  })
  test('is longer by what was granted, and the account says so', () => {
    const extensions = [{ at: new Date('2026-12-01T02:00:00Z'), days: 5 }]
    const due = pointDue(opened, 14, extensions, calendar)
    expect(due.toISOString()).toBe('2026-12-18T16:59:59.999Z')
    const account = explainPoint(opened, 14, extensions, calendar)
    expect(account.dueAt).toEqual(due)
    expect(account.spans.filter(({ counted }) => counted)).toHaveLength(19)
    expect(account.summary.id).toContain('perpanjangan 5 hari kerja')
  })
  const local = (at: Date) => `${localDate(at)} ${formatTime(at).slice(0, 5)}`
  const timesOf = (from: Date, days: number) => reminderTimes(from, pointDue(from, days, [], calendar), calendar)

  test('is spoken of when the office opens: before it ends, on its last day, and when it is over', () => {
    const times = timesOf(opened, 14)
    expect(POINT_REMINDERS.map((step) => local(times[step]))).toEqual(['2026-12-08 08.00', '2026-12-11 08.00', '2026-12-14 08.00'])
    expect(reminderAt(times, opened)).toBeNull()
    for (const step of POINT_REMINDERS) {
      expect(reminderAt(times, new Date(times[step].getTime() - 1))).not.toBe(step)
      expect(reminderAt(times, times[step])).toBe(step)
    }
  })
  test('that would ring on a Sunday rings on the office day before its last one', () => {
    const times = timesOf(opened, 5)
    expect(POINT_REMINDERS.map((step) => local(times[step]))).toEqual(['2026-11-27 08.00', '2026-11-30 08.00', '2026-12-01 08.00'])
  })
  test('is never spoken of while the office is closed, nor before it began, and in its order', () => {
    const office = calendar.schedule('office')
    for (let hour = 0; hour < 24 * 75; hour += 5) {
      const from = new Date(jakarta('2026-11-20', '00.30').getTime() + hour * HOUR_MS)
      for (const days of [1, 2, 14]) {
        const times = POINT_REMINDERS.map((step) => timesOf(from, days)[step].getTime())
        expect(times).toEqual(times.map((at) => office.nextOpen(Math.max(at, from.getTime()))))
        expect(times).toEqual(times.toSorted((a, b) => a - b))
      }
    }
  })

  const armed = (reminded: PointReminder | null, days: number, now: string) =>
    rearmed({ openedAt: opened, reminded }, pointDue(opened, days, [], calendar), jakarta(now, '10.00'), calendar)
  test('counted anew is not spoken of twice of what still holds, and again of what holds no more', () => {
    expect(armed('point.nears', 14, '2026-12-09')).toMatchObject({
      reminded: 'point.nears',
      nextReminderAt: jakarta('2026-12-11', '08.00'),
    })
    expect(armed('point.late', 19, '2026-12-14')).toMatchObject({ reminded: 'point.nears', nextReminderAt: jakarta('2026-12-18', '08.00') })
    expect(armed('point.late', 34, '2026-12-14')).toMatchObject({ reminded: null })
    expect(armed('point.late', 14, '2026-12-14')).toMatchObject({ reminded: 'point.late', nextReminderAt: null })
  })
  test('that the counting makes late is spoken of at once', () => {
    const { reminded, nextReminderAt } = armed(null, 1, '2026-12-14')
    expect([reminded, nextReminderAt && nextReminderAt < jakarta('2026-12-14', '10.00')]).toEqual([null, true])
  })
})
