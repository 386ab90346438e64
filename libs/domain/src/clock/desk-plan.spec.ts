import { describe, expect, test } from '@jest/globals'
import { latestOf, PLANNED_TIERS, TIER_SHARE, tierBudgets, tiersPlanned } from './desk-plan.js'
import { indonesianCalendar } from './indonesian-calendar.js'
import { jakarta } from './jakarta.js'
import { atRiskAt, atRiskByShare, atRiskFrom } from './risk.js'
import { readLedger, type LedgerEntry } from './ledger.js'
import { clockRule } from './standard-rules.js'
import { workingMinutesBetween } from './working-time.js'

const calendar = indonesianCalendar()
const at = (text: string) => jakarta(text.slice(0, 10), text.slice(11)).getTime()
const open = (from: string, to: string) => workingMinutesBetween(calendar, 'office', at(from), at(to))
const ANSWER = { startEvent: 'received', stopEvent: 'answer_delivered' } as const

describe('the due date planned back', () => {
  const clock = { rule: ANSWER, startedAt: at('2026-11-16 08.00'), dueAt: at('2026-11-20 16.30'), pauses: [] }
  const total = open('2026-11-16 08.00', '2026-11-20 16.30')

  test('shares of the limit, the last at the due instant, each before it early enough for the rest', () => {
    expect(PLANNED_TIERS.reduce((sum, tier) => sum + TIER_SHARE[tier], 0)).toBeCloseTo(1, 9)
    const budgets = tierBudgets(clock, calendar)
    expect(budgets.map(({ tier }) => tier)).toEqual([...PLANNED_TIERS])
    expect(budgets.at(-1)?.latest).toEqual(new Date(clock.dueAt))
    for (const { tier, minutes } of budgets) expect(minutes).toBeCloseTo(TIER_SHARE[tier] * total, 3)
    const assistant = budgets.find(({ tier }) => tier === 'assistant')
    expect(workingMinutesBetween(calendar, 'office', assistant?.latest ?? 0, clock.dueAt)).toBeCloseTo(0.25 * total, 1)
  })

  test('a pause moves the plan with the due date and is nobody’s budget', () => {
    const pauses = [{ from: at('2026-11-17 08.00'), to: at('2026-11-18 08.00') }]
    const longer = { ...clock, dueAt: at('2026-11-23 16.00'), pauses }
    const day = open('2026-11-17 08.00', '2026-11-18 08.00')
    const budgets = tierBudgets(longer, calendar)
    expect(budgets.reduce((sum, { minutes }) => sum + minutes, 0)).toBeCloseTo(open('2026-11-16 08.00', '2026-11-23 16.00') - day, 3)
    // What must be done before the pause stays before it, and nothing has to be passed on while it lasts.
    for (const { latest } of budgets)
      expect(latest.getTime() > at('2026-11-17 08.00') && latest.getTime() < at('2026-11-18 08.00')).toBe(false)
  })

  test.each([
    ['received', 'answer_delivered', PLANNED_TIERS],
    ['received_by_unit', 'answer_delivered', ['unit', 'assistant', 'review', 'dispatch']],
    ['confirmed_processed', 'answer_delivered', ['assistant', 'review', 'dispatch']],
    ['received', 'follow_up_begun', ['registry', 'leadership', 'unit', 'assistant']],
    ['confirmed_by_unit', 'consultation_begun', []],
  ] as const)('from %s to %s', (startEvent, stopEvent, tiers) => {
    const planned = { ...clock, rule: { startEvent, stopEvent } }
    expect(tiersPlanned(planned.rule)).toEqual(tiers)
    const budgets = tierBudgets(planned, calendar)
    expect(budgets.reduce((sum, { minutes }) => sum + minutes, 0)).toBeCloseTo(tiers.length === 0 ? 0 : total, 3)
    for (const { tier, latest } of budgets) expect(latestOf(tier, planned, calendar)).toEqual(latest)
  })

  test('a case that came back before the plan begins is held to the first budget; one outside or beyond the plan to none', () => {
    const fromUnit = { ...clock, rule: { startEvent: 'received_by_unit', stopEvent: 'answer_delivered' } as const }
    expect(latestOf('leadership', fromUnit, calendar)).toEqual(latestOf('unit', fromUnit, calendar))
    expect(latestOf('outside', clock, calendar)).toBeNull()
    expect(latestOf('review', { ...clock, rule: { startEvent: 'received', stopEvent: 'follow_up_begun' } }, calendar)).toBeNull()
  })

  test('at risk is whoever still has it after their instant, and everybody once its share has passed', () => {
    const share = atRiskByShare(clock.startedAt, clock.dueAt, calendar)
    const leader = atRiskFrom(clock, 'leadership', calendar)
    expect(leader).toEqual(latestOf('leadership', clock, calendar))
    expect(leader.getTime()).toBeLessThan(share.getTime())
    expect(atRiskFrom(clock, 'dispatch', calendar)).toEqual(share)
    expect(atRiskFrom(clock, 'outside', calendar)).toEqual(share)
  })
})

describe('what cannot be at risk', () => {
  const rule = clockRule('netralitas.letter')
  const start: LedgerEntry = { kind: 'start', at: at('2026-11-16 08.00') }
  const risk = (...entries: LedgerEntry[]) => rule && atRiskAt(rule, readLedger(rule, entries, calendar), 'assistant', calendar)

  test.each<[string, LedgerEntry[], boolean]>([
    ['running', [start], true],
    ['not started', [], false],
    ['paused', [start, { kind: 'pause', at: at('2026-11-17 08.00'), reason: 'applicant_completion' }], false],
    ['stopped', [start, { kind: 'stop', at: at('2026-11-17 08.00') }], false],
    ['excused', [start, { kind: 'excuse', at: at('2026-11-17 08.00') }], false],
  ])('%s', (_, entries, is) => expect(risk(...entries) instanceof Date).toBe(is))
})
