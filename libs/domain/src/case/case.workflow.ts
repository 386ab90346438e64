import type { CaseStage } from './case.js'

export interface CaseStep {
  readonly from: readonly CaseStage[]
  readonly to: CaseStage
}

const OPEN = ['registered', 'handed_over', 'with_unit', 'assigned', 'in_process'] as const

/**
 * The life of a written request (Sistem, Mekanisme dan Prosedur of the five standards: received, disposed in tiers, analysed, answered,
 * delivered). `pass_along` is Pimpinan to Pimpinan; `reassign` gives a case whose processability is already decided to an Asisten again;
 * `receive_visit` brings a visitor's request straight to the unit, `answer_orally` ends it with a consultation that needed no letter;
 * `void_answer` takes back an answer whose number was voided before it left the house.
 * `case.workflow.spec.ts` proves every stage is reachable.
 */
export const CASE_WORKFLOW = {
  receive_visit: { from: ['registered', 'with_unit'], to: 'with_unit' },
  answer_orally: { from: ['assigned', 'in_process'], to: 'closed' },
  hand_over: { from: ['registered'], to: 'handed_over' },
  dispose_to_unit: { from: ['handed_over', 'with_unit', 'assigned', 'in_process'], to: 'with_unit' },
  pass_along: { from: ['handed_over', 'with_unit', 'assigned', 'in_process'], to: 'handed_over' },
  assign: { from: ['with_unit', 'assigned'], to: 'assigned' },
  reassign: { from: ['with_unit', 'in_process'], to: 'in_process' },
  return_to_unit: { from: ['assigned', 'in_process'], to: 'with_unit' },
  return_to_leadership: { from: ['handed_over', 'with_unit'], to: 'handed_over' },
  return_to_registry: { from: ['handed_over'], to: 'registered' },
  decide: { from: ['assigned'], to: 'in_process' },
  answer: { from: ['in_process'], to: 'answered' },
  void_answer: { from: ['answered'], to: 'in_process' },
  close: { from: ['answered'], to: 'closed' },
  withdraw: { from: OPEN, to: 'withdrawn' },
} as const satisfies Record<string, CaseStep>

export type CaseMove = keyof typeof CASE_WORKFLOW
export const CASE_MOVES = Object.keys(CASE_WORKFLOW) as CaseMove[]

/** Stages in which an Asisten has the case in hand, so that a letter can go back to a desk where it can be rewritten. */
export const IN_HAND_STAGES: readonly CaseStage[] = ['assigned', 'in_process', 'answered']

/** Stages from which a case moves no further. */
export const TERMINAL_STAGES: readonly CaseStage[] = ['closed', 'withdrawn']
