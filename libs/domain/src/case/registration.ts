import { localDate } from '../clock/jakarta.js'
import { classificationsFor } from '../clock/classification.js'
import { checkNip, checkNiPppk } from '../identity/employee-number.js'
import { checkNik } from '../identity/nik.js'
import { protectionsFor, type ReporterProtection } from '../identity/protection.js'
import type { ProblemCode } from '../problem.js'
import { WRITTEN_CHANNELS, type Channel, type SenderKind, type Service } from '../standard/service.js'
import { isTakenDown, oralStatementFaults, type OralStatement } from '../handling/oral-statement.js'
import type { IdentityDemands, IdentityField, Standard } from '../standard/standard.js'
import { acceptedChannels, identityDemands, requirementsFor, standardOf } from '../standard/standards.js'
import { VISIT_CHANNELS } from '../visit/visit.js'
import { ETHICS_TOPICS } from '../standard/violations.js'
import type { PartyRole, RequirementState } from './task.js'

/** A party as it is typed at the counter. */
export interface PartyEntry {
  readonly role: PartyRole
  readonly kind: SenderKind
  readonly name: string
  readonly jobTitle?: string | null
  readonly workUnit?: string | null
  readonly agencyName?: string | null
  readonly nik?: string | null
  readonly nip?: string | null
  readonly phone?: string | null
  readonly email?: string | null
  readonly address?: string | null
  readonly representative?: string | null
  readonly activeAsn?: boolean | null
}

/** A request as it is typed at the counter. */
export interface Registration {
  readonly service: Service
  readonly channel: Channel
  readonly classification?: string | null
  readonly subject: string
  readonly summary: string
  readonly letterNumber?: string | null
  readonly letterDate?: string | null
  readonly agencyName?: string | null
  readonly receivedAt?: Date | null
  /** What a complainant told at an office, where the request was told and not handed in. */
  readonly oralStatement?: OralStatement | null
  /** How far the requester is known; openly when nothing is said. */
  readonly protection?: ReporterProtection | null
  readonly parties: readonly PartyEntry[]
  readonly requirements: readonly { readonly code: string; readonly state: RequirementState; readonly note?: string | null }[]
}

/** Characters at most, as wide as any such thing on paper; more is a slip of the clipboard. */
const LONGEST = { letterNumber: 150, agencyName: 300, note: 1000, party: 300 } as const
const MOST_PARTIES = 50
/** Years a request may have lain before it is entered in the register. */
const OLDEST_YEARS = 5

/** What is wrong with one input: the path of the field and why. */
export interface Fault {
  readonly field: string
  readonly code: ProblemCode
}

/** The classifications of a neutrality complaint, or the topics of an ethics consultation. */
const knownClassifications = ({ service, channel }: Pick<Registration, 'service' | 'channel'>): readonly string[] =>
  service === 'KODE_ETIK' ? ETHICS_TOPICS : classificationsFor(service, channel)

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

const ENTRY_OF: Readonly<Record<IdentityField, keyof PartyEntry>> = {
  name: 'name',
  contact: 'phone',
  email: 'email',
  address: 'address',
  nik: 'nik',
  nip: 'nip',
  position: 'jobTitle',
  unit: 'workUnit',
  agency: 'agencyName',
}

const tooLong = (text: string | null | undefined, limit: number): boolean => (text?.length ?? 0) > limit

const PARTY_TEXTS = ['name', 'jobTitle', 'workUnit', 'agencyName', 'nik', 'nip', 'phone', 'email', 'address', 'representative'] as const

const filled = (party: PartyEntry, field: IdentityField): boolean => {
  const value = party[ENTRY_OF[field]]
  return typeof value === 'string' && value.trim() !== ''
}

function identityFaults(party: PartyEntry, demands: IdentityDemands, path: string): Fault[] {
  const missing = demands.required.filter((field) => !filled(party, field)).map((field) => ENTRY_OF[field])
  const none = demands.atLeastOneOf.filter((group) => !group.some((field) => filled(party, field))).flatMap((group) => group.slice(0, 1))
  return [...missing, ...none.map((field) => ENTRY_OF[field])].map((field) => ({
    field: `${path}.${field}`,
    code: 'case.incomplete_identity',
  }))
}

/** A NIP or a Nomor Induk PPPK: the standards accept either. */
const isEmployeeNumber = (text: string, now: Date): boolean =>
  checkNip(text, localDate(now)).length === 0 || checkNiPppk(text, localDate(now)).length === 0

/**
 * Everything that stops a request from being registered: the fields themselves and the identity the standard demands of such a sender.
 * An incomplete file is registered all the same - what is missing is recorded in the checklist. Under the published standard or the version given.
 */
export function registrationFaults(entry: Registration, now: Date, standard: Standard = standardOf(entry.service)): Fault[] {
  const accepted = acceptedChannels(standard).includes(entry.channel)
  const written = WRITTEN_CHANNELS.some((known) => known === entry.channel) && accepted
  const told = isTakenDown(entry) && accepted
  const faults: Fault[] = written || told ? [] : [{ field: 'channel', code: 'request.invalid' }]
  return [...faults, ...oralStatementFaults(entry, entry.oralStatement), ...entryFaults(entry, now, standard)]
}

/** What stops a correction: whatever brought the request, its channel was accepted when it came. */
export const amendmentFaults = (entry: Registration, now: Date, standard: Standard): Fault[] =>
  VISIT_CHANNELS.some((known) => known === entry.channel) ? entryFaults(entry, now, standard) : registrationFaults(entry, now, standard)

/** Whether something that is said to have come now came so many years ago that the year must be mistyped. */
export const isTooLongAgo = (receivedAt: Date, now: Date): boolean => receivedAt.getUTCFullYear() < now.getUTCFullYear() - OLDEST_YEARS

/** What is wrong with the entry itself, whatever brought it: a letter or a visitor. */
export function entryFaults(entry: Registration, now: Date, standard: Standard = standardOf(entry.service)): Fault[] {
  const faults: Fault[] = []
  const invalid = (field: string) => faults.push({ field, code: 'request.invalid' })

  if (entry.classification && !knownClassifications(entry).includes(entry.classification)) invalid('classification')
  if (entry.subject.trim().length < 3 || entry.subject.length > 500) invalid('subject')
  if (entry.summary.length > 4000) invalid('summary')
  if (entry.receivedAt && entry.receivedAt.getTime() > now.getTime() + 60_000) invalid('receivedAt')
  if (entry.receivedAt && isTooLongAgo(entry.receivedAt, now)) invalid('receivedAt')
  if (tooLong(entry.letterNumber, LONGEST.letterNumber)) invalid('letterNumber')
  if (tooLong(entry.agencyName, LONGEST.agencyName)) invalid('agencyName')
  if (entry.parties.length > MOST_PARTIES) invalid('parties')
  if (entry.requirements.some((line) => tooLong(line.note, LONGEST.note))) invalid('requirements')
  if (entry.letterDate && !(entry.letterDate <= localDate(entry.receivedAt ?? now))) invalid('letterDate')

  const requesters = entry.parties.filter((party) => party.role === 'requester')
  const reported = entry.parties.filter((party) => party.role === 'reported')
  const demands = standard.reportedPersons
  const anonymous = entry.protection === 'anonymous'
  if (entry.protection && !protectionsFor(entry.service, entry.channel).includes(entry.protection)) {
    faults.push({ field: 'protection', code: 'reporter.not_protectable' })
  }
  if (requesters.length !== 1) invalid('parties')
  if (demands && reported.length < demands.minimum) faults.push({ field: 'reported', code: 'case.incomplete_identity' })

  entry.parties.forEach((party, index) => {
    const path = `parties.${index}`
    for (const field of PARTY_TEXTS) if (tooLong(party[field], LONGEST.party)) invalid(`${path}.${field}`)
    if (anonymous && party.role === 'requester') return
    if (party.name.trim() === '') faults.push({ field: `${path}.name`, code: 'case.incomplete_identity' })
    if (party.role === 'requester') faults.push(...identityFaults(party, identityDemands(standard, party.kind), path))
    else if (demands) faults.push(...identityFaults(party, demands, path))
    if (party.email?.trim() && !EMAIL.test(party.email.trim())) faults.push({ field: `${path}.email`, code: 'identity.email_invalid' })
    if (party.nik?.trim() && checkNik(party.nik).length > 0) faults.push({ field: `${path}.nik`, code: 'identity.nik_invalid' })
    if (party.nip?.trim() && !isEmployeeNumber(party.nip, now)) faults.push({ field: `${path}.nip`, code: 'identity.nip_invalid' })
  })

  const known = new Set(
    requirementsFor(standard, entry.channel, requesters[0]?.kind ?? 'individual').map((requirement) => requirement.code),
  )
  if (entry.requirements.some((line) => !known.has(line.code))) invalid('requirements')
  return faults.filter((fault, index) => faults.findIndex((other) => other.field === fault.field) === index)
}

/** What the checklist says about the file as a whole, under the published standard or the version given. */
export function completeness(
  entry: Pick<Registration, 'service' | 'channel' | 'requirements'>,
  senderKind: SenderKind,
  standard: Standard = standardOf(entry.service),
): { readonly answered: boolean; readonly complete: boolean } {
  const states = new Map(entry.requirements.map((line) => [line.code, line.state]))
  const lines = requirementsFor(standard, entry.channel, senderKind)
  return {
    answered: lines.every((line) => states.has(line.code)),
    complete: lines
      .filter((line) => line.mandatory)
      .every((line) => states.get(line.code) === 'met' || states.get(line.code) === 'not_applicable'),
  }
}
