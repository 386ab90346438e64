import type { Bilingual, Service } from '../standard/service.js'
import type { ComplaintChannelKind } from '../standard/standard.js'

/** "Pengaduan, saran, dan masukan/apresiasi": what people tell the commission about its own services. */
export const FEEDBACK_KINDS = ['complaint', 'suggestion', 'appreciation'] as const
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number]

export const FEEDBACK_KIND_LABEL: Record<FeedbackKind, Bilingual> = {
  complaint: { id: 'Pengaduan', en: 'Complaint' },
  suggestion: { id: 'Saran', en: 'Suggestion' },
  appreciation: { id: 'Apresiasi', en: 'Appreciation' },
}

/** The kinds of channel in general; each printed channel has its own label and address. */
export const COMPLAINT_CHANNEL_LABEL: Record<ComplaintChannelKind, Bilingual> = {
  letter: { id: 'Surat resmi', en: 'Official letter' },
  hotline: { id: 'Hotline telepon', en: 'Telephone hotline' },
  email: { id: 'Surat elektronik', en: 'E-mail' },
  lapor: { id: 'Lapor KASN', en: 'Lapor KASN' },
  wbs: { id: 'Whistle Blowing System', en: 'Whistle-blowing system' },
  medlin: { id: 'Barcode Medlin', en: 'Medlin barcode' },
  facebook: { id: 'Facebook', en: 'Facebook' },
  instagram: { id: 'Instagram', en: 'Instagram' },
  twitter: { id: 'X/Twitter', en: 'X/Twitter' },
}

export const FEEDBACK_STATES = ['logged', 'assigned', 'answered', 'closed', 'dismissed'] as const
export type FeedbackState = (typeof FEEDBACK_STATES)[number]

/** How somebody can be reached, if at all: WBS and the social media take word of people who give no name. */
export const FEEDBACK_CONTACT_KINDS = ['email', 'phone', 'address'] as const
export type FeedbackContactKind = (typeof FEEDBACK_CONTACT_KINDS)[number]

/** By what way an answer went out; `none` for those who cannot be reached: it is kept on the record. */
export const ANSWER_WAYS = ['email', 'phone', 'post', 'same_channel', 'none'] as const
export type AnswerWay = (typeof ANSWER_WAYS)[number]

/** What a rule may know of a feedback. Text and contact are no facts. */
export interface FeedbackFacts {
  readonly __typename: 'Feedback'
  readonly id: string
  readonly version: number
  readonly state: FeedbackState
  /** Null for the commission's services at large. */
  readonly service: Service | null
  readonly kind: FeedbackKind
  readonly channelKind: ComplaintChannelKind
  /** Who answers: a unit, and within it one post where somebody named one. */
  readonly unitId: string | null
  readonly positionId: string | null
  readonly loggedBy: string
}

/** Only the facts, for an event. */
export const feedbackFacts = (row: FeedbackFacts): FeedbackFacts => ({
  __typename: 'Feedback',
  id: row.id,
  version: row.version,
  state: row.state,
  service: row.service,
  kind: row.kind,
  channelKind: row.channelKind,
  unitId: row.unitId,
  positionId: row.positionId,
  loggedBy: row.loggedBy,
})

/** "M-012/2026": how the register writes the number of a feedback. */
export const feedbackLabel = ({ number, year }: { readonly number: number; readonly year: number }): string =>
  `M-${String(number).padStart(3, '0')}/${year}`
