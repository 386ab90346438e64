import type { Secrecy } from '../standard/service.js'

/** What can wait for somebody: the entries of the inbox (kotak masuk). */
export const TASK_KINDS = [
  'complete_registration',
  'dispose',
  'decide',
  'draft',
  'revise',
  'review',
  'issue',
  'deliver',
  'consent_void',
  'approve_clock',
  'reassign',
  'release',
] as const
export type TaskKind = (typeof TASK_KINDS)[number]

/** What a rule may know of a task. It belongs to a post, or to a unit where the whole Sekretariat shares one queue. */
export interface TaskFacts {
  readonly __typename: 'Task'
  readonly id: string
  readonly caseId: string
  readonly positionId: string | null
  readonly unitId: string | null
  /** Copied from the case. */
  readonly secrecy: Secrecy
  readonly caseRegistrarId: string
  readonly excludedPersonIds: readonly string[]
}

/** Who a party of a case is. */
export const PARTY_ROLES = ['requester', 'reported'] as const
export type PartyRole = (typeof PARTY_ROLES)[number]

/** How a requirement of the standard was found at the counter. */
export const REQUIREMENT_STATES = ['met', 'missing', 'not_applicable'] as const
export type RequirementState = (typeof REQUIREMENT_STATES)[number]
