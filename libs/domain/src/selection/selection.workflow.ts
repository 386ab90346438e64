import { SELECTION_STAGES, type SelectionStage, type SelectionState } from './selection.js'

/** What people do with a selection besides reading it. */
export const SELECTION_ACTIONS = [
  'attach_request',
  'receive',
  'check',
  'define_posts',
  'plan',
  'extend',
  'drop_post',
  'enrol',
  'score',
  'shortlist',
  'appoint',
  'advance',
  'finish',
  'reopen',
  'cancel',
] as const
export type SelectionAction = (typeof SELECTION_ACTIONS)[number]

/**
 * What an Asisten does. A stage that was concluded is opened again by the head of the working group: whoever concluded it does not undo it alone.
 */
export const ASSISTED_SELECTION_ACTIONS = SELECTION_ACTIONS.filter((action) => action !== 'reopen')

export interface SelectionStep {
  /** The stages in which the step makes sense; the selection is running in all of them, or has finished where the step leads back. */
  readonly in: readonly SelectionStage[]
  readonly to: 'same' | 'next' | 'earlier' | Exclude<SelectionState, 'running'>
}

/**
 * The life of a selection: through the six stages one by one, to its end or to an early one, and back to an earlier stage where something was entered
 * wrongly or the agency corrected its report. `selection.workflow.spec.ts` proves every stage and state is reachable.
 */
export const SELECTION_WORKFLOW = {
  attach_request: { in: SELECTION_STAGES, to: 'same' },
  receive: { in: SELECTION_STAGES, to: 'same' },
  check: { in: SELECTION_STAGES, to: 'same' },
  define_posts: { in: ['planning'], to: 'same' },
  plan: { in: ['planning', 'announcement', 'application', 'selection'], to: 'same' },
  extend: { in: ['announcement', 'application'], to: 'same' },
  drop_post: { in: ['application', 'selection', 'results', 'appointment'], to: 'same' },
  enrol: { in: ['application'], to: 'same' },
  score: { in: ['selection', 'results'], to: 'same' },
  shortlist: { in: ['results'], to: 'same' },
  appoint: { in: ['appointment'], to: 'same' },
  advance: { in: ['planning', 'announcement', 'application', 'selection', 'results'], to: 'next' },
  finish: { in: ['appointment'], to: 'finished' },
  reopen: { in: ['announcement', 'application', 'selection', 'results', 'appointment'], to: 'earlier' },
  cancel: { in: SELECTION_STAGES, to: 'cancelled' },
} as const satisfies Record<SelectionAction, SelectionStep>

/** How far the file of a request of one stage is. */
export const REQUEST_STATES = ['awaiting_documents', 'incomplete', 'complete', 'answered', 'withdrawn'] as const
export type RequestState = (typeof REQUEST_STATES)[number]

export interface RequestStep {
  readonly from: readonly RequestState[]
  readonly to: RequestState
}

/**
 * The file of one request. A paper that turns out to be missing makes a complete file incomplete again: its clock stands still meanwhile. `answer` and `withdraw` are taken by the database when the case behind it closes or is withdrawn: a stage is answered when its
 * letter is delivered, and an incomplete file may be answered too (a request that cannot be processed).
 */
export const REQUEST_WORKFLOW = {
  find_incomplete: { from: ['awaiting_documents', 'incomplete', 'complete'], to: 'incomplete' },
  find_complete: { from: ['awaiting_documents', 'incomplete', 'complete'], to: 'complete' },
  answer: { from: ['awaiting_documents', 'incomplete', 'complete'], to: 'answered' },
  withdraw: { from: ['awaiting_documents', 'incomplete', 'complete'], to: 'withdrawn' },
} as const satisfies Record<string, RequestStep>

export type RequestMove = keyof typeof REQUEST_WORKFLOW
export const REQUEST_MOVES = Object.keys(REQUEST_WORKFLOW) as RequestMove[]

/** States in which the agency's papers are still being gathered or looked at. */
export const OPEN_REQUEST_STATES: readonly RequestState[] = ['awaiting_documents', 'incomplete', 'complete']
