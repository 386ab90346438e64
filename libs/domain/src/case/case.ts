import type { Secrecy, Service, Channel } from '../standard/service.js'

export const CASE_STAGES = ['registered', 'handed_over', 'with_unit', 'assigned', 'in_process', 'answered', 'closed', 'withdrawn'] as const
export type CaseStage = (typeof CASE_STAGES)[number]

/** What a rule may know of a case. Every field is a column of its row, kept by the action that changes it. */
export interface CaseFacts {
  readonly __typename: 'Case'
  readonly id: string
  readonly version: number
  readonly stage: CaseStage
  readonly service: Service
  readonly channel: Channel
  readonly secrecy: Secrecy
  /** The working group that has the case; null until Pimpinan has disposed. */
  readonly unitId: string | null
  /** The person who registered it. */
  readonly registrarId: string
  /** Posts with a live disposition of the case, main or copy, from Pimpinan down. */
  readonly handlerPositionIds: readonly string[]
  /** The post that has the case in hand now (the live main disposition's leaf); null while it lies with the Sekretariat. */
  readonly holderPositionId: string | null
  /** Whether the Asisten found that the request can be processed; null until decided. */
  readonly processable: boolean | null
  /** People who must never see or touch the case: the reported persons among the staff (by NIP blind index) and declared relations. */
  readonly excludedPersonIds: readonly string[]
}

/** Only the facts, for an event: nothing else of the row leaves with it. */
export const caseFacts = (row: CaseFacts): CaseFacts => ({
  __typename: 'Case',
  id: row.id,
  version: row.version,
  stage: row.stage,
  service: row.service,
  channel: row.channel,
  secrecy: row.secrecy,
  unitId: row.unitId,
  registrarId: row.registrarId,
  handlerPositionIds: [...row.handlerPositionIds],
  holderPositionId: row.holderPositionId,
  processable: row.processable,
  excludedPersonIds: [...row.excludedPersonIds],
})
