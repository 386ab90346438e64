import { describe, expect, test } from '@jest/globals'
import { indonesianCalendar } from '../clock/indonesian-calendar.js'
import { explainPoint, pointDue, reminderAt, reminderTimes } from './point-clock.js'
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
  test('is spoken of before it ends, on its last day, and when it is over', () => {
    const due = pointDue(opened, 14, [], calendar)
    const times = reminderTimes(opened, due)
    expect(times['point.nears'] < times['point.due'] && times['point.due'] < times['point.late']).toBe(true)
    expect(reminderAt(opened, due, opened)).toBeNull()
    expect(reminderAt(opened, due, new Date(times['point.nears'].getTime() + 1))).toBe('point.nears')
    expect(reminderAt(opened, due, new Date(times['point.due'].getTime() + 1))).toBe('point.due')
    expect(reminderAt(opened, due, due)).toBe('point.due')
    expect(reminderAt(opened, due, new Date(due.getTime() + 1))).toBe('point.late')
  })
  test('of one day is spoken of no later than on its last day', () => {
    const due = pointDue(opened, 1, [], calendar)
    const times = reminderTimes(opened, due)
    expect(times['point.nears'] <= times['point.due']).toBe(true)
  })
})
