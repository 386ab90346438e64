import type { Secrecy } from '../standard/service.js'

/** The six stages of filling a senior post (Standar Pelayanan Pengawasan dan Seleksi JPT, Sistem, Mekanisme dan Prosedur 1-6), in their order. */
export const SELECTION_STAGES = ['planning', 'announcement', 'application', 'selection', 'results', 'appointment'] as const
export type SelectionStage = (typeof SELECTION_STAGES)[number]

export const SELECTION_STATES = ['running', 'finished', 'cancelled'] as const
export type SelectionState = (typeof SELECTION_STATES)[number]

/** The three levels of senior posts (jabatan pimpinan tinggi). */
export const POST_LEVELS = ['utama', 'madya', 'pratama'] as const
export type PostLevel = (typeof POST_LEVELS)[number]

/** What a rule may know of a selection. All but its own state is copied by the database from the cases that belong to it. */
export interface SelectionFacts {
  readonly __typename: 'Selection'
  readonly id: string
  readonly version: number
  readonly state: SelectionState
  readonly stage: SelectionStage
  /** The working group of the youngest of its cases. */
  readonly unitId: string | null
  /** The strictest of its cases. */
  readonly secrecy: Secrecy
  /** Posts that handle, or handled to the end, one of its cases. */
  readonly handlerPositionIds: readonly string[]
  /** People excluded from one of its cases. */
  readonly excludedPersonIds: readonly string[]
  /** Whether the letter that recommends the results has its number: until then names and scores are secret. */
  readonly resultsReleased: boolean
}

/** Only the facts, for an event: nothing else of the row leaves with it. */
export const selectionFacts = (row: SelectionFacts): SelectionFacts => ({
  __typename: 'Selection',
  id: row.id,
  version: row.version,
  state: row.state,
  stage: row.stage,
  unitId: row.unitId,
  secrecy: row.secrecy,
  handlerPositionIds: [...row.handlerPositionIds],
  excludedPersonIds: [...row.excludedPersonIds],
  resultsReleased: row.resultsReleased,
})
