import type { ExtensionTerm, PauseTerm } from './pauses.js'

/**
 * When a clock may stand still and how far a limit may be extended. These are rules of the house: the published standards print neither, so a clock that
 * was extended is shown as extended, with its first due date beside it, and a report of conformance measures against the published limit.
 */
const freely = (reason: PauseTerm['reason']): PauseTerm => ({ reason, needsApproval: false })
const withConsent = (reason: PauseTerm['reason']): PauseTerm => ({ reason, needsApproval: true })

const consultation: readonly PauseTerm[] = [freely('applicant_completion'), freely('agency_clarification')]
const complaint: readonly PauseTerm[] = [
  freely('applicant_completion'),
  freely('reporter_clarification'),
  withConsent('agency_clarification'),
]

/** Reasons to pause, by what is being handled. A visitor who stands at the desk is never paused, nor is the start of handling. */
export const PAUSES = {
  consultation,
  complaint,
  fieldExamination: [...complaint, withConsent('field_access')],
} as const satisfies Record<string, readonly PauseTerm[]>

const once = (cap: number): ExtensionTerm => ({ cap, times: 1, approver: 'head' })

/** Extensions, by the length of the limit; amounts in its unit. */
export const EXTENSIONS = {
  /** One or two days, one week: once, as long again at most. */
  veryShort: once(1),
  /** Four or five working days. */
  short: once(2),
  /** Fourteen working days. */
  usual: { cap: 7, times: 2, approver: 'head' },
  /** Sixty working days, and limits set for one case. */
  long: { cap: 20, times: 2, approver: 'leadership' },
} as const satisfies Record<string, ExtensionTerm>
