import type { CaseFacts } from '../case/case.js'
import type { Secrecy } from '../standard/service.js'

export const DISPOSITION_STATES = ['sent', 'read', 'accepted', 'done', 'returned', 'withdrawn', 'superseded'] as const
export type DispositionState = (typeof DISPOSITION_STATES)[number]

/** Main recipients act and own the branch; copies are for information. */
export const DISPOSITION_KINDS = ['main', 'copy'] as const
export type DispositionKind = (typeof DISPOSITION_KINDS)[number]

/** What a rule may know of one branch of the disposition tree. */
export interface DispositionFacts {
  readonly __typename: 'Disposition'
  readonly id: string
  readonly version: number
  readonly caseId: string
  readonly parentId: string | null
  readonly kind: DispositionKind
  readonly state: DispositionState
  readonly fromPositionId: string
  readonly toPositionId: string
  readonly toUnitId: string
  /** Copied from the case, so that one row answers a rule. */
  readonly caseUnitId: string | null
  readonly secrecy: Secrecy
  readonly caseHandlerPositionIds: readonly string[]
  readonly caseRegistrarId: string
  readonly excludedPersonIds: readonly string[]
}

/** The facts of a branch as they stand beside its case: the copied columns are taken from the case itself. */
export const dispositionFacts = (row: Omit<DispositionFacts, '__typename'>, parent: CaseFacts): DispositionFacts => ({
  __typename: 'Disposition',
  id: row.id,
  version: row.version,
  caseId: row.caseId,
  parentId: row.parentId,
  kind: row.kind,
  state: row.state,
  fromPositionId: row.fromPositionId,
  toPositionId: row.toPositionId,
  toUnitId: row.toUnitId,
  caseUnitId: parent.unitId,
  secrecy: parent.secrecy,
  caseHandlerPositionIds: [...parent.handlerPositionIds],
  caseRegistrarId: parent.registrarId,
  excludedPersonIds: [...parent.excludedPersonIds],
})
