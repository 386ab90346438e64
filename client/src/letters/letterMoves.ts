import {
  LETTER_WORKFLOW,
  letterRefusal,
  positionIdsOf,
  ruleRefusal,
  type LetterAction,
  type LetterFacts,
  type ProblemCode,
  type Viewer,
} from '@domain'
import type { LetterRowFragment } from '../generated/graphql.js'

/** A letter as the rules know it: what they ask about its case lies on the case. */
export const factsOf = (letter: LetterRowFragment & { readonly case?: { readonly registrarId: string } | null }): LetterFacts => ({
  ...letter,
  caseRegistrarId: letter.case?.registrarId ?? '',
})

/** What a letter page can ask of the viewer, one dialog at a time. */
export type LetterDialog = Exclude<LetterAction, 'edit'> | 'pdf'

/** What the post whose turn it is does with the text: the last tier approves, the ones before it pass. */
export const tierMove = (letter: Pick<LetterFacts, 'tier' | 'tiers'>): 'pass' | 'approve' =>
  letter.tier < letter.tiers ? 'pass' : 'approve'

/** A button: open to the viewer, or shown shut with the reason. */
export interface Move {
  readonly action: LetterAction
  readonly refusal: ProblemCode | null
}

/** Reasons worth showing beside a shut button; for every other the button is not there. */
const TOLD: readonly ProblemCode[] = ['letter.own_work', 'letter.already_reviewed', 'letter.void_pending', 'conflict_of_interest']
/** Acts of the post whose turn it is: shown shut to that post alone. */
const JUDGING: readonly LetterAction[] = ['pass', 'approve', 'return']

const inTurn = (letter: LetterFacts, me: Viewer): boolean =>
  letter.reviewerPositionId !== null && positionIdsOf(me).includes(letter.reviewerPositionId)

/** Whether the workflow has the step at this moment, whoever asks. */
function standsOpen(letter: LetterFacts, action: LetterAction): boolean {
  const from: readonly string[] = LETTER_WORKFLOW[action].from
  if (!from.includes(letter.status)) return false
  return action === 'pass' || action === 'approve' ? tierMove(letter) === action : true
}

/** The viewer's buttons of a letter, from the rules. Judging is also shown to the post whose turn it is when the holder may not. */
export function movesOf(letter: LetterFacts, me: Viewer, wanted: readonly LetterAction[]): Move[] {
  return wanted.flatMap((action): Move[] => {
    const refusal = letterRefusal(letter, action, me)
    if (refusal === null) return [{ action, refusal }]
    const told = TOLD.includes(refusal) && standsOpen(letter, action) && (!JUDGING.includes(action) || inTurn(letter, me))
    return told ? [{ action, refusal }] : []
  })
}

/** Whether the viewer runs deliveries of this letter: also after it has counted as delivered, for receipts that come late. */
export const mayTendDeliveries = (letter: LetterFacts, me: Viewer): boolean => ruleRefusal(me, 'deliver', letter) === null

/** "3f2a 91c0 77de": the head of a hash, as people compare it. */
export const shortHash = (hash: string): string => (hash.slice(0, 12).match(/.{4}/g) ?? [hash]).join(' ')
