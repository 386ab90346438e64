import type { DispositionState } from './disposition.js'

export interface DispositionStep {
  readonly from: readonly DispositionState[]
  readonly to: DispositionState
}

/**
 * The life of one branch. `mark_read` is the recipient's receipt; to see the branch is another right (`read`), which the whole case's handlers have. A branch may be withdrawn only while unread (practice of the national records application); later it is superseded. Whoever
 * disposes onwards from a main branch that was once marked done takes it up again. `disposition.workflow.spec.ts` proves every state is reachable.
 */
export const DISPOSITION_WORKFLOW = {
  mark_read: { from: ['sent'], to: 'read' },
  accept: { from: ['sent', 'read'], to: 'accepted' },
  finish: { from: ['read', 'accepted'], to: 'done' },
  resume: { from: ['done'], to: 'accepted' },
  send_back: { from: ['sent', 'read', 'accepted'], to: 'returned' },
  withdraw: { from: ['sent'], to: 'withdrawn' },
  supersede: { from: ['sent', 'read', 'accepted', 'done'], to: 'superseded' },
} as const satisfies Record<string, DispositionStep>

export type DispositionAction = keyof typeof DISPOSITION_WORKFLOW
export const DISPOSITION_ACTIONS = Object.keys(DISPOSITION_WORKFLOW) as DispositionAction[]

/** States in which a branch still waits for somebody. */
export const LIVE_DISPOSITION_STATES: readonly DispositionState[] = ['sent', 'read', 'accepted']

/** States in which a branch counts for the case's handlers: what is done stays in force, what was returned, withdrawn or replaced does not. */
export const STANDING_DISPOSITION_STATES: readonly DispositionState[] = [...LIVE_DISPOSITION_STATES, 'done']
