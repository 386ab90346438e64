import { ruleRefusal } from '../access/rules.js'
import type { Viewer } from '../access/viewer.js'
import { Refusal, type ProblemCode } from '../problem.js'
import type { LetterFacts, LetterStatus } from './letter.js'
import { LETTER_ACTIONS, LETTER_WORKFLOW, takesComments, type LetterAction, type LetterStep } from './letter.workflow.js'

const ANSWERS_VOID: readonly LetterAction[] = ['void', 'decline_void']
/** What nobody does while it is asked whether the number shall be voided. */
const RESTS_FOR_VOID: readonly LetterAction[] = ['deliver', 'request_void']

/**
 * Why the viewer cannot take this action now, or null when they can. The last tier approves, the ones before it pass; nobody takes back what a tier has
 * passed.
 */
export function letterRefusal(letter: LetterFacts, action: LetterAction, viewer: Viewer): ProblemCode | null {
  const rule = ruleRefusal(viewer, action, letter)
  if (rule) return rule
  const step: LetterStep = LETTER_WORKFLOW[action]
  if (!step.from.includes(letter.status)) return 'letter.wrong_status'
  if (action === 'pass' && letter.tier >= letter.tiers) return 'letter.wrong_status'
  if (action === 'approve' && letter.tier < letter.tiers) return 'letter.wrong_status'
  if (action === 'recall' && letter.tier > 1) return 'letter.already_reviewed'
  if (ANSWERS_VOID.includes(action) && letter.voidRequestedBy === null) return 'letter.wrong_status'
  if (RESTS_FOR_VOID.includes(action) && letter.voidRequestedBy !== null) return 'letter.void_pending'
  return null
}

/** The status the letter will have, or a refusal. */
export function nextStatus(letter: LetterFacts, action: LetterAction, viewer: Viewer): LetterStatus {
  const refusal = letterRefusal(letter, action, viewer)
  if (refusal) throw new Refusal(refusal)
  return LETTER_WORKFLOW[action].to
}

/** Why the viewer cannot settle a remark (resolve it, or open it again), or null: its author and the drafter may, until the letter has its number. */
export function remarkRefusal(letter: LetterFacts, remark: { readonly authorId: string }, viewer: Viewer): ProblemCode | null {
  const rule = ruleRefusal(viewer, 'read', letter)
  if (rule) return rule
  if (remark.authorId !== viewer.id && letter.drafterId !== viewer.id) return 'access.denied'
  return takesComments(letter) ? null : 'letter.wrong_status'
}

export const allowedLetterActions = (letter: LetterFacts, viewer: Viewer): LetterAction[] =>
  LETTER_ACTIONS.filter((action) => letterRefusal(letter, action, viewer) === null)
