import { CHANNELS, SENDER_KINDS, SERVICES, type Channel, type SenderKind, type Service, WRITTEN_CHANNELS } from './service.js'
import {
  acceptedChannels,
  identityDemands,
  noticeProduct,
  productOf,
  productsFor,
  promisesFor,
  requirementsFor,
  standardOf,
} from './standards.js'
import { ETHICS_TOPICS } from './violations.js'

const everyText = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(everyText)
}

const duplicates = (values: readonly string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index)

describe.each(SERVICES)('%s', (service) => {
  const standard = standardOf(service)

  test.each(acceptedChannels(service))('a request through %s has requirements and a promise', (channel) => {
    for (const senderKind of standard.senderKinds) {
      expect(requirementsFor(service, channel, senderKind)).not.toHaveLength(0)
    }
    expect(promisesFor(service, channel)).not.toHaveLength(0)
  })

  test('every published channel has a procedure', () => {
    for (const { channel } of standard.channels) {
      expect(standard.procedures.some((procedure) => procedure.channels.includes(channel))).toBe(true)
    }
  })

  test('every written channel a person may choose is either accepted or belongs to another service', () => {
    const portals: Channel[] = ['lapor', 'siapnet', 'sijapti', 'medlin']
    for (const channel of WRITTEN_CHANNELS) expect(acceptedChannels(service).includes(channel) || portals.includes(channel)).toBe(true)
  })

  test('codes are unique, nothing is empty, and clauses name only published channels', () => {
    for (const entries of [standard.requirements, standard.promises, standard.procedures]) {
      expect(duplicates(entries.map((entry) => entry.code))).toEqual([])
    }
    expect(duplicates(standard.products.map((product) => product.letterKind))).toEqual([])
    expect(everyText(standard).filter((text) => text.trim() === '')).toEqual([])
    const published = standard.channels.map((known) => known.channel)
    for (const entry of [...standard.requirements, ...standard.promises, ...standard.procedures]) {
      expect(published).toEqual(expect.arrayContaining([...entry.channels]))
    }
  })

  test('it can refuse, it can answer, it can ask for what is missing, and it is free', () => {
    expect(noticeProduct(service).closesCase).toBe(true)
    expect(productOf(service, 'answer')?.closesCase).toBe(true)
    expect(productOf(service, 'completeness_request')?.closesCase).toBe(false)
    expect(standard.cost.id).toBe('Tidak dipungut biaya')
    for (const product of productsFor(service)) expect(product.archiveCode).toMatch(/^[A-Z]{2}(\.\d{2}){1,2}$/)
  })

  test.each(SENDER_KINDS)('a sender of kind %s is asked for a name, and for no field twice', (senderKind) => {
    const { required, atLeastOneOf, optional } = identityDemands(service, senderKind)
    expect(required).toContain('name')
    expect(duplicates([...required, ...atLeastOneOf.flat(), ...optional])).toEqual([])
  })
})

test('requirement codes are unique over all services', () => {
  expect(duplicates(SERVICES.flatMap((service) => standardOf(service).requirements.map((requirement) => requirement.code)))).toEqual([])
})

const WRITTEN_MEDLIN = ['medlin.request_letter', 'medlin.identity', 'medlin.purpose', 'medlin.identity_copy']
const REPORTED = ['netralitas.reported_identity', 'netralitas.reported_active', 'netralitas.evidence']

test.each<[Service, Channel, SenderKind, string[]]>([
  ['MEDLIN', 'post', 'individual', WRITTEN_MEDLIN],
  ['MEDLIN', 'email', 'legal_body', WRITTEN_MEDLIN],
  ['MEDLIN', 'walk_in', 'individual', ['medlin.identity_shown']],
  ['MEDLIN', 'virtual', 'community_group', ['medlin.letter_of_head', 'medlin.identity_shown']],
  ['MERIT', 'email', 'asn', ['merit.identity', 'merit.substance']],
  ['NETRALITAS', 'post', 'individual', ['netralitas.complaint_letter', 'netralitas.reporter_person', ...REPORTED]],
  ['NETRALITAS', 'counter', 'legal_body', ['netralitas.complaint_letter', 'netralitas.reporter_body', 'netralitas.stamp', ...REPORTED]],
  ['NETRALITAS', 'walk_in', 'individual', ['netralitas.oral_statement', 'netralitas.reporter_person', ...REPORTED]],
  ['NETRALITAS', 'lapor', 'individual', REPORTED],
  ['NETRALITAS', 'siapnet', 'agency', ['netralitas.bawaslu', ...REPORTED]],
  ['KODE_ETIK', 'post', 'individual', ['kode_etik.identity', 'kode_etik.contact', 'kode_etik.substance', 'kode_etik.meeting_date']],
  [
    'KODE_ETIK',
    'email',
    'asn',
    [
      'kode_etik.identity',
      'kode_etik.contact',
      'kode_etik.asn_identity',
      'kode_etik.assignment_letter',
      'kode_etik.substance',
      'kode_etik.meeting_date',
    ],
  ],
  [
    'JPT',
    'counter',
    'agency',
    ['jpt.agency_letter', 'jpt.identity_shown', 'jpt.control_form', 'jpt.stage_documents', 'jpt.sijapti_entry_later'],
  ],
  ['JPT', 'sijapti', 'agency', ['jpt.addressed_letter', 'jpt.stage_documents', 'jpt.sijapti_entry']],
  ['JPT', 'siapnet', 'agency', []],
])('%s by %s from %s asks for %j', (service, channel, senderKind, codes) => {
  expect(requirementsFor(service, channel, senderKind).map((requirement) => requirement.code)).toEqual(codes)
})

test.each<[Service, SenderKind, string[], string[][]]>([
  ['MEDLIN', 'individual', ['name', 'contact', 'email'], []],
  ['MERIT', 'asn', ['name', 'position', 'agency'], [['contact', 'email']]],
  ['NETRALITAS', 'individual', ['name'], [['address', 'contact', 'email']]],
  ['KODE_ETIK', 'individual', ['name', 'nik', 'address'], []],
  ['KODE_ETIK', 'asn', ['name', 'nik', 'address', 'nip', 'position', 'unit', 'agency'], []],
  ['JPT', 'agency', ['name', 'position', 'agency'], []],
])('%s demands of %s: %j and one of %j', (service, senderKind, required, atLeastOneOf) => {
  expect(identityDemands(service, senderKind)).toMatchObject({ required, atLeastOneOf })
})

test('only a neutrality complaint names reported persons, who must be active civil servants', () => {
  expect(SERVICES.filter((service) => standardOf(service).reportedPersons !== null)).toEqual(['NETRALITAS'])
  expect(standardOf('NETRALITAS').reportedPersons).toMatchObject({ minimum: 1, required: ['name', 'agency'], mustBeActiveAsn: true })
})

test('printed details: promises, service hours, topics, social media', () => {
  expect(promisesFor('MEDLIN', 'email').map((promise) => promise.clause)).toEqual(['Waktu Penyelesaian 1'])
  expect(promisesFor('NETRALITAS', 'siapnet').map((promise) => promise.clause)).toEqual(['Waktu Penyelesaian 4a', 'Waktu Penyelesaian 4b'])
  expect(standardOf('KODE_ETIK').serviceHours).toHaveLength(2)
  expect(ETHICS_TOPICS).toHaveLength(6)
  expect(standardOf('MEDLIN').complaintChannels.some((channel) => channel.kind === 'facebook')).toBe(false)
  expect(standardOf('JPT').procedures[0]?.steps).toHaveLength(6)
  expect(CHANNELS).toHaveLength(10)
})
