import { ruleRefusal } from '../access/rules.js'
import type { Viewer } from '../access/viewer.js'
import type { CaseFacts } from '../case/case.js'
import { TERMINAL_STAGES } from '../case/case.workflow.js'
import { Refusal, type ProblemCode } from '../problem.js'
import { SELECTION_STAGES, type SelectionFacts, type SelectionStage, type SelectionState } from './selection.js'
import { REQUEST_WORKFLOW, SELECTION_WORKFLOW, type RequestMove, type RequestState, type RequestStep } from './selection.workflow.js'
import type { SelectionAction, SelectionStep } from './selection.workflow.js'
import { stageAfterThis } from './stages.js'

/** Why the viewer cannot take this action now, or null when they can. */
export function selectionRefusal(selection: SelectionFacts, action: SelectionAction, viewer: Viewer): ProblemCode | null {
  const rule = ruleRefusal(viewer, action, selection)
  if (rule) return rule
  const step: SelectionStep = SELECTION_WORKFLOW[action]
  const open = selection.state === 'running' || (step.to === 'earlier' && selection.state === 'finished')
  return open && step.in.includes(selection.stage) ? null : 'selection.wrong_stage'
}

/** Throws the refusal, if there is one. */
export function demandSelection(selection: SelectionFacts, action: SelectionAction, viewer: Viewer): void {
  const refusal = selectionRefusal(selection, action, viewer)
  if (refusal) throw new Refusal(refusal)
}

/** The stages that can be opened again: those that were left, and of a finished selection the last one as well. */
export const stagesToReopen = ({ stage, state }: Pick<SelectionFacts, 'stage' | 'state'>): readonly SelectionStage[] =>
  state === 'cancelled' ? [] : SELECTION_STAGES.slice(0, SELECTION_STAGES.indexOf(stage) + (state === 'finished' ? 1 : 0))

/** Where the action leads: the stage and the state afterwards. A reopening leads to the stage that was chosen. */
export function selectionAfter(
  { stage, state }: Pick<SelectionFacts, 'stage' | 'state'>,
  action: SelectionAction,
  chosen: SelectionStage | null = null,
): { readonly stage: SelectionStage; readonly state: SelectionState } {
  const step: SelectionStep = SELECTION_WORKFLOW[action]
  if (step.to === 'earlier') {
    if (chosen === null || !stagesToReopen({ stage, state }).includes(chosen)) throw new Refusal('selection.wrong_stage')
    return { stage: chosen, state: 'running' }
  }
  if (step.to === 'same') return { stage, state }
  if (step.to !== 'next') return { stage, state: step.to }
  const next = stageAfterThis(stage)
  if (!next) throw new Refusal('selection.wrong_stage')
  return { stage: next, state }
}

/** The facts a selection will have that is opened by a case. */
export const factsFromCase = (theCase: CaseFacts): SelectionFacts => ({
  __typename: 'Selection',
  id: theCase.id,
  version: 1,
  state: 'running',
  stage: 'planning',
  unitId: theCase.unitId,
  secrecy: theCase.secrecy,
  handlerPositionIds: theCase.handlerPositionIds,
  excludedPersonIds: theCase.excludedPersonIds,
  resultsReleased: false,
})

/** Why the viewer cannot make this case the request of a selection, or null: it is a running case about senior posts, and in their hands. */
export function requestRefusal(theCase: CaseFacts, viewer: Viewer): ProblemCode | null {
  const rule = ruleRefusal(viewer, 'read', theCase) ?? ruleRefusal(viewer, 'attach_request', factsFromCase(theCase))
  if (rule) return rule
  if (theCase.service !== 'JPT') return 'request.invalid'
  return TERMINAL_STAGES.includes(theCase.stage) ? 'case.wrong_stage' : null
}

/** The state of a request after a move, or a refusal. */
export function requestAfter(state: RequestState, move: RequestMove): RequestState {
  const step: RequestStep = REQUEST_WORKFLOW[move]
  if (!step.from.includes(state)) throw new Refusal('selection.wrong_stage')
  return step.to
}
