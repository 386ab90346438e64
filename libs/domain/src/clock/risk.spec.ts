import { jakarta } from './jakarta.js'
import { atRiskByShare, standing, type Standing } from './risk.js'

const at = (text: string) => jakarta(text.slice(0, 10), text.slice(11))
const maybe = (text: string | null) => (text === null ? null : at(text))

test.each<[string, string | null, string | null, string | null, string, Standing]>([
  ['not started', null, null, null, '2026-11-23 09.00', 'waiting'],
  ['no limit set', '2026-11-23 09.00', null, null, '2026-12-23 09.00', 'on_time'],
  ['first day of five', '2026-11-23 00.00', '2026-11-30 24.00', null, '2026-11-24 09.00', 'on_time'],
  ['three quarters gone', '2026-11-23 00.00', '2026-11-30 24.00', null, '2026-11-29 00.00', 'at_risk'],
  ['last working day before a Sunday', '2026-11-24 00.00', '2026-11-29 23.59', null, '2026-11-27 00.00', 'at_risk'],
  ['the day before it', '2026-11-24 00.00', '2026-11-29 23.59', null, '2026-11-26 23.59', 'on_time'],
  ['an hour, begun', '2026-11-23 09.00', '2026-11-23 10.00', null, '2026-11-23 09.44', 'on_time'],
  ['an hour, at 45 minutes', '2026-11-23 09.00', '2026-11-23 10.00', null, '2026-11-23 09.45', 'at_risk'],
  ['at the due instant', '2026-11-23 09.00', '2026-11-23 10.00', null, '2026-11-23 10.00', 'at_risk'],
  ['after it', '2026-11-23 09.00', '2026-11-23 10.00', null, '2026-11-23 10.01', 'late'],
  ['stopped at the due instant', '2026-11-23 09.00', '2026-11-23 10.00', '2026-11-23 10.00', '2026-12-01 09.00', 'met'],
  ['stopped after it', '2026-11-23 09.00', '2026-11-23 10.00', '2026-11-23 10.01', '2026-12-01 09.00', 'missed'],
  ['stopped without limit', '2026-11-23 09.00', null, '2026-11-23 10.01', '2026-12-01 09.00', 'met'],
])('%s', (_, startedAt, dueAt, stoppedAt, now, expected) => {
  const times = { startedAt: maybe(startedAt), dueAt: maybe(dueAt), stoppedAt: maybe(stoppedAt) }
  const atRiskAt = times.startedAt && times.dueAt && atRiskByShare(times.startedAt, times.dueAt)
  expect(standing({ ...times, atRiskAt }, at(now))).toBe(expected)
})

test('risk never begins before the clock does', () => {
  expect(atRiskByShare(at('2026-11-27 15.00'), at('2026-11-29 23.59'))).toEqual(at('2026-11-27 15.00'))
})

test.each<[string | null, Standing]>([
  ['paused', 'paused'],
  ['excused', 'on_time'],
  ['undecreed', 'late'],
])('flagged %s, long after its date: %s', (flag, expected) => {
  const times = { startedAt: at('2026-11-23 09.00'), dueAt: at('2026-11-24 09.00'), stoppedAt: null, atRiskAt: null }
  expect(standing({ ...times, flag }, at('2026-12-24 09.00'))).toBe(expected)
})
