import { ruleRefusal } from '../access/rules.js'
import type { Viewer } from '../access/viewer.js'
import { Refusal, type ProblemCode } from '../problem.js'
import type { DispositionFacts, DispositionState } from './disposition.js'
import { DISPOSITION_WORKFLOW, type DispositionAction, type DispositionStep } from './disposition.workflow.js'

/** Why the viewer cannot take this action on the branch now, or null when they can. */
export function dispositionRefusal(branch: DispositionFacts, action: DispositionAction, viewer: Viewer): ProblemCode | null {
  const rule = ruleRefusal(viewer, action, branch)
  if (rule) return rule
  const step: DispositionStep = DISPOSITION_WORKFLOW[action]
  if (step.from.includes(branch.state)) return null
  return action === 'withdraw' && branch.state === 'read' ? 'disposition.already_read' : 'disposition.wrong_state'
}

/** The state the branch will have, or a refusal. */
export function nextState(branch: DispositionFacts, action: DispositionAction, viewer: Viewer): DispositionState {
  const refusal = dispositionRefusal(branch, action, viewer)
  if (refusal) throw new Refusal(refusal)
  return DISPOSITION_WORKFLOW[action].to
}
