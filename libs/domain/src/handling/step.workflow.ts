import { Refusal } from '../problem.js'
import type { Bilingual } from '../standard/service.js'

/** What is done to find out what happened: hearing those concerned, examining on the spot, asking the agency. */
export const HANDLING_STEP_KINDS = ['clarification', 'examination', 'coordination'] as const
export type HandlingStepKind = (typeof HANDLING_STEP_KINDS)[number]

export const HANDLING_STEP_KIND_LABEL: Record<HandlingStepKind, Bilingual> = {
  clarification: { id: 'Klarifikasi', en: 'Clarification' },
  examination: { id: 'Pemeriksaan', en: 'Examination' },
  coordination: { id: 'Koordinasi dengan instansi', en: 'Coordination with the agency' },
}

export const STEP_STATES = ['planned', 'held', 'minuted', 'cancelled'] as const
export type StepState = (typeof STEP_STATES)[number]

export const STEP_STATE_LABEL: Record<StepState, Bilingual> = {
  planned: { id: 'Direncanakan', en: 'Planned' },
  held: { id: 'Dilaksanakan, berita acara belum ada', en: 'Held, no minutes yet' },
  minuted: { id: 'Berita acara selesai', en: 'Minuted' },
  cancelled: { id: 'Dibatalkan', en: 'Cancelled' },
}

interface StepMove {
  readonly from: readonly StepState[]
  readonly to: StepState
}

/** The life of a step: minutes are written of what was held, and what was minuted is not undone. `step.workflow.spec.ts` proves every state is reachable. */
export const STEP_WORKFLOW = {
  reschedule: { from: ['planned'], to: 'planned' },
  hold: { from: ['planned'], to: 'held' },
  minute: { from: ['held'], to: 'minuted' },
  cancel: { from: ['planned'], to: 'cancelled' },
} as const satisfies Record<string, StepMove>

export type StepAction = keyof typeof STEP_WORKFLOW
export const STEP_ACTIONS = Object.keys(STEP_WORKFLOW) as StepAction[]

export const mayMoveStep = (state: StepState, action: StepAction): boolean => {
  const move: StepMove = STEP_WORKFLOW[action]
  return move.from.includes(state)
}

/** The state a step will have, or a refusal. */
export function stepAfter(state: StepState, action: StepAction): StepState {
  if (!mayMoveStep(state, action)) throw new Refusal('handling.step_state')
  return STEP_WORKFLOW[action].to
}

export const PARTICIPANT_ROLES = ['officer', 'reporter', 'reported', 'witness', 'agency'] as const
export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number]

export const PARTICIPANT_ROLE_LABEL: Record<ParticipantRole, Bilingual> = {
  officer: { id: 'Petugas pemeriksa', en: 'Officer' },
  reporter: { id: 'Pelapor', en: 'Complainant' },
  reported: { id: 'Terlapor', en: 'Reported person' },
  witness: { id: 'Saksi', en: 'Witness' },
  agency: { id: 'Wakil instansi', en: 'For the agency' },
}

/** Who takes part in a step, and whether they signed its minutes. */
export interface StepParticipant {
  readonly name: string
  readonly role: ParticipantRole
  readonly signed: boolean
}

export interface Minutes {
  readonly text: string
  readonly readBack: boolean
  readonly participants: readonly StepParticipant[]
}

const LEAST_MINUTES = 20

/** Why minutes (berita acara) cannot stand: they say something, were read back to those heard, and an officer signed them. */
export function minutesRefusal(minutes: Minutes): 'request.invalid' | 'handling.not_read_back' | 'handling.not_signed' | null {
  const length = minutes.text.trim().length
  if (length < LEAST_MINUTES || length > 20_000) return 'request.invalid'
  if (!minutes.readBack) return 'handling.not_read_back'
  return minutes.participants.some(({ role, signed }) => role === 'officer' && signed) ? null : 'handling.not_signed'
}
