import { SELECTION_STAGES, type SelectionStage } from './selection.js'

/**
 * Why a stage is opened again. After an error of entry the letters that were delivered still hold; what the agency corrects is answered anew: the stage then
 * needs another request with its own letter.
 */
export const REOPEN_CAUSES = ['entry_error', 'agency_correction'] as const
export type ReopenCause = (typeof REOPEN_CAUSES)[number]

/** What was concluded in a stage or after it and does not survive its reopening. It is set aside with its reason, and never deleted. */
export interface SetAside {
  /** Stages whose checks are made once more. */
  readonly checks: readonly SelectionStage[]
  /** Stages whose requests no longer count: their letters answered what has been corrected since. */
  readonly requests: readonly SelectionStage[]
  readonly shortlist: boolean
  readonly appointments: boolean
}

/** What a reopening sets aside. Papers stay received and scores stay as they are: they are corrected one by one, with their history. */
export function setAsideBy(stage: SelectionStage, cause: ReopenCause): SetAside {
  const from = SELECTION_STAGES.slice(SELECTION_STAGES.indexOf(stage))
  return {
    checks: from,
    requests: cause === 'agency_correction' ? from : [],
    shortlist: stage !== 'appointment',
    appointments: true,
  }
}
