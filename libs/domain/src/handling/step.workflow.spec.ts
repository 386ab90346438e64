import { expect, test } from '@jest/globals'
import { minutesRefusal, stepAfter, STEP_ACTIONS, STEP_STATES, STEP_WORKFLOW, type StepState } from './step.workflow.js'

test('every state of a step is reached from its planning', () => {
  const reached = new Set<StepState>(['planned'])
  for (let size = 0; size !== reached.size;) {
    size = reached.size
    for (const action of STEP_ACTIONS)
      if (STEP_WORKFLOW[action].from.some((state) => reached.has(state))) reached.add(STEP_WORKFLOW[action].to)
  }
  expect([...reached].sort()).toEqual([...STEP_STATES].sort())
})

test.each([
  ['planned', 'minute'],
  ['held', 'cancel'],
  ['minuted', 'hold'],
  ['cancelled', 'reschedule'],
] as const)('from %s nothing is done by %s', (state, action) => {
  expect(() => stepAfter(state, action)).toThrow('handling.step_state')
})

const officer = { name: 'Petugas', role: 'officer' as const, signed: true }
const minutes = { text: 'Terlapor didengar dan mengakui perbuatannya.', readBack: true, participants: [officer] }

test.each([
  ['whole', {}, null],
  ['empty', { text: '  ' }, 'request.invalid'],
  ['not read back', { readBack: false }, 'handling.not_read_back'],
  ['unsigned', { participants: [{ ...officer, signed: false }] }, 'handling.not_signed'],
  ['signed by a witness alone', { participants: [{ ...officer, role: 'witness' as const }] }, 'handling.not_signed'],
] as const)('minutes that are %s', (_, change, refusal) => {
  expect(minutesRefusal({ ...minutes, ...change })).toBe(refusal)
})
