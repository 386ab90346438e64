import type { CaseFacts } from '../case/case.js'
import type { LetterKind, Secrecy } from '../standard/service.js'

export const LETTER_STATUSES = ['draft', 'in_review', 'returned', 'approved', 'issued', 'delivered', 'withdrawn'] as const
export type LetterStatus = (typeof LETTER_STATUSES)[number]

/** What a rule may know of an outgoing letter. */
export interface LetterFacts {
  readonly __typename: 'Letter'
  readonly id: string
  readonly version: number
  readonly caseId: string
  readonly kind: LetterKind
  readonly status: LetterStatus
  readonly drafterId: string
  /** The post whose turn it is while in review; null otherwise. */
  readonly reviewerPositionId: string | null
  /** 1-based tier of the chain whose turn it is; 0 outside review. */
  readonly tier: number
  /** Number of tiers of the chain; the last one approves. */
  readonly tiers: number
  /** Everyone who wrote in it or passed it: none of them may review or approve a later tier of the same letter. */
  readonly authorIds: readonly string[]
  readonly reviewerIds: readonly string[]
  /** Who has asked that the number be voided, while nobody has answered; null otherwise. */
  readonly voidRequestedBy: string | null
  /** Copied from the case. */
  readonly caseUnitId: string | null
  readonly secrecy: Secrecy
  readonly caseHandlerPositionIds: readonly string[]
  readonly caseHolderPositionId: string | null
  readonly caseRegistrarId: string
  readonly excludedPersonIds: readonly string[]
}

/** The facts of a letter as they stand beside its case: the copied columns are taken from the case itself. */
export const letterFacts = (row: Omit<LetterFacts, '__typename'>, parent: CaseFacts): LetterFacts => ({
  __typename: 'Letter',
  id: row.id,
  version: row.version,
  caseId: row.caseId,
  kind: row.kind,
  status: row.status,
  drafterId: row.drafterId,
  reviewerPositionId: row.reviewerPositionId,
  tier: row.tier,
  tiers: row.tiers,
  authorIds: [...row.authorIds],
  reviewerIds: [...row.reviewerIds],
  voidRequestedBy: row.voidRequestedBy,
  caseUnitId: parent.unitId,
  secrecy: parent.secrecy,
  caseHandlerPositionIds: [...parent.handlerPositionIds],
  caseHolderPositionId: parent.holderPositionId,
  caseRegistrarId: parent.registrarId,
  excludedPersonIds: [...parent.excludedPersonIds],
})
