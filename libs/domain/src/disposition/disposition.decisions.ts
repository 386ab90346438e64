import { ruleRefusal } from '../access/rules.js'
import type { Viewer } from '../access/viewer.js'
import type { CaseFacts } from '../case/case.js'
import { TERMINAL_STAGES } from '../case/case.workflow.js'
import { Refusal, type ProblemCode } from '../problem.js'
import type { DispositionFacts, DispositionState } from './disposition.js'
import { DISPOSITION_WORKFLOW, type DispositionAction, type DispositionStep } from './disposition.workflow.js'

type CaseOfBranch = Pick<CaseFacts, 'stage'>

/**
 * Why the viewer cannot take this action on the branch now, or null when they can. A main branch carries the case: it is done by the end of the case
 * (the answer delivered), and marked done before that it would leave the case with nobody at work on it.
 */
export function dispositionRefusal(
  branch: DispositionFacts,
  action: DispositionAction,
  viewer: Viewer,
  theCase: CaseOfBranch,
): ProblemCode | null {
  const rule = ruleRefusal(viewer, action, branch)
  if (rule) return rule
  const step: DispositionStep = DISPOSITION_WORKFLOW[action]
  if (step.from.includes(branch.state))
    return action === 'finish' && branch.kind === 'main' && !TERMINAL_STAGES.includes(theCase.stage) ? 'disposition.ends_with_case' : null
  return action === 'withdraw' && branch.state === 'read' ? 'disposition.already_read' : 'disposition.wrong_state'
}

/** The state the branch will have, or a refusal. */
export function nextState(branch: DispositionFacts, action: DispositionAction, viewer: Viewer, theCase: CaseOfBranch): DispositionState {
  const refusal = dispositionRefusal(branch, action, viewer, theCase)
  if (refusal) throw new Refusal(refusal)
  return DISPOSITION_WORKFLOW[action].to
}
