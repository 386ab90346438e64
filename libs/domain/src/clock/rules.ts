import type { Bilingual, Channel, Service } from '../standard/service.js'
import type { HoursKind } from './calendar.js'
import type { Classification } from './classification.js'
import type { ExtensionTerm, PauseTerm } from './pauses.js'

/** Minutes and hours are open time; days and weeks are calendar days; working days skip weekends, holidays and cuti bersama. */
export const LIMIT_UNITS = ['minute', 'hour', 'day', 'working_day', 'week'] as const
export type LimitUnit = (typeof LIMIT_UNITS)[number]

export interface ClockLimit {
  readonly amount: number
  readonly unit: LimitUnit
}

/**
 * The event a clock starts from: received by the commission, received by the working group, the unit confirmed a visit, the requester was told that
 * it is processed, the file is complete, the visitor arrived.
 */
export const START_EVENTS = ['received', 'received_by_unit', 'confirmed_by_unit', 'confirmed_processed', 'complete', 'arrived'] as const
export type StartEvent = (typeof START_EVENTS)[number]

/** The event that keeps the promise: handling began, the answer (letter, recommendation) was delivered, the consultation began. */
export const STOP_EVENTS = ['follow_up_begun', 'answer_delivered', 'consultation_begun'] as const
export type StopEvent = (typeof STOP_EVENTS)[number]

/** What must hold, besides service and channel, for a rule to run on a case. */
export interface ClockCondition {
  /** The case has one of these classifications; null stands for "not classified yet". */
  readonly classifications?: readonly (Classification | null)[]
  /** The agency is, or is not, in a 3T region (terdepan, terpencil, tertinggal). */
  readonly underdeveloped?: boolean
  /** "atau dikondisikan dengan kegiatan yang sedang berlangsung di unit kerja": lateness is excused by a recorded reason. */
  readonly asUnitActivityAllows?: boolean
}

/** One promise of a published standard. */
export interface ClockRule {
  readonly code: string
  readonly service: Service
  readonly label: Bilingual
  /** Where the promise is printed. */
  readonly clause: string
  /** Null when the standard leaves the limit to be set: the clock runs without a due date and says so. */
  readonly limit: ClockLimit | null
  readonly startEvent: StartEvent
  readonly stopEvent: StopEvent
  readonly channels: readonly Channel[]
  readonly condition: ClockCondition
  /** False (the default reading): the day of the start event is day 0. True: it is day 1. */
  readonly countReceiptDay: boolean
  /** The hours that count for minutes and hours; 'service' also makes a day end when the doors close. */
  readonly hours: HoursKind
  /** Reasons for which the clock may be paused; none when left out. An internal rule: the standards print no pause. */
  readonly pauses?: readonly PauseTerm[]
  /** How far the limit may be extended; not at all when left out. An internal rule: the standards print no extension. */
  readonly extension?: ExtensionTerm
}
