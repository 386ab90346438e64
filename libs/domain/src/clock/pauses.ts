import type { Bilingual } from '../standard/service.js'

/** Why a clock stands still. */
export const PAUSE_REASONS = ['applicant_completion', 'agency_clarification', 'reporter_clarification', 'field_access'] as const
export type PauseReason = (typeof PAUSE_REASONS)[number]

/** Completes "Dijeda: ..." and "paused: ...". */
export const PAUSE_REASON_LABEL: Record<PauseReason, Bilingual> = {
  applicant_completion: { id: 'menunggu kelengkapan dari pemohon', en: 'waiting for the applicant to complete the file' },
  agency_clarification: { id: 'menunggu klarifikasi dari instansi', en: "waiting for the agency's clarification" },
  reporter_clarification: { id: 'menunggu klarifikasi dari pelapor', en: "waiting for the reporter's clarification" },
  field_access: { id: 'menunggu akses ke lokasi pemeriksaan lapangan', en: 'waiting for access to the place of the field examination' },
}

export const isPauseReason = (value: unknown): value is PauseReason => PAUSE_REASONS.some((known) => known === value)

/** A reason for which a rule lets its clock be paused. */
export interface PauseTerm {
  readonly reason: PauseReason
  /** True: another person must consent before the clock stands still. */
  readonly needsApproval: boolean
}

/** Who consents to more time: the head of the working group, or Pimpinan. */
export const APPROVERS = ['head', 'leadership'] as const
export type Approver = (typeof APPROVERS)[number]

/** How far a limit may be extended. Amounts are in the unit of the limit. */
export interface ExtensionTerm {
  /** All extensions of the limit together. */
  readonly cap: number
  readonly times: number
  readonly approver: Approver
}

/** A stretch in which a clock stood still, in epoch milliseconds. */
export interface Pause {
  readonly from: number
  readonly to: number
  readonly reason: PauseReason
}
