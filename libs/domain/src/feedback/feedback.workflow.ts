import type { FeedbackState } from './feedback.js'

export interface FeedbackStep {
  readonly from: readonly FeedbackState[]
  readonly to: FeedbackState
}

/** The life of a feedback once it is logged. Only what nobody can answer is dismissed, with the reason. `feedback.workflow.spec.ts` proves every state reachable. */
export const FEEDBACK_WORKFLOW = {
  assign: { from: ['logged', 'assigned'], to: 'assigned' },
  answer: { from: ['assigned'], to: 'answered' },
  close: { from: ['answered'], to: 'closed' },
  dismiss: { from: ['logged', 'assigned'], to: 'dismissed' },
} as const satisfies Record<string, FeedbackStep>

export type FeedbackMove = keyof typeof FEEDBACK_WORKFLOW
export const FEEDBACK_MOVES = Object.keys(FEEDBACK_WORKFLOW) as FeedbackMove[]

/** What may be done with a feedback besides moving it on: to log a new one, and to see who wrote it and how they are reached. */
export const FEEDBACK_ACTIONS = ['log', 'read_contact', ...FEEDBACK_MOVES] as const
export type FeedbackAction = (typeof FEEDBACK_ACTIONS)[number]

/** States in which somebody is still expected to do something. */
export const OPEN_FEEDBACK_STATES: readonly FeedbackState[] = ['logged', 'assigned', 'answered']
