import { describe, expect, test } from '@jest/globals'
import type { Role, Viewer } from '../access/viewer.js'
import { Refusal } from '../problem.js'
import { VISIT_CHANNELS, VISIT_STATES, type MedlinCategory, type VisitChannel, type VisitFacts, type VisitState } from './visit.js'
import { categoryRefusal, needsActivityReason, nextVisitState, visitRefusal } from './visit.decisions.js'
import {
  ENDED_VISIT_STATES,
  FIRST_VISIT_STATES,
  VISIT_ACTIONS,
  VISIT_WORKFLOW,
  type VisitAction,
  type VisitStep,
} from './visit.workflow.js'

const step = (action: VisitAction): VisitStep => VISIT_WORKFLOW[action]
const actionsFrom = (state: VisitState, channel: VisitChannel): VisitAction[] =>
  VISIT_ACTIONS.filter((action) => step(action).from.includes(state) && step(action).channels.includes(channel))

function reachable(channel: VisitChannel, first: readonly VisitState[]): Set<VisitState> {
  const seen = new Set(first)
  for (const state of seen) actionsFrom(state, channel).forEach((action) => seen.add(step(action).to ?? state))
  return seen
}

const ONLINE: readonly VisitState[] = ['joined', 'time_proposed', 'in_meeting', 'done', 'declined', 'no_show', 'left']

test('every state of a visit in person is reached from the guest book or the waiting room', () => {
  const all = reachable(
    'walk_in',
    FIRST_VISIT_STATES.filter((state) => state !== 'joined'),
  )
  expect([...all].sort()).toEqual(VISIT_STATES.filter((state) => state !== 'joined').sort())
})

test('a virtual visit knows neither guest book nor waiting room [medlin.visit.3] [medlin.visit.4] [medlin.visit.5]', () => {
  expect([...reachable('virtual', ['joined'])].sort()).toEqual([...ONLINE].sort())
})

test('only the four ends rest, and an end is reached from every state', () => {
  for (const channel of VISIT_CHANNELS) {
    for (const state of reachable(channel, channel === 'virtual' ? ['joined'] : ['arrived', 'waiting'])) {
      expect(actionsFrom(state, channel).length === 0).toBe(ENDED_VISIT_STATES.includes(state))
      expect([...reachable(channel, [state])].some((end) => ENDED_VISIT_STATES.includes(end))).toBe(true)
    }
  }
})

test('nobody is met whom the unit has not received, but online', () => {
  expect(step('begin').from).toEqual(['confirmed', 'waiting', 'joined'])
  expect(VISIT_ACTIONS.filter((action) => step(action).to === 'confirmed')).toEqual(['confirm'])
  expect(actionsFrom('disposed', 'walk_in')).not.toContain('begin')
})

describe('who may do what when', () => {
  const viewer = (role: Role): Viewer => ({
    id: 'me',
    name: 'Pegawai',
    positions: [{ id: role, title: role, role, unitId: 'unit', kind: 'definitive', onBehalfOf: null }],
  })
  const visit = (state: VisitState, given: Partial<VisitFacts> = {}): VisitFacts => ({
    __typename: 'Visit',
    id: 'visit',
    version: 1,
    caseId: 'case',
    channel: 'walk_in',
    state,
    caseUnitId: 'unit',
    secrecy: 'biasa',
    caseHandlerPositionIds: ['POKJA', 'ASISTEN'],
    caseHolderPositionId: 'ASISTEN',
    caseRegistrarId: 'other',
    excludedPersonIds: [],
    ...given,
  })
  const possible = (role: Role, facts: VisitFacts) => VISIT_ACTIONS.filter((action) => visitRefusal(facts, action, viewer(role)) === null)

  test.each<[Role, VisitState, string]>([
    ['FRONT_OFFICE', 'arrived', 'route complete leave'],
    ['FRONT_OFFICE', 'disposed', 'route complete leave'],
    ['FRONT_OFFICE', 'confirmed', 'show_in leave'],
    ['FRONT_OFFICE', 'waiting', 'leave'],
    ['FRONT_OFFICE', 'time_proposed', 'complete come_back leave miss'],
    ['FRONT_OFFICE', 'in_meeting', ''],
    ['POKJA', 'disposed', 'assign confirm propose_time decline'],
    ['POKJA', 'confirmed', 'assign'],
    ['POKJA', 'waiting', 'assign'],
    ['POKJA', 'in_meeting', ''],
    ['ASISTEN', 'disposed', 'confirm propose_time decline'],
    ['ASISTEN', 'confirmed', 'begin'],
    ['ASISTEN', 'waiting', 'begin'],
    ['ASISTEN', 'in_meeting', 'finish'],
    ['ASISTEN', 'done', ''],
    ['PIMPINAN', 'disposed', ''],
    ['AUDITOR', 'disposed', ''],
  ])('%s, %s: %s', (role, state, words) => {
    expect(possible(role, visit(state))).toEqual(VISIT_ACTIONS.filter((action) => words.split(' ').includes(action)))
  })

  test('online the head names the officer before anything else, and the officer begins at once [medlin.visit.2]', () => {
    expect(possible('POKJA', visit('joined', { channel: 'virtual', caseHolderPositionId: 'POKJA' }))).toEqual([
      'assign',
      'propose_time',
      'decline',
    ])
    expect(possible('ASISTEN', visit('joined', { channel: 'virtual' }))).toEqual(['propose_time', 'decline', 'begin'])
    expect(possible('ASISTEN', visit('joined', { channel: 'virtual', caseHolderPositionId: 'POKJA' }))).toEqual([])
  })

  test('an officer of another unit answers nothing, and whoever is reported sees nothing', () => {
    expect(possible('ASISTEN', visit('disposed', { caseHolderPositionId: 'other', caseHandlerPositionIds: ['other'] }))).toEqual([])
    expect(visitRefusal(visit('disposed', { excludedPersonIds: ['me'] }), 'confirm', viewer('POKJA'))).toBe('conflict_of_interest')
  })

  test('a step at the wrong state says so', () => {
    expect(visitRefusal(visit('done'), 'begin', viewer('ASISTEN'))).toBe('visit.wrong_state')
    expect(() => nextVisitState(visit('confirmed', { channel: 'virtual' }), 'show_in', viewer('FRONT_OFFICE'))).toThrow(
      new Refusal('visit.wrong_state'),
    )
  })
})

test.each<[MedlinCategory | null, 'confirm' | 'decline', string | null]>([
  ['mediation', 'confirm', null],
  ['protection', 'confirm', null],
  ['outside', 'confirm', 'visit.category_outside'],
  [null, 'confirm', 'visit.category_missing'],
  ['outside', 'decline', null],
  ['mediation', 'decline', 'visit.category_fits'],
  [null, 'decline', 'visit.category_missing'],
])('category %s decides whether the unit may %s: %s [medlin.written.4] [medlin.written.5]', (category, answer, refusal) => {
  expect(categoryRefusal('MEDLIN', category, answer)).toBe(refusal)
})

test('other services know no category', () => {
  expect(categoryRefusal('MERIT', null, 'decline')).toBeNull()
  expect(categoryRefusal('MERIT', 'outside', 'decline')).toBe('request.invalid')
})

test.each<[number | null, boolean, number, boolean]>([
  [1000, true, 1001, true],
  [1000, true, 1000, false],
  [1000, false, 2000, false],
  [null, true, 2000, false],
])('due %s, excusable %s, begun at %s: a reason is needed: %s', (dueAt, asUnitActivityAllows, now, needed) => {
  expect(needsActivityReason({ dueAt, asUnitActivityAllows }, now)).toBe(needed)
})
