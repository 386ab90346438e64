import { CHANNELS, SERVICES, type Channel, type Service } from '../standard/service.js'
import { CLASSIFICATIONS, classificationsFor, type Classification } from './classification.js'
import { limitLabel } from './labels.js'
import { CLOCK_RULES, clockRule, rulesFor } from './standard-rules.js'

const promises = (service: Service, channel: Channel, classification: Classification | null = null, underdeveloped = false) =>
  rulesFor(service, channel, classification, { underdeveloped }).map((rule) => `${limitLabel(rule.limit).id} ${rule.startEvent}`)

test.each<[Service, Channel, Classification | null, string[]]>([
  ['MEDLIN', 'post', null, ['2 hari received_by_unit']],
  ['MEDLIN', 'medlin', null, ['2 hari received_by_unit']],
  ['MEDLIN', 'walk_in', null, ['1 jam confirmed_by_unit']],
  ['MEDLIN', 'virtual', null, ['seketika pada jam kerja arrived']],
  ['MERIT', 'email', null, ['1 minggu confirmed_processed']],
  ['MERIT', 'walk_in', null, ['1 hari arrived']],
  ['NETRALITAS', 'counter', null, ['3 hari received', '14 hari kerja received']],
  ['NETRALITAS', 'email', 'internal_direct', ['3 hari received', '4 hari kerja received']],
  ['NETRALITAS', 'post', 'internal_technical', ['3 hari received', '14 hari kerja received']],
  ['NETRALITAS', 'lapor', null, ['5 hari kerja received']],
  ['NETRALITAS', 'lapor', 'normative', ['5 hari kerja received']],
  ['NETRALITAS', 'lapor', 'no_field_examination', ['14 hari kerja received']],
  ['NETRALITAS', 'lapor', 'field_examination', ['60 hari kerja received']],
  ['NETRALITAS', 'lapor', 'internal_direct', ['4 hari kerja received']],
  ['NETRALITAS', 'siapnet', null, ['4 hari kerja received']],
  ['NETRALITAS', 'siapnet', 'direct', ['4 hari kerja received']],
  ['NETRALITAS', 'siapnet', 'technical', ['14 hari kerja received']],
  ['NETRALITAS', 'siapnet', 'field_examination', ['60 hari kerja received']],
  ['NETRALITAS', 'post', 'field_examination', ['3 hari received', '14 hari kerja received']],
  ['NETRALITAS', 'walk_in', null, ['14 hari kerja received']],
  ['KODE_ETIK', 'email', null, ['1 hari kerja received']],
  ['KODE_ETIK', 'walk_in', null, ['1 hari kerja received']],
  ['JPT', 'sijapti', null, ['5 hari kerja complete']],
])('%s by %s, classified %s: %j', (service, channel, classification, expected) => {
  expect(promises(service, channel, classification)).toEqual(expected)
})

test('a 3T region has its own limit, which nobody has set yet', () => {
  expect(promises('JPT', 'sijapti', null, true)).toEqual(['batas waktu belum ditetapkan complete'])
})

test('every service promises something on every channel, with one clock at most per label', () => {
  for (const service of SERVICES)
    for (const channel of CHANNELS)
      for (const classification of [null, ...CLASSIFICATIONS])
        for (const underdeveloped of [false, true]) {
          const labels = rulesFor(service, channel, classification, { underdeveloped }).map((rule) => rule.label.id)
          expect(labels.length).toBeGreaterThan(0)
          expect(new Set(labels).size).toBe(labels.length)
        }
})

test('every rule can run, has its own code and names its clause', () => {
  const running = new Set(
    SERVICES.flatMap((service) =>
      CHANNELS.flatMap((channel) =>
        [null, ...classificationsFor(service, channel)].flatMap((classification) =>
          [false, true].flatMap((underdeveloped) => rulesFor(service, channel, classification, { underdeveloped })),
        ),
      ),
    ),
  )
  expect(running.size).toBe(CLOCK_RULES.length)
  expect(new Set(CLOCK_RULES.map((rule) => rule.code)).size).toBe(CLOCK_RULES.length)
  for (const rule of CLOCK_RULES) {
    expect(rule.clause).toContain('Peraturan Ketua KASN Nomor 3 Tahun 2022')
    expect(clockRule(rule.code)).toBe(rule)
  }
  expect(clockRule('unknown')).toBeNull()
})
