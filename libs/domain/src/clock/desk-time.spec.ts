import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ROLES } from '../access/viewer.js'
import { TASK_KINDS } from '../case/task.js'
import { DESK_TIERS, type DeskTier } from './desk-tiers.js'
import { deskTime, minutesOfTier, presentTier, returnsOf, tierOf, type DeskTask } from './desk-time.js'
import { indonesianCalendar } from './indonesian-calendar.js'
import { jakarta, MINUTE_MS } from './jakarta.js'
import { workingMinutesBetween } from './working-time.js'

const calendar = indonesianCalendar()
const at = (text: string) => jakarta(text.slice(0, 10), text.slice(11)).getTime()
const task = (
  kind: DeskTask['kind'],
  role: DeskTask['role'],
  positionId: string | null,
  openedAt: string,
  closedAt: string | null,
): DeskTask => ({
  ...{ kind, role, positionId },
  openedAt: at(openedAt),
  closedAt: closedAt === null ? null : at(closedAt),
})

/**
 * Friday 13 to Tuesday 17 November 2026, office 08.00-16.00, break 12.00-13.00 (Friday to 16.30, break 11.30-13.00). Registered Friday 15.00; with the chair
 * from 15.30; with the head on Monday from 08.00; with the Asisten from 09.00; the applicant is asked from 10.00 to Tuesday 09.00; written by 11.00, under review.
 */
const LIFE = {
  registeredAt: at('2026-11-13 15.00'),
  until: at('2026-11-17 14.00'),
  tasks: [
    task('dispose', 'PIMPINAN', 'chair', '2026-11-13 15.30', '2026-11-16 08.00'),
    task('dispose', 'POKJA', 'head', '2026-11-16 08.00', '2026-11-16 09.00'),
    task('decide', 'ASISTEN', 'assistant', '2026-11-16 09.00', '2026-11-16 09.30'),
    task('draft', 'ASISTEN', 'assistant', '2026-11-16 09.30', '2026-11-17 11.00'),
    task('approve_clock', 'POKJA', 'head', '2026-11-16 09.45', '2026-11-16 10.00'),
    task('review', 'POKJA', 'head', '2026-11-17 11.00', null),
  ],
  pauses: [{ from: at('2026-11-16 10.00'), to: at('2026-11-17 09.00') }],
}
const open = (from: string, to: string) => workingMinutesBetween(calendar, 'office', at(from), at(to))

describe('a case over a weekend and a pause, counted by hand', () => {
  const spans = deskTime(LIFE, calendar)

  test('who had it, from when to when', () => {
    expect(spans.map(({ tier, positionId, from, to }) => [tier, positionId, from, to])).toEqual([
      ['registry', null, at('2026-11-13 15.00'), at('2026-11-13 15.30')],
      ['leadership', 'chair', at('2026-11-13 15.30'), at('2026-11-16 08.00')],
      ['unit', 'head', at('2026-11-16 08.00'), at('2026-11-16 09.00')],
      ['assistant', 'assistant', at('2026-11-16 09.00'), at('2026-11-16 10.00')],
      ['outside', null, at('2026-11-16 10.00'), at('2026-11-17 09.00')],
      ['assistant', 'assistant', at('2026-11-17 09.00'), at('2026-11-17 11.00')],
      ['review', 'head', at('2026-11-17 11.00'), at('2026-11-17 14.00')],
    ])
  })

  test.each([
    ['registry', 30],
    ['leadership', 60],
    ['unit', 60],
    ['assistant', 180],
    ['outside', 360],
    ['review', 120],
  ] as const)('%s: %d minutes', (tier, minutes) => expect(minutesOfTier(spans, tier)).toBe(minutes))

  test('every open minute is somebody’s, once', () => {
    expect(spans.reduce((sum, { minutes }) => sum + minutes, 0)).toBeCloseTo(open('2026-11-13 15.00', '2026-11-17 14.00'), 6)
  })
})

test('returns are the letters that came back', () => {
  expect(returnsOf([...LIFE.tasks, task('revise', 'ASISTEN', 'assistant', '2026-11-17 11.00', null)])).toBe(1)
})

test.each([
  ['dispose', 'PIMPINAN', 'leadership'],
  ['dispose', 'POKJA', 'unit'],
  ['complete_registration', null, 'registry'],
  ['revise', 'ASISTEN', 'assistant'],
  ['review', 'PIMPINAN', 'review'],
  ['deliver', null, 'dispatch'],
  ['approve_clock', 'POKJA', null],
] as const)('%s of %s lies on %s', (kind, role, tier) => expect(tierOf({ kind, role })).toBe(tier))

test('whatever the tasks and pauses: no gap, no overlap, every open minute counted once', () => {
  const start = at('2026-03-02 08.00')
  const instant = fc.integer({ min: 0, max: 30 * 24 * 60 }).map((minutes) => start + minutes * MINUTE_MS)
  const tasks = fc.array(
    fc.record({
      kind: fc.constantFrom(...TASK_KINDS),
      role: fc.option(fc.constantFrom(...ROLES)),
      positionId: fc.option(fc.constantFrom('a', 'b')),
      openedAt: instant,
      closedAt: fc.option(instant),
    }),
    { maxLength: 12 },
  )
  const pauses = fc.array(instant, { maxLength: 6 }).map((edges) => {
    const sorted = [...new Set(edges)].sort((one, other) => one - other)
    return Array.from({ length: Math.floor(sorted.length / 2) }, (_, index) => ({
      from: sorted[2 * index] ?? 0,
      to: sorted[2 * index + 1] ?? 0,
    }))
  })
  fc.assert(
    fc.property(tasks, pauses, instant, (some, stops, until) => {
      const spans = deskTime({ registeredAt: start, until, tasks: some, pauses: stops }, calendar)
      expect(spans.length === 0).toBe(until <= start)
      if (spans.length === 0) return
      expect([spans[0]?.from, spans.at(-1)?.to]).toEqual([start, until])
      for (const [index, one] of spans.entries()) {
        expect(one.to).toBeGreaterThan(one.from)
        if (index > 0) expect(one.from).toBe(spans[index - 1]?.to)
      }
      const counted = DESK_TIERS.reduce((sum, tier) => sum + minutesOfTier(spans, tier), 0)
      expect(counted).toBeCloseTo(workingMinutesBetween(calendar, 'office', start, until), 4)
      const paused = stops.reduce(
        (sum, { from, to }) => sum + workingMinutesBetween(calendar, 'office', Math.min(from, until), Math.min(to, until)),
        0,
      )
      expect(minutesOfTier(spans, 'outside')).toBeGreaterThanOrEqual(paused - 1e-6)
    }),
    { numRuns: 500 },
  )
})

test.each<[string, DeskTask[], DeskTier]>([
  ['nothing has been asked of anybody yet', [], 'registry'],
  ['beside a consent that is asked for', [LIFE.tasks[0], LIFE.tasks[4]].flatMap((one) => one ?? []), 'leadership'],
  ['between two desks, the one it left last', LIFE.tasks.slice(0, 4), 'assistant'],
  [
    'under review, while an older draft lies open',
    [...LIFE.tasks, task('draft', 'ASISTEN', 'assistant', '2026-11-16 09.30', null)],
    'review',
  ],
  [
    'open before closed, however late the closed one came',
    [task('decide', 'ASISTEN', 'assistant', '2026-11-16 09.00', null), task('deliver', null, null, '2026-11-17 09.00', '2026-11-17 10.00')],
    'assistant',
  ],
  [
    'opened at once, the further one',
    [task('review', 'POKJA', 'head', '2026-11-17 11.00', null), task('decide', 'ASISTEN', 'assistant', '2026-11-17 11.00', null)],
    'review',
  ],
])('who must move it on: %s', (_, tasks, tier) => expect(presentTier(tasks)).toBe(tier))
