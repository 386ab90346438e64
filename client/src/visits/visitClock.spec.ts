import { expect, test } from '@jest/globals'
import { clockLook } from './visitClock.js'

const CLOCK = {
  __typename: 'VisitClock' as const,
  code: 'medlin.visit',
  startedAt: '2026-11-20T02:00:00Z',
  dueAt: '2026-11-20T03:00:00Z',
  stoppedAt: '2026-11-20T02:30:00Z',
  excusable: true,
  inMinutes: true,
  openHours: [],
}
const NOW = Date.parse('2026-11-20T04:00:00Z')

test.each([
  ['met within the hour', {}, '2026-11-20T02:30:00Z', 'met'],
  ['met after the hour', { stoppedAt: '2026-11-20T03:30:00Z' }, '2026-11-20T03:30:00Z', 'missed'],
  ['who went away before anybody met them', {}, null, 'none'],
  ['who never came back, long after the hour', { stoppedAt: '2026-11-20T03:30:00Z' }, null, 'none'],
  ['whose unit has not confirmed', { startedAt: null, dueAt: null, stoppedAt: null }, null, 'waiting'],
])('the promise to a visitor %s', (_, given, begunAt, kind) => {
  expect(clockLook({ clock: { ...CLOCK, ...given }, begunAt }, NOW).kind).toBe(kind)
})
