import {
  identityDemands,
  requirementsFor,
  standardOf,
  type Channel,
  type IdentityField,
  type RequirementState,
  type Secrecy,
  type SenderKind,
  type Service,
  type Urgency,
} from '@domain'
import type { PartyInput, RegisterCaseInput } from '../generated/graphql.js'
import { identityProblem, type FieldProblem } from './identityProblem.js'

/** An agency as picked from the reference data; typed by hand it has no code. */
export interface AgencyChoice {
  code: string | null
  name: string
}

/** What is typed about one person. Empty text means "not given". */
export interface PersonDraft {
  name: string
  representative: string
  contact: string
  email: string
  address: string
  nik: string
  nip: string
  position: string
  unit: string
  agency: AgencyChoice
  activeAsn: boolean
}

/** Everything on the registration form. It lives in memory only: it holds personal data. */
export interface RegistrationDraft {
  service: Service | null
  channel: Channel | null
  classification: string | null
  urgency: Urgency
  secrecy: Secrecy
  letterNumber: string
  letterDate: string
  /** 'YYYY-MM-DDTHH:mm' in Jakarta; empty means the moment it is saved. */
  receivedAt: string
  subject: string
  summary: string
  senderKind: SenderKind
  sender: PersonDraft
  reported: PersonDraft[]
  requirements: Record<string, RequirementState>
  relatedCaseIds: string[]
}

/** A field at fault: `path` is the id of its input, `problem` the key of its sentence. */
export interface DraftFault {
  readonly path: string
  readonly problem: FieldProblem
}

export const emptyPerson = (): PersonDraft => ({
  name: '',
  representative: '',
  contact: '',
  email: '',
  address: '',
  nik: '',
  nip: '',
  position: '',
  unit: '',
  agency: { code: null, name: '' },
  activeAsn: false,
})

/** A blank form; the next registration keeps service and channel of the one before. */
export const emptyDraft = (kept: Partial<Pick<RegistrationDraft, 'service' | 'channel' | 'senderKind'>> = {}): RegistrationDraft => ({
  service: kept.service ?? null,
  channel: kept.channel ?? null,
  classification: null,
  urgency: 'biasa',
  secrecy: 'biasa',
  letterNumber: '',
  letterDate: '',
  receivedAt: '',
  subject: '',
  summary: '',
  senderKind: kept.senderKind ?? 'individual',
  sender: emptyPerson(),
  reported: kept.service && standardOf(kept.service).reportedPersons ? [emptyPerson()] : [],
  requirements: {},
  relatedCaseIds: [],
})

export const valueOf = (person: PersonDraft, field: IdentityField): string =>
  (field === 'agency' ? person.agency.name : person[field]).trim()

/** The checklist the standard prints for this service, channel and sender; empty until service and channel are chosen. */
export const checklistOf = (draft: RegistrationDraft) =>
  draft.service && draft.channel ? requirementsFor(draft.service, draft.channel, draft.senderKind) : []

/** Everything that keeps the form from being saved, in the order of the form. */
export function faultsOf(draft: RegistrationDraft): DraftFault[] {
  const faults: DraftFault[] = []
  if (!draft.service) faults.push({ path: 'service', problem: 'required' })
  if (!draft.channel) faults.push({ path: 'channel', problem: 'required' })
  if (!draft.subject.trim()) faults.push({ path: 'subject', problem: 'required' })
  if (!draft.summary.trim()) faults.push({ path: 'summary', problem: 'required' })
  if (!draft.service) return faults

  const { reportedPersons } = standardOf(draft.service)
  faults.push(...personFaults(draft.sender, identityDemands(draft.service, draft.senderKind), 'sender'))
  if (reportedPersons) {
    for (const [index, person] of draft.reported.entries()) faults.push(...personFaults(person, reportedPersons, `reported.${index}`))
  }
  const unanswered = checklistOf(draft).find(({ code }) => !draft.requirements[code])
  if (unanswered) faults.push({ path: `requirement.${unanswered.code}`, problem: 'unanswered' })
  return faults
}

interface Demands {
  readonly required: readonly IdentityField[]
  readonly atLeastOneOf: readonly (readonly IdentityField[])[]
}

function personFaults(person: PersonDraft, { required, atLeastOneOf }: Demands, path: string): DraftFault[] {
  const missing = required.filter((field) => !valueOf(person, field)).map((field) => ({ path: `${path}.${field}`, problem: 'required' as const }))
  const groups = atLeastOneOf
    .filter((group) => group.every((field) => !valueOf(person, field)))
    .map((group) => ({ path: `${path}.${group[0] ?? 'name'}`, problem: 'one_of_group' as const }))
  const wrong = (['nik', 'nip', 'email'] as const).flatMap((field) => {
    const problem = identityProblem(field, person[field])
    return problem ? [{ path: `${path}.${field}`, problem }] : []
  })
  return [...missing, ...groups, ...wrong]
}

/** The form as the server takes it. Call only when `faultsOf` is empty. `receivedAt` has been turned into an instant by the caller. */
export function inputOf(draft: RegistrationDraft, fileIds: readonly string[], receivedAt: string | null): RegisterCaseInput | null {
  const { service, channel } = draft
  if (!service || !channel) return null
  const reported = standardOf(service).reportedPersons ? draft.reported : []
  const agency = [reported[0]?.agency, draft.sender.agency].find((candidate) => candidate?.name.trim())
  return {
    service,
    channel,
    classification: draft.classification,
    urgency: draft.urgency,
    secrecy: draft.secrecy,
    subject: draft.subject.trim(),
    summary: draft.summary.trim(),
    letterNumber: given(draft.letterNumber),
    letterDate: given(draft.letterDate),
    receivedAt,
    agencyCode: agency?.code ?? null,
    agencyName: given(agency?.name ?? ''),
    parties: [partyOf(draft.sender, 'requester', draft.senderKind), ...reported.map((person) => partyOf(person, 'reported', 'asn'))],
    requirements: checklistOf(draft).map(({ code }) => ({ code, state: draft.requirements[code] ?? 'missing' })),
    fileIds: [...fileIds],
    relatedCaseIds: [...draft.relatedCaseIds],
  }
}

const given = (text: string): string | null => text.trim() || null
const digits = (text: string): string | null => given(text.replace(/[\s.-]/g, ''))

const partyOf = (person: PersonDraft, role: PartyInput['role'], kind: SenderKind): PartyInput => ({
  role,
  kind,
  name: person.name.trim(),
  representative: given(person.representative),
  jobTitle: given(person.position),
  workUnit: given(person.unit),
  agencyName: given(person.agency.name),
  nik: digits(person.nik),
  nip: digits(person.nip),
  phone: given(person.contact),
  email: given(person.email),
  address: given(person.address),
  activeAsn: role === 'reported' ? person.activeAsn : null,
})
