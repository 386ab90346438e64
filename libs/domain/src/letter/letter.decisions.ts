import { ruleRefusal } from '../access/rules.js'
import type { Viewer } from '../access/viewer.js'
import { Refusal, type ProblemCode } from '../problem.js'
import type { LetterFacts, LetterStatus } from './letter.js'
import { LETTER_ACTIONS, LETTER_WORKFLOW, type LetterAction, type LetterStep } from './letter.workflow.js'

/** Why the viewer cannot take this action now, or null when they can. The last tier approves, the ones before it pass. */
export function letterRefusal(letter: LetterFacts, action: LetterAction, viewer: Viewer): ProblemCode | null {
  const rule = ruleRefusal(viewer, action, letter)
  if (rule) return rule
  const step: LetterStep = LETTER_WORKFLOW[action]
  if (!step.from.includes(letter.status)) return 'letter.wrong_status'
  if (action === 'pass' && letter.tier >= letter.tiers) return 'letter.wrong_status'
  if (action === 'approve' && letter.tier < letter.tiers) return 'letter.wrong_status'
  return null
}

/** The status the letter will have, or a refusal. */
export function nextStatus(letter: LetterFacts, action: LetterAction, viewer: Viewer): LetterStatus {
  const refusal = letterRefusal(letter, action, viewer)
  if (refusal) throw new Refusal(refusal)
  return LETTER_WORKFLOW[action].to
}

export const allowedLetterActions = (letter: LetterFacts, viewer: Viewer): LetterAction[] =>
  LETTER_ACTIONS.filter((action) => letterRefusal(letter, action, viewer) === null)
