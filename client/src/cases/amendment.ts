import { dateOfDay, dayOf, msOfDay, standardOf } from '@domain'
import type { CaseDetailFragment, PartyRowFragment } from '../generated/graphql.js'
import { emptyDraft, emptyOral, emptyPerson, type AgencyChoice, type PersonDraft, type RegistrationDraft } from './registration.js'

const MINUTE_MS = 60_000

/** 'YYYY-MM-DDTHH:mm' in Jakarta, as the form keeps a moment. */
function typedMoment(instant: Date): string {
  const minutes = Math.floor(msOfDay(instant) / MINUTE_MS)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${dateOfDay(dayOf(instant))}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

const personOf = (party: PartyRowFragment, agencyOf: (name: string) => AgencyChoice): PersonDraft => ({
  registered: { id: party.id, nik: party.nik ?? '', nip: party.nip ?? '' },
  name: party.name,
  representative: party.representative ?? '',
  contact: party.phone ?? '',
  email: party.email ?? '',
  address: party.address ?? '',
  nik: party.nik ?? '',
  nip: party.nip ?? '',
  position: party.jobTitle ?? '',
  unit: party.workUnit ?? '',
  agency: agencyOf(party.agencyName ?? ''),
  activeAsn: party.activeAsn ?? false,
})

/** The form as it stood when the case was registered or last corrected, ready to be corrected. Numbers are masked. */
export function draftOf(row: CaseDetailFragment): RegistrationDraft {
  const agencyOf = (name: string): AgencyChoice => ({ code: name !== '' && name === row.agencyName ? row.agencyCode : null, name })
  const requester = row.parties.find((party) => party.role === 'requester')
  const reported = row.parties.filter((party) => party.role === 'reported').map((party) => personOf(party, agencyOf))
  return {
    ...emptyDraft(),
    service: row.service,
    channel: row.channel,
    classification: row.classification,
    urgency: row.urgency,
    secrecy: row.secrecy,
    letterNumber: row.letterNumber ?? '',
    letterDate: row.letterDate ?? '',
    receivedAt: typedMoment(new Date(row.receivedAt)),
    subject: row.subject,
    summary: row.summary,
    oral: emptyOral(true),
    senderKind: row.senderKind,
    protection: row.reporterProtection,
    sender: requester ? personOf(requester, agencyOf) : emptyPerson(),
    reported: reported.length === 0 && standardOf(row.service).reportedPersons ? [emptyPerson()] : reported,
    requirements: Object.fromEntries(row.requirements.map(({ code, state }) => [code, state])),
  }
}

/** Whether two forms say the same. */
export const sameDraft = (first: RegistrationDraft, second: RegistrationDraft): boolean => JSON.stringify(first) === JSON.stringify(second)
