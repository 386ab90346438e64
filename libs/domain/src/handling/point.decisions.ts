import { ruleRefusal } from '../access/rules.js'
import type { Viewer } from '../access/viewer.js'
import { Refusal, type ProblemCode } from '../problem.js'
import type { PointState, RecommendationPointFacts } from './point.js'
import { POINT_WORKFLOW, type PointAction, type PointMove, type PointStep } from './point.workflow.js'

/** Why the viewer cannot take this action on the point now, or null when they can. */
export function pointRefusal(point: RecommendationPointFacts, action: PointAction, viewer: Viewer): ProblemCode | null {
  const rule = ruleRefusal(viewer, action, point)
  if (rule) return rule
  const step: PointStep = POINT_WORKFLOW[action]
  return step.from.includes(point.state) ? null : 'handling.point_state'
}

/** The state a move leads to, or a refusal. */
export function pointAfter(state: PointState, move: PointMove): PointState {
  const step: PointStep = POINT_WORKFLOW[move]
  if (!step.from.includes(state)) throw new Refusal('handling.point_state')
  return step.to
}

/** The state the point will have after the viewer's act, or a refusal. */
export function nextPointState(point: RecommendationPointFacts, action: PointAction, viewer: Viewer): PointState {
  const refusal = pointRefusal(point, action, viewer)
  if (refusal) throw new Refusal(refusal)
  return pointAfter(point.state, action)
}
