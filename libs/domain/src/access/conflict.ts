import { Refusal } from '../problem.js'

/** The parts in which somebody can meet a case. */
export type CasePart = 'handler' | 'reviewer' | 'approver' | 'releaser'

/** Why somebody stands too near to a case: reported in it or tied to somebody who is, or the author of one of its letters. */
export type Conflict = 'excluded' | 'author'

/** Who stands too near to a case. */
export interface CaseCircle {
  /** The reported among the staff and those with a declared relation. */
  readonly excludedPersonIds: readonly string[]
  /** Everybody who wrote in a letter of the case, whichever it was. */
  readonly authorIds: readonly string[]
}

/**
 * The conflict of interest of a person in a part (N10), or null. Whoever is reported, or has declared a relation, has no part at all; whoever
 * wrote in the case may go on working on it, but judges nobody's letter in it and releases nothing of it.
 */
export function conflictOf(personId: string, part: CasePart, { excludedPersonIds, authorIds }: CaseCircle): Conflict | null {
  if (excludedPersonIds.includes(personId)) return 'excluded'
  return part !== 'handler' && authorIds.includes(personId) ? 'author' : null
}

/** Throws `conflict_of_interest` when there is one. */
export function demandUnconflicted(personId: string, part: CasePart, circle: CaseCircle): void {
  const conflict = conflictOf(personId, part, circle)
  if (conflict) throw new Refusal('conflict_of_interest', { because: conflict })
}
