import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { dueSteps, ESCALATION_STEPS, escalationTimes, type EscalatingClock, type ToldStep } from './escalation.js'
import { indonesianCalendar } from './indonesian-calendar.js'
import { DAY_MS, epochMs, jakarta, MINUTE_MS } from './jakarta.js'
import { atRiskByShare } from './risk.js'
import type { LimitUnit } from './rules.js'

const calendar = indonesianCalendar()
const office = calendar.schedule('office')
const at = (text: string) => jakarta(text.slice(0, 10), text.slice(11))
const clock = (given: Partial<EscalatingClock>): EscalatingClock => {
  const times = { startedAt: at('2026-11-16 09.00'), dueAt: new Date(at('2026-11-20 24.00').getTime() - 1), ...given }
  const atRiskAt = times.startedAt === null || times.dueAt === null ? null : atRiskByShare(times.startedAt, times.dueAt, calendar)
  return { stoppedAt: null, flag: null, limit: { amount: 4, unit: 'working_day' }, hours: 'office', atRiskAt, ...times }
}
const timesOf = (given: Partial<EscalatingClock>) => escalationTimes(clock(given), calendar).map(({ at: instant }) => instant)
const ripeOf = (one: EscalatingClock, told: readonly ToldStep[], now: Date) =>
  dueSteps(one, told, now, calendar).ripe.map(({ step }) => step)
const opening = (day: string) => new Date(office.nextOpen(at(`${day} 00.00`).getTime()))

describe('the ladder', () => {
  // Due on Friday 20 November 2026 at the end of the day; the last working day begins that Friday, so three quarters come first.
  test('four working days: at three quarters, after the weekend, and when one more working day has passed', () => {
    const [risk, due, after] = timesOf({})
    const share = at('2026-11-16 09.00').getTime() + 0.75 * ((clock({}).dueAt?.valueOf() as number) - at('2026-11-16 09.00').getTime())
    expect(risk?.getTime()).toBe(office.nextOpen(Math.round(share)))
    expect([due, after]).toEqual([opening('2026-11-23'), opening('2026-11-24')])
  })

  test('one hour in the morning: at 45 minutes, at the hour, a quarter of an hour later', () => {
    const [risk, due, after] = timesOf({
      ...{ startedAt: at('2026-11-23 09.00'), dueAt: at('2026-11-23 10.00'), limit: { amount: 1, unit: 'hour' } },
    })
    expect(risk).toEqual(at('2026-11-23 09.45'))
    expect(due).toEqual(new Date(at('2026-11-23 10.00').getTime() + 1))
    expect(after).toEqual(new Date(at('2026-11-23 10.15').getTime() + 1))
  })

  test.each<[string, Partial<EscalatingClock>]>([
    ['paused', { flag: 'paused' }],
    ['excused by a recorded reason', { flag: 'excused' }],
    ['stopped', { stoppedAt: at('2026-11-18 10.00') }],
    ['not started', { startedAt: null }],
    ['without a limit', { dueAt: null, limit: null }],
  ])('a clock that is %s escalates nothing, ever', (_, given) => {
    expect(dueSteps(clock(given), [], at('2027-03-01 10.00'), calendar)).toEqual({ ripe: [], next: null })
  })

  test('nothing is told at night or on a Saturday, however late it is', () => {
    expect(dueSteps(clock({}), [], at('2026-11-28 10.00'), calendar)).toEqual({ ripe: [], next: opening('2026-11-30') })
    expect(ripeOf(clock({}), [], at('2026-11-30 22.00'))).toEqual([])
    expect(ripeOf(clock({}), [], opening('2026-11-30'))).toEqual(['at_risk', 'due', 'after'])
  })

  test('a due date that moves later arms the ladder anew, one that moves earlier tells nothing twice', () => {
    const { dueAt } = clock({})
    const told: ToldStep[] = dueAt === null ? [] : [{ step: 'at_risk', dueAt, at: at('2026-11-20 10.00') }]
    const monday = at('2026-11-30 10.00')
    expect(ripeOf(clock({}), told, monday)).toEqual(['due', 'after'])
    expect(ripeOf(clock({ dueAt: at('2026-11-18 23.59') }), told, monday)).toEqual(['due', 'after'])
    expect(ripeOf(clock({ dueAt: at('2026-11-27 23.59') }), told, monday)).toEqual(['at_risk', 'due'])
  })
})

test('a desk that was behind its plan is told; once the case has moved on, the next only when it is at risk again', () => {
  const { dueAt } = clock({})
  const atRiskAt = at('2026-11-17 10.00')
  const told: ToldStep[] = dueAt === null ? [] : [{ step: 'at_risk', dueAt, at: at('2026-11-17 10.00') }]
  expect(ripeOf(clock({ atRiskAt }), [], at('2026-11-17 10.00'))).toEqual(['at_risk'])
  expect(ripeOf(clock({ atRiskAt }), told, at('2026-11-17 14.00'))).toEqual([])
  const share = clock({}).atRiskAt
  expect(dueSteps(clock({}), told, at('2026-11-18 10.00'), calendar)).toEqual({
    ripe: [],
    next: new Date(office.nextOpen(epochMs(share ?? 0))),
  })
  expect(ripeOf(clock({}), told, at('2026-11-20 10.00'))).toEqual(['at_risk'])
  expect(ripeOf(clock({ atRiskAt: at('2026-11-16 15.00') }), told, at('2026-11-18 10.00'))).toEqual([])
})

test('whatever the clock: each rung exactly once, in order, in office hours, never early, and `next` says when', () => {
  const clocks = fc
    .record({
      start: fc.integer({ min: at('2024-01-02 08.00').getTime(), max: at('2026-10-01 08.00').getTime() }),
      span: fc.integer({ min: 5 * MINUTE_MS, max: 60 * DAY_MS }),
      unit: fc.constantFrom<LimitUnit>('minute', 'hour', 'day', 'working_day', 'week'),
      amount: fc.integer({ min: 1, max: 60 }),
    })
    .map(({ start, span, unit, amount }) => clock({ startedAt: new Date(start), dueAt: new Date(start + span), limit: { amount, unit } }))
  fc.assert(
    fc.property(clocks, fc.integer({ min: 0, max: 10_000 }), (one, delay) => {
      const told: { step: (typeof ESCALATION_STEPS)[number]; at: number }[] = []
      let now = epochMs(one.startedAt ?? 0)
      for (let turn = 0; turn < 12; turn++) {
        const known = told.flatMap(({ step, at: instant }) => (one.dueAt === null ? [] : [{ step, dueAt: one.dueAt, at: instant }]))
        const { ripe, next } = dueSteps(one, known, now, calendar)
        for (const { step } of ripe) told.push({ step, at: now })
        if (next === null) break
        // A worker that wakes on time, or somewhat late.
        if (ripe.length === 0) {
          expect(next.getTime()).toBeGreaterThan(now)
          now = turn % 2 === 0 ? next.getTime() : next.getTime() + delay
        }
      }
      expect(told.map(({ step }) => step)).toEqual([...ESCALATION_STEPS])
      const ripeFrom = new Map(escalationTimes(one, calendar).map(({ step, at: instant }) => [step, instant.getTime()]))
      for (const { step, at: instant } of told) {
        expect(office.nextOpen(instant)).toBe(instant)
        expect(instant).toBeGreaterThanOrEqual(ripeFrom.get(step) ?? Number.POSITIVE_INFINITY)
        if (step === 'due') expect(instant).toBeGreaterThan(epochMs(one.dueAt ?? 0))
      }
    }),
    { numRuns: 1000 },
  )
})
