import type { CaseFacts } from '../case/case.js'
import type { Bilingual, Channel, Secrecy, Service } from '../standard/service.js'

/** The two channels that leave a visit behind instead of a letter. */
export const VISIT_CHANNELS = ['walk_in', 'virtual'] as const satisfies readonly Channel[]
export type VisitChannel = (typeof VISIT_CHANNELS)[number]

/** The services that are given in person or online; the others are handed in as written. */
export const VISIT_SERVICES = ['MEDLIN', 'MERIT', 'KODE_ETIK'] as const satisfies readonly Service[]
export type VisitService = (typeof VISIT_SERVICES)[number]

/**
 * arrived: in the guest book; disposed: with the unit; joined: online, without guest book and waiting room; confirmed: the unit receives the visitor;
 * waiting: in the waiting room. The last four are ends.
 */
export const VISIT_STATES = [
  'arrived',
  'disposed',
  'joined',
  'time_proposed',
  'confirmed',
  'waiting',
  'in_meeting',
  'done',
  'declined',
  'no_show',
  'left',
] as const
export type VisitState = (typeof VISIT_STATES)[number]

/** What a request for mediation and protection is about: the first two are served, anything else gets a surat penolakan. */
export const MEDLIN_CATEGORIES = ['mediation', 'protection', 'outside'] as const
export type MedlinCategory = (typeof MEDLIN_CATEGORIES)[number]

export const MEDLIN_CATEGORY_LABEL: Record<MedlinCategory, Bilingual> = {
  mediation: { id: 'Mediasi', en: 'Mediation' },
  protection: { id: 'Perlindungan', en: 'Protection' },
  outside: { id: 'Di luar kategori layanan', en: 'Outside the service' },
}

/** What a visitor showed at the counter. */
export const IDENTITY_CARDS = ['ktp', 'passport', 'employee_card', 'driving_licence', 'other'] as const
export type IdentityCard = (typeof IDENTITY_CARDS)[number]

export const IDENTITY_CARD_LABEL: Record<IdentityCard, Bilingual> = {
  ktp: { id: 'Kartu tanda penduduk (KTP)', en: 'Identity card (KTP)' },
  passport: { id: 'Paspor', en: 'Passport' },
  employee_card: { id: 'Kartu pegawai', en: 'Employee card' },
  driving_licence: { id: 'Surat izin mengemudi (SIM)', en: 'Driving licence' },
  other: { id: 'Kartu identitas lainnya', en: 'Other identity card' },
}

/** How a consultation ended: by word of mouth, or with a letter still to be written. */
export const VISIT_OUTCOMES = ['answered_orally', 'written_answer_follows'] as const
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number]

export const VISIT_OUTCOME_LABEL: Record<VisitOutcome, Bilingual> = {
  answered_orally: { id: 'Dijawab secara lisan', en: 'Answered by word of mouth' },
  written_answer_follows: { id: 'Jawaban tertulis menyusul', en: 'A written answer follows' },
}

/** What a rule may know of a visit. The case's columns are copies, so that one row answers a rule. */
export interface VisitFacts {
  readonly __typename: 'Visit'
  readonly id: string
  readonly version: number
  readonly caseId: string
  readonly channel: VisitChannel
  readonly state: VisitState
  readonly caseUnitId: string | null
  readonly secrecy: Secrecy
  readonly caseHandlerPositionIds: readonly string[]
  /** The officer, once the unit has assigned one: whoever holds the case receives the visitor. */
  readonly caseHolderPositionId: string | null
  readonly caseRegistrarId: string
  readonly excludedPersonIds: readonly string[]
}

/** The facts of a visit as they stand beside its case: the copied columns are taken from the case itself. */
export const visitFacts = (row: Pick<VisitFacts, 'id' | 'version' | 'caseId' | 'channel' | 'state'>, parent: CaseFacts): VisitFacts => ({
  __typename: 'Visit',
  id: row.id,
  version: row.version,
  caseId: row.caseId,
  channel: row.channel,
  state: row.state,
  caseUnitId: parent.unitId,
  secrecy: parent.secrecy,
  caseHandlerPositionIds: [...parent.handlerPositionIds],
  caseHolderPositionId: parent.holderPositionId,
  caseRegistrarId: parent.registrarId,
  excludedPersonIds: [...parent.excludedPersonIds],
})
