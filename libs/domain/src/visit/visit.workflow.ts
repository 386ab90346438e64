import type { VisitChannel, VisitState } from './visit.js'

export interface VisitStep {
  readonly from: readonly VisitState[]
  /** Null: the visit stays where it is. */
  readonly to: VisitState | null
  /** The kinds of visit that know this step: a virtual one has neither guest book nor waiting room. */
  readonly channels: readonly VisitChannel[]
}

const BOTH = ['walk_in', 'virtual'] as const
const IN_PERSON = ['walk_in'] as const
const ONLINE = ['virtual'] as const

/**
 * The life of a visit (Standar Pelayanan Konsultasi Mediasi dan Perlindungan, Sistem, Mekanisme dan Prosedur 2; Konsultasi Kode Etik,
 * Prosedur 2; Konsultasi Pelanggaran Sistem Merit, Tatap Muka). `route` may be repeated while the unit has not spoken: the visitor was sent to the
 * wrong one. `complete` is what the front office takes in afterwards of the papers. `assign` names the officer, or another one in their place. `come_back` and `rejoin` bring the visitor of a proposed time to the unit again. `leave` from a proposed time: the visitor says beforehand that they will not come. `visit.workflow.spec.ts` proves every state is reachable.
 */
export const VISIT_WORKFLOW = {
  route: { from: ['arrived', 'disposed'], to: 'disposed', channels: IN_PERSON },
  complete: { from: ['arrived', 'disposed', 'joined', 'time_proposed'], to: null, channels: BOTH },
  assign: { from: ['disposed', 'joined', 'confirmed', 'waiting'], to: null, channels: BOTH },
  confirm: { from: ['disposed'], to: 'confirmed', channels: IN_PERSON },
  propose_time: { from: ['disposed', 'joined'], to: 'time_proposed', channels: BOTH },
  decline: { from: ['disposed', 'joined'], to: 'declined', channels: BOTH },
  come_back: { from: ['time_proposed'], to: 'disposed', channels: IN_PERSON },
  rejoin: { from: ['time_proposed'], to: 'joined', channels: ONLINE },
  show_in: { from: ['confirmed'], to: 'waiting', channels: IN_PERSON },
  begin: { from: ['confirmed', 'waiting', 'joined'], to: 'in_meeting', channels: BOTH },
  finish: { from: ['in_meeting'], to: 'done', channels: BOTH },
  leave: { from: ['arrived', 'disposed', 'joined', 'confirmed', 'waiting', 'time_proposed'], to: 'left', channels: BOTH },
  miss: { from: ['time_proposed'], to: 'no_show', channels: BOTH },
} as const satisfies Record<string, VisitStep>

export type VisitAction = keyof typeof VISIT_WORKFLOW
export const VISIT_ACTIONS = Object.keys(VISIT_WORKFLOW) as VisitAction[]

/** What the front office does, whom the head of the unit names, what the unit answers, what the officer does. */
export const COUNTER_ACTIONS = [
  'route',
  'come_back',
  'rejoin',
  'show_in',
  'leave',
  'miss',
  'complete',
] as const satisfies readonly VisitAction[]
export const HEAD_ACTIONS = ['assign'] as const satisfies readonly VisitAction[]
export const UNIT_ACTIONS = ['confirm', 'propose_time', 'decline'] as const satisfies readonly VisitAction[]
export const OFFICER_ACTIONS = ['begin', 'finish'] as const satisfies readonly VisitAction[]

/** Where a visit begins: at the guest book, with the unit at once, online, or in the waiting room because it was booked. */
export const FIRST_VISIT_STATES: readonly VisitState[] = ['arrived', 'disposed', 'joined', 'waiting']

/** States from which a visit moves no further. */
export const ENDED_VISIT_STATES: readonly VisitState[] = ['done', 'declined', 'no_show', 'left']
