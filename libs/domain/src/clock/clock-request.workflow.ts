/** What may be asked of another person: that a clock stands still, that it gets more time, that the case is classified anew. */
export const CLOCK_REQUEST_KINDS = ['pause', 'extend', 'reclassify'] as const
export type ClockRequestKind = (typeof CLOCK_REQUEST_KINDS)[number]

export const CLOCK_REQUEST_STATUSES = ['asked', 'approved', 'declined', 'withdrawn'] as const
export type ClockRequestStatus = (typeof CLOCK_REQUEST_STATUSES)[number]

/** The life of a request; an answer is final. `withdrawn` also when the clock stopped before anybody answered. */
export const CLOCK_REQUEST_WORKFLOW = {
  approve: { from: ['asked'], to: 'approved' },
  decline: { from: ['asked'], to: 'declined' },
  withdraw: { from: ['asked'], to: 'withdrawn' },
} as const satisfies Record<string, { from: readonly ClockRequestStatus[]; to: ClockRequestStatus }>

export type ClockRequestAction = keyof typeof CLOCK_REQUEST_WORKFLOW
export const CLOCK_REQUEST_ACTIONS = Object.keys(CLOCK_REQUEST_WORKFLOW) as ClockRequestAction[]

/** What a rule may know of a request. */
export interface ClockRequestFacts {
  readonly __typename: 'ClockRequest'
  readonly id: string
  readonly caseId: string
  readonly status: ClockRequestStatus
  readonly askedBy: string
  readonly approverPositionId: string
  /** Of the case. */
  readonly excludedPersonIds: readonly string[]
}
