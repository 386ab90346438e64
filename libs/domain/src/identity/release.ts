import type { Bilingual } from '../standard/service.js'

/** What a sealed identity may be asked for. */
export const RELEASE_PURPOSES = ['clarification', 'examination', 'delivery', 'legal_duty', 'protection'] as const
export type ReleasePurpose = (typeof RELEASE_PURPOSES)[number]

export const PURPOSE_LABEL: Readonly<Record<ReleasePurpose, Bilingual>> = {
  clarification: { id: 'Klarifikasi kepada pelapor', en: 'Clarification with the reporter' },
  examination: { id: 'Pemeriksaan', en: 'Examination' },
  delivery: { id: 'Penyampaian surat', en: 'Delivery of a letter' },
  legal_duty: { id: 'Kewajiban hukum', en: 'Legal duty' },
  protection: { id: 'Perlindungan pelapor', en: 'Protection of the reporter' },
}

export const RELEASE_STATUSES = ['requested', 'granted', 'refused', 'withdrawn', 'revoked'] as const
export type ReleaseStatus = (typeof RELEASE_STATUSES)[number]

/** How a release stands at an instant: a granted one is open until its time has run out. */
export type ReleaseStanding = Exclude<ReleaseStatus, 'granted'> | 'open' | 'expired'

/** Hours for which an identity may be opened at most. */
export const LONGEST_RELEASE_HOURS = 8

/** What a rule may know of a release. Every field is a column of its row; those of the case are copied. */
export interface IdentityReleaseFacts {
  readonly __typename: 'IdentityRelease'
  readonly id: string
  readonly version: number
  readonly caseId: string
  readonly status: ReleaseStatus
  readonly requestedBy: string
  /** The custodian who granted or refused; null while it waits. */
  readonly decidedBy: string | null
  /** Whoever wrote in a letter of the case: they do not release what they worked on. */
  readonly caseAuthorIds: readonly string[]
  readonly caseHandlerPositionIds: readonly string[]
  readonly excludedPersonIds: readonly string[]
}

/** Only the facts, for an event. */
export const releaseFacts = (row: IdentityReleaseFacts): IdentityReleaseFacts => ({
  __typename: 'IdentityRelease',
  id: row.id,
  version: row.version,
  caseId: row.caseId,
  status: row.status,
  requestedBy: row.requestedBy,
  decidedBy: row.decidedBy,
  caseAuthorIds: [...row.caseAuthorIds],
  caseHandlerPositionIds: [...row.caseHandlerPositionIds],
  excludedPersonIds: [...row.excludedPersonIds],
})
