import { ruleRefusal } from '../access/rules.js'
import type { Viewer } from '../access/viewer.js'
import { Refusal, type ProblemCode } from '../problem.js'
import { RULE_DRAFT_WORKFLOW, type RuleDraftAction, type RuleDraftFacts, type RuleDraftState } from './rule-draft.js'

/** Why the viewer cannot take this action on the draft now, or null when they can. */
export function ruleDraftRefusal(draft: RuleDraftFacts, action: RuleDraftAction, viewer: Viewer): ProblemCode | null {
  const refusal = ruleRefusal(viewer, action, draft)
  if (refusal) return refusal
  const from: readonly RuleDraftState[] = RULE_DRAFT_WORKFLOW[action].from
  return from.includes(draft.state) ? null : 'draft.wrong_state'
}

/** The state the draft will have, or a refusal. */
export function nextDraftState(draft: RuleDraftFacts, action: RuleDraftAction, viewer: Viewer): RuleDraftState {
  const refusal = ruleDraftRefusal(draft, action, viewer)
  if (refusal) throw new Refusal(refusal)
  return RULE_DRAFT_WORKFLOW[action].to ?? draft.state
}
