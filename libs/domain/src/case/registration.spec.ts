import { describe, expect, test } from '@jest/globals'
import { jakarta } from '../clock/jakarta.js'
import { SERVICES, type Service } from '../standard/service.js'
import { requirementsFor } from '../standard/standards.js'
import { completeness, registrationFaults, type PartyEntry, type Registration } from './registration.js'

const NOW = jakarta('2026-05-25', '10.00')

const REQUESTER: PartyEntry = {
  role: 'requester',
  kind: 'asn',
  name: 'Dewi Lestari',
  jobTitle: 'Kepala Bidang Mutasi',
  workUnit: 'BKPSDM',
  agencyName: 'Pemerintah Kabupaten Contoh',
  nik: '9901014501900001',
  nip: '199001052015052001',
  phone: '0800-0555-0001',
  email: 'pemohon@contoh.test',
  address: 'Jl. Contoh 1, Kota Contoh',
}
const REPORTED: PartyEntry = { ...REQUESTER, role: 'reported', name: 'Terlapor', nip: '198609262015051001', nik: null, activeAsn: true }

const entry = (service: Service, given: Partial<Registration> = {}): Registration => ({
  service,
  channel: 'post',
  subject: 'Permohonan konsultasi',
  summary: '',
  parties: service === 'NETRALITAS' ? [REQUESTER, REPORTED] : [REQUESTER],
  requirements: requirementsFor(service, 'post', 'asn').map(({ code }) => ({ code, state: 'met' })),
  ...given,
})

const faults = (given: Partial<Registration>, service: Service = 'MERIT'): string[] =>
  registrationFaults(entry(service, given), NOW).map(({ field, code }) => `${field} ${code}`)

test.each(SERVICES)('a full request for %s has no fault', (service) => {
  expect(faults({}, service)).toEqual([])
})

describe('one thing is wrong', () => {
  const requester = (given: Partial<PartyEntry>): Partial<Registration> => ({ parties: [{ ...REQUESTER, ...given }] })

  test.each<[string, Partial<Registration>, string]>([
    ['a visit is no written request', { channel: 'walk_in' }, 'channel request.invalid'],
    ['a channel of another service', { channel: 'sijapti', requirements: [] }, 'channel request.invalid'],
    ['a classification the service does not know', { classification: 'normative' }, 'classification request.invalid'],
    ['no subject', { subject: '  x ' }, 'subject request.invalid'],
    ['a subject of 501 letters', { subject: 'x'.repeat(501) }, 'subject request.invalid'],
    ['a summary of 4001 letters', { summary: 'x'.repeat(4001) }, 'summary request.invalid'],
    ['received tomorrow', { receivedAt: jakarta('2026-05-26', '09.00') }, 'receivedAt request.invalid'],
    [
      'written after it was received',
      { receivedAt: jakarta('2026-05-20', '09.00'), letterDate: '2026-05-21' },
      'letterDate request.invalid',
    ],
    ['two requesters', { parties: [REQUESTER, REQUESTER] }, 'parties request.invalid'],
    ['a line that is not of this checklist', { requirements: [{ code: 'jpt.nothing', state: 'met' }] }, 'requirements request.invalid'],
    ['a name of spaces', requester({ name: ' ' }), 'parties.0.name case.incomplete_identity'],
    ['a NIK of 15 digits', requester({ nik: '990101450190000' }), 'parties.0.nik identity.nik_invalid'],
    ['a NIP born on the 45th', requester({ nip: '199001452015052001' }), 'parties.0.nip identity.nip_invalid'],
    ['an address without a host', requester({ email: 'pemohon@contoh' }), 'parties.0.email identity.email_invalid'],
  ])('%s', (_, given, fault) => {
    expect(faults(given)).toEqual([fault])
  })

  test('a complaint about nobody', () => {
    expect(faults({ parties: [REQUESTER] }, 'NETRALITAS')).toEqual(['reported case.incomplete_identity'])
  })

  test('a field is named once, however much is wrong with it', () => {
    const fields = registrationFaults(entry('MERIT', requester({ name: '', phone: '' })), NOW).map((fault) => fault.field)
    expect(new Set(fields).size).toBe(fields.length)
  })
})

test('the number of a PPPK stands where a NIP would', () => {
  expect(faults({ parties: [{ ...REQUESTER, nip: '199001052022211001' }] })).toEqual([])
})

describe('the checklist', () => {
  const lines = requirementsFor('JPT', 'post', 'asn')
  const with_ = (state: 'met' | 'missing' | 'not_applicable') => lines.map(({ code }) => ({ code, state }))
  const of = (requirements: Registration['requirements']) => completeness({ service: 'JPT', channel: 'post', requirements }, 'asn')

  test('is complete when every mandatory line is met or does not apply', () => {
    expect(of(with_('met'))).toEqual({ answered: true, complete: true })
    expect(of(with_('not_applicable'))).toEqual({ answered: true, complete: true })
  })

  test('is answered but not complete when a mandatory line is missing', () => {
    expect(lines.some((line) => line.mandatory)).toBe(true)
    expect(of(with_('missing'))).toEqual({ answered: true, complete: false })
  })

  test('is not answered while a line is silent', () => {
    expect(of(with_('met').slice(1)).answered).toBe(false)
    expect(of([])).toEqual({ answered: false, complete: false })
  })
})

test.each<[string, Partial<Registration>]>([
  ['letterNumber', { letterNumber: '8'.repeat(151) }],
  ['agencyName', { agencyName: 'x'.repeat(301) }],
  ['parties.0.name', { parties: [{ ...REQUESTER, name: 'x'.repeat(301) }] }],
  ['parties.0.address', { parties: [{ ...REQUESTER, address: 'x'.repeat(301) }] }],
  ['parties', { parties: [REQUESTER, ...Array.from({ length: 50 }, () => REPORTED)] }],
  ['receivedAt', { receivedAt: new Date('0001-01-01T00:00:00Z') }],
])('what no letter says is a slip: %s', (field, given) => {
  expect(faults(given)).toEqual([`${field} request.invalid`])
})
