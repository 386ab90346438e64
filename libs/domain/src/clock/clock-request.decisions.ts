import { ruleRefusal } from '../access/rules.js'
import type { Viewer } from '../access/viewer.js'
import { Refusal, type ProblemCode } from '../problem.js'
import {
  CLOCK_REQUEST_WORKFLOW,
  type ClockRequestAction,
  type ClockRequestFacts,
  type ClockRequestStatus,
} from './clock-request.workflow.js'

/** Why the viewer cannot take this action on the request now, or null when they can. */
export function clockRequestRefusal(request: ClockRequestFacts, action: ClockRequestAction, viewer: Viewer): ProblemCode | null {
  const refusal = ruleRefusal(viewer, action, request)
  if (refusal) return refusal
  const from: readonly ClockRequestStatus[] = CLOCK_REQUEST_WORKFLOW[action].from
  return from.includes(request.status) ? null : 'clock.request_answered'
}

/** The status the request will have, or a refusal. */
export function nextRequestStatus(request: ClockRequestFacts, action: ClockRequestAction, viewer: Viewer): ClockRequestStatus {
  const refusal = clockRequestRefusal(request, action, viewer)
  if (refusal) throw new Refusal(refusal)
  return CLOCK_REQUEST_WORKFLOW[action].to
}
