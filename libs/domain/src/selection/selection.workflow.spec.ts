import { describe, expect, test } from '@jest/globals'
import { SECRECIES } from '../standard/service.js'
import { JPT } from '../standard/jpt.js'
import { productsFor } from '../standard/standards.js'
import type { Role, Viewer } from '../access/viewer.js'
import type { CaseFacts } from '../case/case.js'
import { SELECTION_STAGES, SELECTION_STATES, selectionFacts, type SelectionFacts, type SelectionStage } from './selection.js'
import { factsFromCase, requestAfter, requestRefusal, selectionAfter, selectionRefusal } from './selection.decisions.js'
import {
  OPEN_REQUEST_STATES,
  REQUEST_MOVES,
  REQUEST_STATES,
  REQUEST_WORKFLOW,
  SELECTION_ACTIONS,
  SELECTION_WORKFLOW,
  type RequestState,
  type RequestStep,
  type SelectionStep,
} from './selection.workflow.js'
import { setAsideBy } from './reopening.js'
import { isStageCheck, isStageDocument, STAGE_RULES, stageAfterThis } from './stages.js'

const step = (action: (typeof SELECTION_ACTIONS)[number]): SelectionStep => SELECTION_WORKFLOW[action]
const requestStep = (move: (typeof REQUEST_MOVES)[number]): RequestStep => REQUEST_WORKFLOW[move]

describe('the six stages', () => {
  test.each([
    ['planning', 'Perencanaan', 1, 'recommendation', true],
    ['announcement', 'Pengumuman lowongan', 2, 'answer', false],
    ['application', 'Pelamaran', 3, null, false],
    ['selection', 'Seleksi', 4, 'answer', false],
    ['results', 'Pengumuman hasil seleksi', 5, 'recommendation', true],
    ['appointment', 'Penetapan dan pelantikan', 6, 'answer', false],
  ] as const)('%s is %s, number %i of the page, answered by %s', (stage, label, number, kind, required) => {
    const rule = STAGE_RULES[stage]
    expect([rule.label.id, rule.number, rule.letter?.kind ?? null, rule.letter?.required ?? false]).toEqual([label, number, kind, required])
    expect(JPT.procedures[0]?.steps[number - 1]?.id.toLowerCase().startsWith(label.toLowerCase().split(' ')[0] ?? '')).toBe(true)
    expect(rule.documents.length).toBeGreaterThan(0)
    expect(rule.checks.every((check) => check.source.id.length > 0)).toBe(true)
  })

  test('every letter that answers a stage is a product of the standard [jpt.product.recommendation] [jpt.product.answer]', () => {
    const products = productsFor('JPT').map((product) => product.letterKind)
    for (const stage of SELECTION_STAGES) if (STAGE_RULES[stage].letter) expect(products).toContain(STAGE_RULES[stage].letter?.kind)
  })

  test('papers and checks belong to their stage only', () => {
    expect(isStageDocument('planning', 'panel_decree')).toBe(true)
    expect(isStageDocument('results', 'panel_decree')).toBe(false)
    expect(isStageCheck('appointment', 'one_of_three')).toBe(true)
    expect(isStageCheck('planning', 'one_of_three')).toBe(false)
  })

  test('they follow each other, and the last is the last', () => {
    expect(SELECTION_STAGES.map(stageAfterThis)).toEqual([...SELECTION_STAGES.slice(1), null])
  })
})

describe('the life of a selection', () => {
  test('every stage and state is reached from the planning, and nothing leaves an end', () => {
    const seen = new Set<string>(['planning running'])
    for (const place of seen) {
      const [stage, state] = place.split(' ') as [SelectionStage, SelectionFacts['state']]
      if (state !== 'running') continue
      for (const action of SELECTION_ACTIONS.filter((one) => step(one).in.includes(stage) && step(one).to !== 'earlier')) {
        const after = selectionAfter({ stage, state }, action)
        seen.add(`${after.stage} ${after.state}`)
      }
    }
    expect([...seen].filter((place) => place.endsWith('finished'))).toEqual(['appointment finished'])
    for (const stage of SELECTION_STAGES) expect(seen).toContain(`${stage} running`)
    for (const state of SELECTION_STATES) expect([...seen].some((place) => place.endsWith(state))).toBe(true)
  })

  test.each(SELECTION_STAGES.flatMap((stage) => SELECTION_STATES.map((state) => [stage, state] as const)))(
    'from %s, %s, only stages that were left are opened again, and it runs again',
    (stage, state) => {
      for (const chosen of SELECTION_STAGES) {
        const left = SELECTION_STAGES.indexOf(chosen) < SELECTION_STAGES.indexOf(stage)
        const may = state === 'running' ? left : state === 'finished' && (left || chosen === stage)
        if (may) expect(selectionAfter({ stage, state }, 'reopen', chosen)).toEqual({ stage: chosen, state: 'running' })
        else expect(() => selectionAfter({ stage, state }, 'reopen', chosen)).toThrow('selection.wrong_stage')
      }
      expect(() => selectionAfter({ stage, state }, 'reopen')).toThrow('selection.wrong_stage')
    },
  )

  test.each([
    ['appointment', 'entry_error', ['appointment'], [], false],
    ['results', 'entry_error', ['results', 'appointment'], [], true],
    ['results', 'agency_correction', ['results', 'appointment'], ['results', 'appointment'], true],
    ['announcement', 'entry_error', SELECTION_STAGES.slice(1), [], true],
  ] as const)(
    'what rests on %s (%s) is set aside: checks of %j, letters of %j, the three: %s',
    (stage, cause, checks, requests, shortlist) => {
      expect(setAsideBy(stage, cause)).toEqual({ checks, requests, shortlist, appointments: true })
    },
  )

  test('the names of the three are chosen in the results only, the one in the appointment only [jpt.stages.5] [jpt.stages.6]', () => {
    expect(step('shortlist').in).toEqual(['results'])
    expect(step('appoint').in).toEqual(['appointment'])
  })

  test('every state of a request is reached, and an end from every open one', () => {
    const seen = new Set<RequestState>(['awaiting_documents'])
    for (const state of seen) for (const move of REQUEST_MOVES) if (requestStep(move).from.includes(state)) seen.add(requestStep(move).to)
    expect([...seen].sort()).toEqual([...REQUEST_STATES].sort())
    const ends = REQUEST_STATES.filter((state) => !REQUEST_MOVES.some((move) => requestStep(move).from.includes(state)))
    expect(ends).toEqual(['answered', 'withdrawn'])
    expect(REQUEST_STATES.filter((state) => !ends.includes(state))).toEqual(OPEN_REQUEST_STATES)
  })

  test('a file that was complete becomes incomplete when a paper turns out to be missing, until it is answered [jpt.stage_documents]', () => {
    expect(requestAfter('complete', 'find_incomplete')).toBe('incomplete')
    expect(() => requestAfter('answered', 'find_incomplete')).toThrow('selection.wrong_stage')
    expect(requestAfter('incomplete', 'find_complete')).toBe('complete')
    expect(requestAfter('awaiting_documents', 'find_incomplete')).toBe('incomplete')
  })
})

const UNIT = 'unit'
const viewer = (role: Role): Viewer => ({
  id: 'me',
  name: 'Pegawai',
  positions: [{ id: 'post', title: 'Jabatan', role, unitId: UNIT, kind: 'definitive', onBehalfOf: null }],
})
const aSelection = (given: Partial<SelectionFacts> = {}): SelectionFacts => ({
  __typename: 'Selection',
  id: 'selection',
  version: 1,
  state: 'running',
  stage: 'application',
  unitId: UNIT,
  secrecy: 'biasa',
  handlerPositionIds: ['post'],
  excludedPersonIds: [],
  resultsReleased: false,
  ...given,
})

describe('who may do it now', () => {
  test.each([
    ['ASISTEN', aSelection(), 'enrol', null],
    ['POKJA', aSelection(), 'enrol', null],
    ['ASISTEN', aSelection({ stage: 'planning' }), 'enrol', 'selection.wrong_stage'],
    ['ASISTEN', aSelection({ state: 'cancelled' }), 'enrol', 'selection.wrong_stage'],
    ['ASISTEN', aSelection({ handlerPositionIds: [] }), 'enrol', 'access.denied'],
    ['PIMPINAN', aSelection(), 'enrol', 'access.denied'],
    ['SEKRETARIAT', aSelection({ handlerPositionIds: [] }), 'receive', null],
    ['SEKRETARIAT', aSelection({ handlerPositionIds: [] }), 'check', 'access.denied'],
    ['SEKRETARIAT', aSelection({ handlerPositionIds: [], secrecy: 'sangat_rahasia' }), 'receive', 'access.denied'],
    ['ASISTEN', aSelection({ excludedPersonIds: ['me'] }), 'enrol', 'conflict_of_interest'],
    ['ADMIN', aSelection({ handlerPositionIds: [] }), 'cancel', 'access.denied'],
    ['POKJA', aSelection(), 'reopen', null],
    ['POKJA', aSelection({ stage: 'appointment', state: 'finished' }), 'reopen', null],
    ['POKJA', aSelection({ state: 'cancelled' }), 'reopen', 'selection.wrong_stage'],
    ['POKJA', aSelection({ stage: 'planning' }), 'reopen', 'selection.wrong_stage'],
    ['POKJA', aSelection({ stage: 'appointment', state: 'finished' }), 'appoint', 'selection.wrong_stage'],
    ['ASISTEN', aSelection(), 'reopen', 'access.denied'],
    ['SEKRETARIAT', aSelection(), 'reopen', 'access.denied'],
    ['POKJA', aSelection({ excludedPersonIds: ['me'] }), 'reopen', 'conflict_of_interest'],
  ] as const)('%s, %j: %s gives %s', (role, selection, action, refusal) => {
    expect(selectionRefusal(selection, action, viewer(role))).toBe(refusal)
  })

  const aCase: CaseFacts = {
    __typename: 'Case',
    id: 'case',
    version: 1,
    stage: 'assigned',
    service: 'JPT',
    channel: 'post',
    secrecy: 'biasa',
    unitId: UNIT,
    registrarId: 'other',
    handlerPositionIds: ['post'],
    holderPositionId: 'post',
    processable: null,
    excludedPersonIds: [],
  }

  test.each([
    ['a request in hand', aCase, null],
    ['another service', { ...aCase, service: 'MERIT' as const }, 'request.invalid'],
    ['a closed one', { ...aCase, stage: 'closed' as const }, 'case.wrong_stage'],
    ['somebody else’s, elsewhere', { ...aCase, handlerPositionIds: [], unitId: 'other' }, 'access.denied'],
  ])('becomes a request of a selection: %s', (_, theCase, refusal) => {
    expect(requestRefusal(theCase, viewer('ASISTEN'))).toBe(refusal)
    expect(factsFromCase(theCase).stage).toBe('planning')
  })

  test('the facts of an event are the facts and nothing else', () => {
    const row = { ...aSelection(), title: 'Seleksi', agencyCode: '34.04' }
    expect(Object.keys(selectionFacts(row)).sort()).toEqual(Object.keys(aSelection()).sort())
    expect(SECRECIES).toContain(selectionFacts(row).secrecy)
  })
})
