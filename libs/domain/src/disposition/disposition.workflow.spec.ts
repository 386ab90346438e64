import { describe, expect, test } from '@jest/globals'
import type { Viewer } from '../access/viewer.js'
import { Refusal } from '../problem.js'
import { CASE_STAGES } from '../case/case.js'
import { DISPOSITION_STATES, type DispositionFacts, type DispositionKind, type DispositionState } from './disposition.js'
import { dispositionRefusal, nextState } from './disposition.decisions.js'
import {
  DISPOSITION_ACTIONS,
  DISPOSITION_WORKFLOW,
  LIVE_DISPOSITION_STATES,
  type DispositionAction,
  type DispositionStep,
} from './disposition.workflow.js'

const step = (action: DispositionAction): DispositionStep => DISPOSITION_WORKFLOW[action]
const actionsFrom = (state: DispositionState): DispositionAction[] =>
  DISPOSITION_ACTIONS.filter((action) => step(action).from.includes(state))

test('every state is reached from a branch that was sent', () => {
  const seen = new Set<DispositionState>(['sent'])
  for (const state of seen) actionsFrom(state).forEach((action) => seen.add(step(action).to))
  expect([...seen].sort()).toEqual([...DISPOSITION_STATES].sort())
})

test('what waits can always be taken, sent back and overtaken; what came back or was taken back rests', () => {
  for (const state of LIVE_DISPOSITION_STATES) {
    expect(actionsFrom(state)).toEqual(expect.arrayContaining(['send_back', 'supersede']))
    if (state !== 'accepted') expect(actionsFrom(state)).toContain('accept')
  }
  expect(DISPOSITION_STATES.filter((state) => actionsFrom(state).length === 0)).toEqual(['returned', 'withdrawn', 'superseded'])
})

const me: Viewer = {
  id: 'me',
  name: 'Pegawai',
  positions: ['giver', 'taker'].map((id) => ({
    id,
    title: id,
    role: 'POKJA' as const,
    unitId: 'unit',
    kind: 'definitive' as const,
    onBehalfOf: null,
  })),
}
const branchIn = (state: DispositionState): DispositionFacts => ({
  __typename: 'Disposition',
  id: 'branch',
  version: 1,
  caseId: 'case',
  parentId: null,
  kind: 'main',
  state,
  fromPositionId: 'giver',
  toPositionId: 'taker',
  toUnitId: 'unit',
  caseUnitId: 'unit',
  secrecy: 'biasa',
  caseHandlerPositionIds: ['taker'],
  caseRegistrarId: 'clerk',
  excludedPersonIds: [],
})

const ENDED = { stage: 'closed' } as const

describe('giver and recipient in one person', () => {
  test.each<[DispositionState, string]>([
    ['sent', 'mark_read accept send_back withdraw supersede'],
    ['read', 'accept finish send_back supersede'],
    ['accepted', 'finish send_back supersede'],
    ['done', 'resume supersede'],
    ['returned', ''],
    ['withdrawn', ''],
    ['superseded', ''],
  ])('%s: %s', (state, words) => {
    const possible = DISPOSITION_ACTIONS.filter((action) => dispositionRefusal(branchIn(state), action, me, ENDED) === null)
    expect(possible).toEqual(DISPOSITION_ACTIONS.filter((action) => words.split(' ').includes(action)))
    for (const action of possible) expect(nextState(branchIn(state), action, me, ENDED)).toBe(step(action).to)
  })

  test('a branch that was read is not withdrawn any more, and the giver is told why', () => {
    expect(dispositionRefusal(branchIn('read'), 'withdraw', me, ENDED)).toBe('disposition.already_read')
    expect(dispositionRefusal(branchIn('accepted'), 'withdraw', me, ENDED)).toBe('disposition.wrong_state')
    expect(() => nextState(branchIn('returned'), 'accept', me, ENDED)).toThrow(new Refusal('disposition.wrong_state'))
  })
})

describe('a branch is marked done', () => {
  test.each(CASE_STAGES)('while its case is %s: a copy always, a main branch ends with it', (stage) => {
    const finishing = (kind: DispositionKind) => dispositionRefusal({ ...branchIn('accepted'), kind }, 'finish', me, { stage })
    expect(finishing('copy')).toBeNull()
    expect(finishing('main')).toBe(['closed', 'withdrawn'].includes(stage) ? null : 'disposition.ends_with_case')
  })

  test('never by somebody else, whatever the case', () => {
    const stranger: Viewer = { ...me, positions: [] }
    expect(dispositionRefusal(branchIn('accepted'), 'finish', stranger, { stage: 'in_process' })).toBe('access.denied')
  })
})
