import { describe, expect, test } from '@jest/globals'
import { CASE_ACTIONS, type CaseAction } from '../access/rules.js'
import type { Viewer } from '../access/viewer.js'
import { Refusal } from '../problem.js'
import { CASE_STAGES, type CaseFacts, type CaseStage } from './case.js'
import { caseRefusal, demandCase, stageAfter } from './case.decisions.js'
import { CASE_MOVES, CASE_WORKFLOW, TERMINAL_STAGES, type CaseMove, type CaseStep } from './case.workflow.js'

const step = (move: CaseMove): CaseStep => CASE_WORKFLOW[move]
const movesFrom = (stage: CaseStage): CaseMove[] => CASE_MOVES.filter((move) => step(move).from.includes(stage))

/** Every stage that can be reached from one. */
function reachable(from: CaseStage): Set<CaseStage> {
  const seen = new Set<CaseStage>([from])
  for (const stage of seen) movesFrom(stage).forEach((move) => seen.add(step(move).to))
  return seen
}

test('every stage is reached from the register', () => {
  expect([...reachable('registered')].sort()).toEqual([...CASE_STAGES].sort())
})

test('only closed and withdrawn are ends, and an end is reached from every other stage', () => {
  const ends = CASE_STAGES.filter((stage) => movesFrom(stage).length === 0)
  expect(ends).toEqual([...TERMINAL_STAGES])
  for (const stage of CASE_STAGES) expect(TERMINAL_STAGES.some((end) => reachable(stage).has(end))).toBe(true)
})

test('a case closes through its answer only, written or given by word of mouth, and is answered only by whoever decided on it', () => {
  expect(CASE_MOVES.filter((move) => step(move).to === 'closed')).toEqual(['answer_orally', 'close'])
  expect(step('answer_orally').from).toEqual(['assigned', 'in_process'])
  expect(step('close').from).toEqual(['answered'])
  expect(step('answer').from).toEqual(['in_process'])
  expect(CASE_MOVES.filter((move) => step(move).to === 'in_process' && move !== 'reassign')).toEqual(['decide', 'void_answer'])
})

test('every move leads from every stage of its list and is refused from every other', () => {
  for (const move of CASE_MOVES) {
    for (const stage of CASE_STAGES) {
      if (step(move).from.includes(stage)) expect(stageAfter({ stage }, move)).toBe(step(move).to)
      else expect(() => stageAfter({ stage }, move)).toThrow(new Refusal('case.wrong_stage'))
    }
  }
})

describe('what somebody with every right may do', () => {
  const POSTS = ['PIMPINAN', 'POKJA', 'ASISTEN', 'SEKRETARIAT'] as const
  const me: Viewer = {
    id: 'me',
    name: 'Pegawai',
    positions: POSTS.map((role) => ({ id: role, title: role, role, unitId: 'unit', kind: 'definitive', onBehalfOf: null })),
  }
  const caseIn = (stage: CaseStage, holder: (typeof POSTS)[number]): CaseFacts => ({
    __typename: 'Case',
    id: 'case',
    version: 1,
    stage,
    service: 'MERIT',
    channel: 'post',
    secrecy: 'biasa',
    unitId: 'unit',
    registrarId: 'me',
    handlerPositionIds: [...POSTS],
    holderPositionId: holder,
    processable: true,
    excludedPersonIds: [],
  })
  const possible = (stage: CaseStage): CaseAction[] =>
    CASE_ACTIONS.filter((action) => POSTS.some((holder) => caseRefusal(caseIn(stage, holder), action, me) === null))

  test.each<[CaseStage, string]>([
    ['registered', 'amend hand_over attach withdraw set_clock_limit seal_reporter ask_identity'],
    ['handed_over', 'dispose return_to_registry attach withdraw keep_clocks set_clock_limit seal_reporter ask_identity'],
    ['with_unit', 'dispose attach withdraw keep_clocks set_clock_limit seal_reporter ask_identity'],
    ['assigned', 'dispose decide attach handle draft_letter withdraw keep_clocks reclassify set_clock_limit seal_reporter ask_identity'],
    ['in_process', 'dispose attach handle draft_letter withdraw keep_clocks reclassify set_clock_limit seal_reporter ask_identity'],
    ['answered', 'attach keep_clocks set_clock_limit seal_reporter ask_identity'],
    ['closed', 'ask_identity'],
    ['withdrawn', 'ask_identity'],
  ])('%s: %s', (stage, words) => {
    const expected = CASE_ACTIONS.filter((action) => ['read', 'register', ...words.split(' ')].includes(action))
    expect(possible(stage)).toEqual(expected)
  })

  test('an action at the wrong stage says so, and demanding it throws the same', () => {
    expect(caseRefusal(caseIn('closed', 'ASISTEN'), 'decide', me)).toBe('case.wrong_stage')
    expect(() => demandCase(caseIn('closed', 'ASISTEN'), 'decide', me)).toThrow(new Refusal('case.wrong_stage'))
    expect(() => demandCase(caseIn('assigned', 'ASISTEN'), 'decide', me)).not.toThrow()
  })

  test('without the right the rule answers, whatever the stage', () => {
    expect(caseRefusal(caseIn('closed', 'ASISTEN'), 'decide', { ...me, positions: [] })).toBe('access.denied')
  })
})
