import { dueNotes } from './dueNotes.js'

const DECREED = new Set([2026, 2027])
const due = (flag: string | null, dueAt: string | null, startedAt: string | null = '2026-12-01T03:00:00Z') => ({ flag, dueAt, startedAt })

test.each([
  ['a running clock', 'undecreed', '2028-01-05T16:59:00Z', ['undecreed']],
  ['a paused clock', 'paused', '2028-01-05T16:59:00Z', ['undecreed']],
  ['an excused clock', 'excused', '2028-01-05T16:59:00Z', ['excused', 'undecreed']],
  ['a paused clock in a decreed year', 'paused', '2027-01-05T16:59:00Z', []],
  ['the last minute of a decreed year in Jakarta', 'paused', '2027-12-31T16:59:00Z', []],
  ['the first minute of the year after', 'paused', '2027-12-31T17:00:00Z', ['undecreed']],
  ['a date on a closed day', 'ends_on_closed_day', '2026-12-26T16:59:00Z', ['closedDay']],
  ['a clock without a limit', 'limit_not_set', null, []],
])('%s says of its due date what there is to say', (_what, flag, dueAt, notes) => {
  expect(dueNotes(due(flag, dueAt), DECREED)).toEqual(notes)
})

test('a year without a decree between start and due date counts too', () => {
  expect(dueNotes(due('paused', '2026-01-05T00:00:00Z', '2025-12-30T00:00:00Z'), DECREED)).toEqual(['undecreed'])
})

test('as long as the years are not known, the stored flag alone is said', () => {
  expect(dueNotes(due('undecreed', '2028-01-05T16:59:00Z'), null)).toEqual(['undecreed'])
  expect(dueNotes(due('paused', '2028-01-05T16:59:00Z'), null)).toEqual([])
})
