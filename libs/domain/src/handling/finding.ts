import type { Bilingual } from '../standard/service.js'
import type { Sanction } from '../standard/violations.js'

/** What the handling found about one reported person and one allegation. */
export const FINDING_OUTCOMES = ['proven', 'not_proven'] as const
export type FindingOutcome = (typeof FINDING_OUTCOMES)[number]

export const FINDING_OUTCOME_LABEL: Record<FindingOutcome, Bilingual> = {
  proven: { id: 'Terbukti', en: 'Proven' },
  not_proven: { id: 'Tidak terbukti', en: 'Not proven' },
}

export interface FindingEntry {
  readonly outcome: FindingOutcome
  readonly sanction: Sanction
  readonly reasons: string
}

/** What stands behind an allegation when a finding is made. */
export interface FindingGround {
  readonly sufficientEvidence: number
  readonly minutedSteps: number
}

/** Why a finding cannot stand: a proven breach names its sanction and rests on sufficient evidence; every finding follows somebody heard or something examined. */
export function findingRefusal(
  { outcome, sanction, reasons }: FindingEntry,
  ground: FindingGround,
): 'request.invalid' | 'handling.no_evidence' | 'handling.nobody_heard' | null {
  if ((outcome === 'proven') === (sanction === 'not_proven')) return 'request.invalid'
  const length = reasons.trim().length
  if (length < 10 || length > 4000) return 'request.invalid'
  if (ground.minutedSteps === 0) return 'handling.nobody_heard'
  return outcome === 'proven' && ground.sufficientEvidence === 0 ? 'handling.no_evidence' : null
}
