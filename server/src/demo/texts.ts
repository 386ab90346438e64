import type {
  Classification,
  EthicsTopic,
  EvidenceKind,
  ReporterProtection,
  Secrecy,
  SenderKind,
  Service,
  Urgency,
  ViolationKind,
  WrittenChannel,
} from '@domain'
import { DEMO_AGENCIES } from './texts/agencies.js'
import { JPT_TEXTS } from './texts/jpt.js'
import { KODE_ETIK_TEXTS } from './texts/kode-etik.js'
import type { AnswerText, DemoAgency, MatterText, ServiceTexts } from './texts/matter.js'
import { MEDLIN_TEXTS } from './texts/medlin.js'
import { MERIT_TEXTS } from './texts/merit.js'
import { REPORTED_NAMES, SENDER_NAMES, type DemoName } from './texts/names.js'
import { NETRALITAS_TEXTS } from './texts/netralitas.js'
import { emailOf, fictionalNik, fictionalNip, phoneOf, postalAddressOf } from './texts/fictional-identity.js'

export * from './texts/office-notes.js'
export { DEMO_AGENCIES } from './texts/agencies.js'
export type { AgencyKind, AnswerText, DemoAgency } from './texts/matter.js'

/** One party of a matter, with everything any of the five standards may demand of it. */
export interface DemoParty {
  readonly role: 'requester' | 'reported'
  readonly kind: SenderKind
  readonly name: string
  readonly jobTitle: string | null
  readonly workUnit: string | null
  readonly agencyName: string | null
  readonly nik: string | null
  readonly nip: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly address: string | null
  /** Who signed for an organisation. */
  readonly representative: string | null
  readonly activeAsn: boolean | null
}

/** A fictional request, ready to be registered, and how it ends. */
export interface DemoMatter {
  readonly key: string
  readonly service: Service
  readonly channel: WrittenChannel
  readonly senderKind: SenderKind
  readonly subject: string
  readonly summary: string
  readonly urgency: Urgency
  readonly secrecy: Secrecy
  readonly letterNumber: string | null
  readonly protection?: ReporterProtection
  readonly agency: DemoAgency
  /** The requester first, then the reported persons. */
  readonly parties: readonly DemoParty[]
  readonly attachments: readonly string[]
  readonly classification: Classification | null
  readonly violation: ViolationKind | null
  readonly evidence: readonly EvidenceKind[]
  readonly topic: EthicsTopic | null
  /** Points of the notice letter when the request is to be refused; null when it can be processed. */
  readonly refusal: readonly string[] | null
  readonly answer: AnswerText
  /** Points of a letter that asks for missing papers. */
  readonly completeness: readonly string[]
}

export const SERVICE_TEXTS: readonly ServiceTexts[] = [JPT_TEXTS, NETRALITAS_TEXTS, MERIT_TEXTS, KODE_ETIK_TEXTS, MEDLIN_TEXTS]

/** All matters, the services mixed evenly as they would arrive. */
const ARRIVALS = SERVICE_TEXTS.flatMap((texts) =>
  texts.matters.map((matter, index) => ({ texts, matter, place: (index + 0.5) / texts.matters.length })),
).sort((a, b) => a.place - b.place)

/** How many matters there are before texts return with other people and agencies. */
export const MATTER_COUNT = ARRIVALS.length

function pick<T>(values: readonly T[], index: number): T {
  const value = values[index % values.length]
  if (value === undefined) throw new Error('Nothing to pick from')
  return value
}

interface Cast {
  readonly agency: DemoAgency
  readonly sender: DemoName
  readonly reported: readonly DemoName[]
}

function castOf(matter: MatterText, index: number): Cast {
  const agencies = DEMO_AGENCIES.filter((agency) => matter.agencyKinds.includes(agency.kind))
  const suited = matter.key === 'jpt.underdeveloped' ? agencies.filter((agency) => agency.underdeveloped) : agencies
  return {
    agency: pick(suited, index * 5 + Math.floor(index / MATTER_COUNT)),
    sender: pick(SENDER_NAMES, index * 7 + Math.floor(index / SENDER_NAMES.length)),
    reported: (matter.complaint?.reportedPosts ?? []).map((_, nth) =>
      pick(REPORTED_NAMES, index * 3 + nth + Math.floor(index / REPORTED_NAMES.length)),
    ),
  }
}

const joined = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} dan ${names.at(-1) ?? ''}`

function filler(matter: MatterText, cast: Cast): (text: string) => string {
  const values: Readonly<Record<string, string>> = {
    agency: cast.agency.name,
    region: cast.agency.region,
    sender: cast.sender.name,
    reported: joined(cast.reported.map((person) => person.name)),
    post: joined(matter.complaint?.reportedPosts ?? []),
  }
  return (text) => text.replace(/\{(\w+)\}/g, (token, name: string) => values[name] ?? token)
}

/** Elected heads are no civil servants: they have neither NIP nor work unit. */
const ELECTED: readonly (string | null)[] = ['Bupati', 'Wali Kota', 'Gubernur']

function requester(matter: MatterText, cast: Cast, fill: (text: string) => string, index: number): DemoParty {
  const isOrganisation = matter.senderName !== null
  const isOfficial = matter.senderKind === 'asn' || matter.senderKind === 'agency'
  const isCivilServant = isOfficial && !ELECTED.includes(matter.senderPosition)
  const name = matter.senderName === null ? cast.sender.name : fill(matter.senderName)
  return {
    role: 'requester',
    kind: matter.senderKind,
    name,
    jobTitle: matter.senderPosition ?? (matter.senderKind === 'individual' ? 'Masyarakat' : null),
    workUnit: isCivilServant ? `Unit kerja di lingkungan ${cast.agency.name}` : null,
    agencyName: isOrganisation && !isOfficial ? name : cast.agency.name,
    nik: isOrganisation ? null : fictionalNik(cast.sender, index),
    nip: isCivilServant && !isOrganisation ? fictionalNip(cast.sender, index) : null,
    phone: phoneOf(index),
    email: emailOf(name),
    address: postalAddressOf(cast.agency, index),
    representative: isOrganisation ? cast.sender.name : null,
    activeAsn: null,
  }
}

const reportedParty =
  (matter: MatterText, cast: Cast, index: number) =>
  (person: DemoName, nth: number): DemoParty => ({
    role: 'reported',
    kind: 'asn',
    name: person.name,
    jobTitle: matter.complaint?.reportedPosts[nth] ?? null,
    workUnit: null,
    agencyName: cast.agency.name,
    nik: null,
    nip: matter.complaint?.active === false ? null : fictionalNip(person, index + nth),
    phone: null,
    email: null,
    address: null,
    representative: null,
    activeAsn: matter.complaint?.active ?? true,
  })

/**
 * The index-th request of the demonstration, the same for the same index. After MATTER_COUNT requests the texts return with other
 * people and agencies, so that any number of cases can be made. `year` goes into the sender's letter number.
 */
export function demoMatter(index: number, year: number): DemoMatter {
  const { texts, matter } = pick(ARRIVALS, index)
  const cast = castOf(matter, index)
  const fill = filler(matter, cast)
  const answer = texts.answers[matter.answer]
  if (!answer) throw new Error(`${matter.key} names an answer that does not exist: ${matter.answer}`)
  return {
    key: matter.key,
    service: texts.service,
    channel: matter.channel,
    senderKind: matter.senderKind,
    subject: fill(matter.subject),
    summary: fill(matter.summary),
    urgency: matter.urgency,
    secrecy: matter.secrecy,
    letterNumber: matter.letterNumber?.replace('{n}', String(101 + index * 13)).replace('{yyyy}', String(year)) ?? null,
    agency: cast.agency,
    parties: [requester(matter, cast, fill, index), ...cast.reported.map(reportedParty(matter, cast, index))],
    attachments: matter.attachments,
    classification: matter.complaint?.classification ?? null,
    violation: matter.complaint?.violation ?? null,
    evidence: matter.complaint?.evidence ?? [],
    topic: matter.topic ?? null,
    refusal: matter.refusal?.map(fill) ?? null,
    answer: {
      kind: answer.kind,
      points: answer.points.map(fill),
      recommendations: answer.recommendations.map(fill),
      reply: answer.reply.map(fill),
    },
    completeness: pick(texts.completeness, index).map(fill),
  }
}
