import { ruleRefusal, type CaseAction } from '../access/rules.js'
import type { Viewer } from '../access/viewer.js'
import { Refusal, type ProblemCode } from '../problem.js'
import type { CaseFacts, CaseStage } from './case.js'
import { CASE_WORKFLOW, TERMINAL_STAGES, type CaseMove, type CaseStep } from './case.workflow.js'

const OPEN: readonly CaseStage[] = ['registered', 'handed_over', 'with_unit', 'assigned', 'in_process', 'answered']

/** The stages in which each action makes sense, whoever asks. */
const STAGES: Readonly<Record<CaseAction, readonly CaseStage[]>> = {
  read: [...OPEN, ...TERMINAL_STAGES],
  register: [...OPEN, ...TERMINAL_STAGES],
  amend: ['registered'],
  hand_over: CASE_WORKFLOW.hand_over.from,
  dispose: CASE_WORKFLOW.dispose_to_unit.from,
  return_to_registry: CASE_WORKFLOW.return_to_registry.from,
  decide: CASE_WORKFLOW.decide.from,
  attach: OPEN,
  handle: ['assigned', 'in_process'],
  draft_letter: ['assigned', 'in_process'],
  withdraw: CASE_WORKFLOW.withdraw.from,
  keep_clocks: ['handed_over', 'with_unit', 'assigned', 'in_process', 'answered'],
  reclassify: ['assigned', 'in_process'],
  set_clock_limit: OPEN,
  seal_reporter: OPEN,
  ask_identity: [...OPEN, ...TERMINAL_STAGES],
}

/** Why the viewer cannot take this action on the case now, or null when they can. */
export function caseRefusal(subject: CaseFacts, action: CaseAction, viewer: Viewer): ProblemCode | null {
  return ruleRefusal(viewer, action, subject) ?? (STAGES[action].includes(subject.stage) ? null : 'case.wrong_stage')
}

/** Throws the refusal, if there is one. */
export function demandCase(subject: CaseFacts, action: CaseAction, viewer: Viewer): void {
  const refusal = caseRefusal(subject, action, viewer)
  if (refusal) throw new Refusal(refusal)
}

/** The stage a move leads to, or a refusal when the case is not where the move begins. */
export function stageAfter(subject: Pick<CaseFacts, 'stage'>, move: CaseMove): CaseStage {
  const step: CaseStep = CASE_WORKFLOW[move]
  if (!step.from.includes(subject.stage)) throw new Refusal('case.wrong_stage')
  return step.to
}
