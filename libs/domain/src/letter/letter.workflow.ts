import type { LetterStatus } from './letter.js'

export interface LetterStep {
  readonly from: readonly LetterStatus[]
  readonly to: LetterStatus
}

/**
 * The whole life of a letter. `pass` moves it one tier up, `approve` is the last tier. An approved letter that must not get its number (a
 * mistake seen at the counter, a text that names a protected reporter) is returned to its author, and reviewed anew. An issued letter that must not go out is withdrawn by voiding its
 * number, which two persons do: one asks (`request_void`), another consents (`void`) or does not (`decline_void`). `letter.workflow.spec.ts` proves every status is
 * reachable.
 */
export const LETTER_WORKFLOW = {
  edit: { from: ['draft', 'returned'], to: 'draft' },
  submit: { from: ['draft', 'returned'], to: 'in_review' },
  pass: { from: ['in_review'], to: 'in_review' },
  approve: { from: ['in_review'], to: 'approved' },
  return: { from: ['in_review'], to: 'returned' },
  recall: { from: ['in_review'], to: 'draft' },
  return_approved: { from: ['approved'], to: 'returned' },
  issue: { from: ['approved'], to: 'issued' },
  deliver: { from: ['issued'], to: 'delivered' },
  request_void: { from: ['issued'], to: 'issued' },
  decline_void: { from: ['issued'], to: 'issued' },
  void: { from: ['issued'], to: 'withdrawn' },
  withdraw: { from: ['draft', 'returned', 'in_review'], to: 'withdrawn' },
} as const satisfies Record<string, LetterStep>

export type LetterAction = keyof typeof LETTER_WORKFLOW
export const LETTER_ACTIONS = Object.keys(LETTER_WORKFLOW) as LetterAction[]

/** Statuses from which a letter moves no further. */
export const TERMINAL_LETTER_STATUSES: readonly LetterStatus[] = ['delivered', 'withdrawn']

/** Statuses in which the text is still the drafter's. */
export const WRITING_LETTER_STATUSES: readonly LetterStatus[] = LETTER_WORKFLOW.edit.from

/** Statuses before the letter has its number: a case has at most one such letter of a kind. */
export const UNISSUED_LETTER_STATUSES: readonly LetterStatus[] = ['draft', 'returned', 'in_review', 'approved']

/** Whether remarks are still taken: until the letter has its number. */
export const takesComments = ({ status }: { readonly status: LetterStatus }): boolean => UNISSUED_LETTER_STATUSES.includes(status)
