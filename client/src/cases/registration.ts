import {
  identityDemands,
  isTakenDown,
  registrationFaults,
  requirementsFor,
  protectionsFor,
  type Channel,
  type ComplaintOffice,
  type IdentityField,
  type ReporterProtection,
  type RequirementState,
  type Secrecy,
  type SenderKind,
  type Service,
  type Standard,
  type Urgency,
} from '@domain'
import type { PartyInput, RegisterCaseInput } from '../generated/graphql.js'
import { identityProblem, type FieldProblem } from './identityProblem.js'
import { typedDate } from '../ui/typedDate.js'
import { receivedInstant } from './receivedAt.js'

/** An agency as picked from the reference data; typed by hand it has no code. */
export interface AgencyChoice {
  code: string | null
  name: string
}

/** What is typed about one person. Empty text means "not given". */
export interface PersonDraft {
  /** The party being corrected, with its numbers as the register shows them: masked. Null for a person who is new. */
  registered: { readonly id: string; readonly nik: string; readonly nip: string } | null
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

/** A complaint told at an office, while it is taken down. */
export interface OralDraft {
  office: ComplaintOffice | null
  text: string
  readBack: boolean
  /** The statement was taken down when the case was registered; it is never corrected. */
  kept: boolean
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
  oral: OralDraft
  senderKind: SenderKind
  protection: ReporterProtection
  sender: PersonDraft
  reported: PersonDraft[]
  requirements: Record<string, RequirementState>
  relatedCaseIds: string[]
}

/** A field at fault: `path` is the id of its input, `problem` the key of its sentence. */
export interface DraftFault {
  readonly path: string
  readonly problem: FieldProblem
  /** The inputs of which one must be given, when that is the problem. */
  readonly group?: readonly IdentityField[]
}

export const emptyPerson = (): PersonDraft => ({
  registered: null,
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

export const emptyOral = (kept = false): OralDraft => ({ office: null, text: '', readBack: false, kept })

/** The version of a standard by which a form is filled in: that of today, or the one the case keeps. */
export type StandardFor = (service: Service) => Standard

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
  oral: emptyOral(),
  senderKind: kept.senderKind ?? 'individual',
  protection: 'open',
  sender: emptyPerson(),
  reported: [],
  requirements: {},
  relatedCaseIds: [],
})

export const valueOf = (person: PersonDraft, field: IdentityField): string =>
  (field === 'agency' ? person.agency.name : person[field]).trim()

/** Whether a number stands as the register shows it: masked, and meant to stay as it is. */
export const keepsNumber = (person: PersonDraft, field: IdentityField): boolean =>
  (field === 'nik' || field === 'nip') && !!person.registered?.[field] && person[field].trim() === person.registered[field]

/** What may be chosen to protect the reporter; one choice is none. */
export const protectionsOf = (draft: RegistrationDraft): readonly ReporterProtection[] =>
  draft.service && draft.channel ? protectionsFor(draft.service, draft.channel) : ['open']

/** The protection in force: a choice that service or channel do not offer has fallen back to none. */
export const protectionOf = (draft: RegistrationDraft): ReporterProtection =>
  protectionsOf(draft).includes(draft.protection) ? draft.protection : 'open'

/** Whether nothing is asked about the sender: nobody knows them, or the register keeps them sealed already. */
export const hidesSender = (draft: RegistrationDraft): boolean =>
  protectionOf(draft) === 'anonymous' || (protectionOf(draft) === 'sealed' && draft.sender.registered !== null)

/** The checklist the standard prints for this service, channel and sender; empty until service and channel are chosen. */
export const checklistOf = (draft: RegistrationDraft, standardFor: StandardFor) =>
  draft.service && draft.channel ? requirementsFor(standardFor(draft.service), draft.channel, draft.senderKind) : []

/** Inputs of a person as the server names them, and as the form does. */
const FIELD_OF: Record<string, IdentityField> = {
  name: 'name',
  phone: 'contact',
  email: 'email',
  address: 'address',
  nik: 'nik',
  nip: 'nip',
  jobTitle: 'position',
  workUnit: 'unit',
  agencyName: 'agency',
}

/** Everything that keeps the form from being saved, in the order of the form: what the register itself refuses, and a checklist left open. */
export function faultsOf(draft: RegistrationDraft, now: Date, standardFor: StandardFor): DraftFault[] {
  const input = inputOf(draft, [], standardFor)
  if (!input) return (['service', 'channel'] as const).filter((field) => !draft[field]).map((path) => ({ path, problem: 'required' }))

  const standard = standardFor(input.service)
  const faults = registrationFaults({ ...input, receivedAt: receivedInstant(draft.receivedAt) }, now, standard)
    .filter(({ field }) => !(draft.oral.kept && field.startsWith('oralStatement')))
    .filter(({ field }) => !isKeptNumber(draft, field) && !(hidesSender(draft) && field.startsWith('parties.0.')))
    .map(({ field }) => faultAt(draft, standard, field))
  for (const path of ['letterDate', 'receivedAt'] as const) {
    if (draft[path].trim() === '' || typedDate(draft[path], path === 'receivedAt') !== null) continue
    const known = faults.findIndex((fault) => fault.path === path)
    faults.splice(known < 0 ? faults.length : known, known < 0 ? 0 : 1, { path, problem: 'unreadable_date' })
  }
  if (!input.summary) faults.push({ path: 'summary', problem: 'required' })
  const unanswered = checklistOf(draft, standardFor).find(({ code }) => !draft.requirements[code])
  if (unanswered) faults.push({ path: `requirement.${unanswered.code}`, problem: 'unanswered' })
  return faults.sort((first, second) => placeOf(first.path) - placeOf(second.path))
}

const PLACES = [
  'service',
  'channel',
  'letterNumber',
  'letterDate',
  'receivedAt',
  'subject',
  'summary',
  'oralStatement',
  'classification',
  'sender',
  'reported',
  'requirement',
]
const placeOf = (path: string): number => PLACES.indexOf(path.split('.')[0] ?? '')

/** A mask is no number, yet it is not at fault: it says that the number stays. */
function isKeptNumber(draft: RegistrationDraft, field: string): boolean {
  const [list, index, name] = field.split('.')
  const person = list === 'parties' ? [draft.sender, ...draft.reported][Number(index)] : undefined
  const input = FIELD_OF[name ?? '']
  return !!person && !!input && keepsNumber(person, input)
}

/** The form's own name for a field the register found at fault ("parties.1.phone" is the first reported person's telephone), and why. */
export function faultAt(draft: RegistrationDraft, standard: Standard, field: string): DraftFault {
  const [list, index, name] = field.split('.')
  if (list === 'reported' || (list === 'parties' && !name)) return { path: 'reported.0.name', problem: 'required' }
  if (field === 'oralStatement') return { path: 'oralStatement.office', problem: 'required' }
  if (field === 'oralStatement.text' && draft.oral.text.trim()) return { path: field, problem: 'too_short' }
  if (list !== 'parties')
    return {
      path: field,
      problem:
        field === 'subject' && draft.subject.trim()
          ? 'too_short'
          : field === 'letterDate' || field === 'receivedAt'
            ? 'in_future'
            : 'required',
    }

  const own = Number(index) === 0
  const person = own ? draft.sender : draft.reported[Number(index) - 1]
  const input = FIELD_OF[name ?? ''] ?? 'name'
  const path = `${own ? 'sender' : `reported.${Number(index) - 1}`}.${input}`
  if (person && valueOf(person, input) && (input === 'nik' || input === 'nip' || input === 'email')) {
    return { path, problem: identityProblem(input, person[input]) ?? 'required' }
  }
  const demands = own ? identityDemands(standard, draft.senderKind) : standard.reportedPersons
  if (demands?.required.includes(input)) return { path, problem: 'required' }
  const group = demands?.atLeastOneOf.find((fields) => fields.includes(input))
  return group ? { path, problem: 'one_of_group', group } : { path, problem: 'required' }
}

/** The form as the server takes it; null until service and channel are chosen. */
export function inputOf(draft: RegistrationDraft, fileIds: readonly string[], standardFor: StandardFor): RegisterCaseInput | null {
  const { service, channel } = draft
  if (!service || !channel) return null
  const reported = standardFor(service).reportedPersons ? draft.reported : []
  const agency = [reported[0]?.agency, draft.sender.agency].find((candidate) => candidate?.name.trim())
  return {
    service,
    channel,
    classification: draft.classification,
    urgency: draft.urgency,
    secrecy: draft.secrecy,
    subject: draft.subject.trim(),
    summary: draft.summary.trim(),
    oralStatement: oralOf(draft),
    letterNumber: given(draft.letterNumber),
    letterDate: given(draft.letterDate),
    receivedAt: receivedInstant(draft.receivedAt)?.toISOString() ?? null,
    agencyCode: agency?.code ?? null,
    agencyName: given(agency?.name ?? ''),
    parties: [partyOf(draft.sender, 'requester', draft.senderKind), ...reported.map((person) => partyOf(person, 'reported', 'asn'))],
    requirements: checklistOf(draft, standardFor).flatMap(({ code }) => {
      const state = draft.requirements[code]
      return state ? [{ code, state }] : []
    }),
    fileIds: [...fileIds],
    relatedCaseIds: [...draft.relatedCaseIds],
    protection: protectionOf(draft),
  }
}

/** What was told, where this request is told; without an office the register will ask for it. */
function oralOf({ service, channel, oral }: RegistrationDraft): RegisterCaseInput['oralStatement'] {
  if (!service || !channel || oral.kept || !isTakenDown({ service, channel }) || !oral.office) return null
  return { office: oral.office, text: oral.text.trim(), readBack: oral.readBack }
}

const given = (text: string): string | null => text.trim() || null
const digits = (text: string): string | null => given(text.replace(/[\s.-]/g, ''))

const partyOf = (person: PersonDraft, role: PartyInput['role'], kind: SenderKind): PartyInput => ({
  id: person.registered?.id ?? null,
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
