import type { CaseFacts } from '../case/case.js'
import type { Bilingual, Secrecy } from '../standard/service.js'

/**
 * draft: written, not yet in a delivered letter; open: the PPK has the letter and its time runs; replied: the PPK has answered, nobody has judged it;
 * done and not_followed are ends.
 */
export const POINT_STATES = ['draft', 'open', 'replied', 'done', 'not_followed'] as const
export type PointState = (typeof POINT_STATES)[number]

export const POINT_STATE_LABEL: Record<PointState, Bilingual> = {
  draft: { id: 'Konsep', en: 'Draft' },
  open: { id: 'Menunggu tindak lanjut', en: 'Awaiting follow-up' },
  replied: { id: 'Dijawab, menunggu penilaian', en: 'Answered, to be judged' },
  done: { id: 'Sudah ditindaklanjuti', en: 'Followed up' },
  not_followed: { id: 'Tidak ditindaklanjuti', en: 'Not followed up' },
}

/** What a rule may know of a recommendation point. The last six are copies of its case, kept by a database trigger. */
export interface RecommendationPointFacts {
  readonly __typename: 'RecommendationPoint'
  readonly id: string
  readonly version: number
  readonly caseId: string
  readonly state: PointState
  readonly caseUnitId: string | null
  readonly secrecy: Secrecy
  readonly caseHandlerPositionIds: readonly string[]
  readonly caseHolderPositionId: string | null
  readonly caseRegistrarId: string
  readonly excludedPersonIds: readonly string[]
}

/** Only the facts, with those of the case as it is now. */
export const pointFacts = (
  row: Pick<RecommendationPointFacts, 'id' | 'version' | 'state'>,
  theCase: CaseFacts,
): RecommendationPointFacts => ({
  __typename: 'RecommendationPoint',
  id: row.id,
  version: row.version,
  caseId: theCase.id,
  state: row.state,
  caseUnitId: theCase.unitId,
  secrecy: theCase.secrecy,
  caseHandlerPositionIds: [...theCase.handlerPositionIds],
  caseHolderPositionId: theCase.holderPositionId,
  caseRegistrarId: theCase.registrarId,
  excludedPersonIds: [...theCase.excludedPersonIds],
})
