import type { CaseFacts } from '../case/case.js'
import { MINUTE_MS } from '../clock/jakarta.js'
import type { Secrecy } from '../standard/service.js'

/** held: the meeting took place; no_show: the visitor did not come. A booking that is moved stays booked, with its sequence counted up. */
export const BOOKING_STATES = ['booked', 'held', 'cancelled', 'no_show'] as const
export type BookingState = (typeof BOOKING_STATES)[number]

/** A meeting lasts so long, in minutes, at least and at most; unless somebody says otherwise an hour. */
export const MEETING_MINUTES = { least: 15, most: 180, usual: 60 } as const

/** Slots begin on the quarter of an hour. */
export const SLOT_MINUTES = 15

/** Nobody is booked further ahead than so many days. */
export const FURTHEST_BOOKING_DAYS = 90

/** What a rule may know of a booking. The case's columns are copies. */
export interface BookingFacts {
  readonly __typename: 'Booking'
  readonly id: string
  readonly version: number
  readonly caseId: string
  readonly state: BookingState
  readonly officerPositionId: string
  readonly caseUnitId: string | null
  readonly secrecy: Secrecy
  readonly caseHandlerPositionIds: readonly string[]
  readonly caseHolderPositionId: string | null
  readonly caseRegistrarId: string
  readonly excludedPersonIds: readonly string[]
}

/** The facts of a booking as they stand beside its case. */
export const bookingFacts = (
  row: Pick<BookingFacts, 'id' | 'version' | 'caseId' | 'state' | 'officerPositionId'>,
  parent: CaseFacts,
): BookingFacts => ({
  __typename: 'Booking',
  id: row.id,
  version: row.version,
  caseId: row.caseId,
  state: row.state,
  officerPositionId: row.officerPositionId,
  caseUnitId: parent.unitId,
  secrecy: parent.secrecy,
  caseHandlerPositionIds: [...parent.handlerPositionIds],
  caseHolderPositionId: parent.holderPositionId,
  caseRegistrarId: parent.registrarId,
  excludedPersonIds: [...parent.excludedPersonIds],
})

export interface BookingStep {
  readonly from: readonly BookingState[]
  readonly to: BookingState
}

/** The life of a booking. `receive` is the visitor's coming at the booked time. */
export const BOOKING_WORKFLOW = {
  reschedule: { from: ['booked'], to: 'booked' },
  cancel: { from: ['booked'], to: 'cancelled' },
  receive: { from: ['booked'], to: 'held' },
  miss_booking: { from: ['booked'], to: 'no_show' },
} as const satisfies Record<string, BookingStep>

export type BookingAction = keyof typeof BOOKING_WORKFLOW
export const BOOKING_ACTIONS = Object.keys(BOOKING_WORKFLOW) as BookingAction[]

/** A stretch of time, in epoch milliseconds, end exclusive. */
export interface Period {
  readonly startsAt: number
  readonly endsAt: number
}

export const overlaps = (one: Period, other: Period): boolean => one.startsAt < other.endsAt && other.startsAt < one.endsAt

export const minutesOfPeriod = ({ startsAt, endsAt }: Period): number => (endsAt - startsAt) / MINUTE_MS
