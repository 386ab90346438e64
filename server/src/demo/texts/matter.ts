import type {
  Classification,
  EthicsTopic,
  EvidenceKind,
  Secrecy,
  SenderKind,
  Service,
  Urgency,
  ViolationKind,
  WrittenChannel,
} from '@domain'

export const AGENCY_KINDS = ['regency', 'city', 'province', 'ministry', 'institution'] as const
export type AgencyKind = (typeof AGENCY_KINDS)[number]

/** A fictional government agency. */
export interface DemoAgency {
  readonly code: string
  /** "Pemerintah Kabupaten Telaga Wangi". */
  readonly name: string
  /** "Kabupaten Telaga Wangi"; the name itself for a central agency. */
  readonly region: string
  readonly kind: AgencyKind
  readonly province: string | null
  readonly underdeveloped: boolean
}

/**
 * One matter as it could arrive. The texts may hold {agency}, {region}, {sender}, {reported} and {post}; `letterNumber` may hold {n}
 * and {yyyy}.
 */
export interface MatterText {
  readonly key: string
  readonly channel: WrittenChannel
  readonly senderKind: SenderKind
  /** Name of an organisation that writes; null when a person of the name list writes. */
  readonly senderName: string | null
  readonly senderPosition: string | null
  readonly letterNumber: string | null
  readonly agencyKinds: readonly AgencyKind[]
  readonly subject: string
  readonly summary: string
  readonly urgency: Urgency
  readonly secrecy: Secrecy
  readonly attachments: readonly string[]
  /** Which answer of the service fits. */
  readonly answer: string
  /** Points of the notice letter when this matter is to be refused; null when it can be processed. */
  readonly refusal: readonly string[] | null
  readonly complaint?: ComplaintText
  readonly topic?: EthicsTopic
}

/** What a neutrality complaint adds: the posts of the reported persons, and what they are said to have done. */
export interface ComplaintText {
  readonly reportedPosts: readonly string[]
  /** False when the reported persons turn out not to be civil servants. */
  readonly active?: boolean
  readonly violation: ViolationKind
  readonly evidence: readonly EvidenceKind[]
  readonly classification: Classification | null
}

/** What is written in answer: the points of the main letter, its recommendations, and the points of the reply to a complainant. */
export interface AnswerText {
  readonly kind: 'answer' | 'recommendation'
  readonly points: readonly string[]
  readonly recommendations: readonly string[]
  readonly reply: readonly string[]
}

/** Everything the demonstration says about one service. */
export interface ServiceTexts {
  readonly service: Service
  readonly matters: readonly MatterText[]
  readonly answers: Readonly<Record<string, AnswerText>>
  /** Points of a letter that asks for missing papers. */
  readonly completeness: readonly (readonly string[])[]
}

/** An answer that is one letter with numbered points. */
export const answered = (...points: readonly string[]): AnswerText => ({ kind: 'answer', points, recommendations: [], reply: [] })

/** A recommendation with its analysis, its recommendation points, and what the complainant is told. */
export const recommended = (points: readonly string[], recommendations: readonly string[], reply: readonly string[] = []): AnswerText => ({
  kind: 'recommendation',
  points,
  recommendations,
  reply,
})
