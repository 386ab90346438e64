import type { HandlingRowFragment } from '../generated/graphql.js'

export type AllegationRow = HandlingRowFragment['allegations'][number]
export type EvidenceRow = HandlingRowFragment['evidence'][number]
export type StepRow = HandlingRowFragment['steps'][number]
export type FindingRow = HandlingRowFragment['findings'][number]
export type PointRow = HandlingRowFragment['points'][number]

/** What is being recorded, one dialog at a time; null rows are new. */
export type HandlingDialog =
  | { readonly kind: 'plan' }
  | { readonly kind: 'confirm'; readonly partyId: string }
  | { readonly kind: 'allegation'; readonly partyId: string; readonly row: AllegationRow | null }
  | { readonly kind: 'evidence'; readonly allegationId: string; readonly row: EvidenceRow | null }
  | { readonly kind: 'check'; readonly row: EvidenceRow }
  | { readonly kind: 'finding'; readonly allegation: AllegationRow; readonly row: FindingRow | null }
  | { readonly kind: 'step'; readonly row: StepRow | null }
  | { readonly kind: 'hold'; readonly row: StepRow }
  | { readonly kind: 'minutes'; readonly row: StepRow }
  | { readonly kind: 'cancel'; readonly row: StepRow }
  | { readonly kind: 'point'; readonly row: PointRow | null }
  | {
      readonly kind: 'remove'
      readonly what: 'allegation' | 'evidence' | 'point'
      readonly row: { readonly id: string; readonly version: number }
    }
