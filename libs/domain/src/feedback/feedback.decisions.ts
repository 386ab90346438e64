import { ruleRefusal } from '../access/rules.js'
import type { Role, Viewer } from '../access/viewer.js'
import { Refusal, type ProblemCode } from '../problem.js'
import type { FeedbackFacts, FeedbackState } from './feedback.js'
import { FEEDBACK_WORKFLOW, type FeedbackMove, type FeedbackStep } from './feedback.workflow.js'

/** Why the viewer cannot make this move now, or null when they can. */
export function feedbackRefusal(feedback: FeedbackFacts, move: FeedbackMove, viewer: Viewer): ProblemCode | null {
  const rule = ruleRefusal(viewer, move, feedback)
  if (rule) return rule
  const step: FeedbackStep = FEEDBACK_WORKFLOW[move]
  return step.from.includes(feedback.state) ? null : 'feedback.wrong_state'
}

/** The state the feedback will have, or a refusal. */
export function nextFeedbackState(feedback: FeedbackFacts, move: FeedbackMove, viewer: Viewer): FeedbackState {
  const refusal = feedbackRefusal(feedback, move, viewer)
  if (refusal) throw new Refusal(refusal)
  return FEEDBACK_WORKFLOW[move].to
}

/** The posts that may be named to answer a feedback. */
export const ANSWERING_ROLES: readonly Role[] = ['POKJA', 'ASISTEN', 'SEKRETARIAT']
