import { CHANNELS, WRITTEN_CHANNELS, type Channel, type Service } from '../standard/service.js'
import { classificationsFor, type Classification } from './classification.js'
import type { ClockRule } from './rules.js'
import { EXTENSIONS, PAUSES } from './terms.js'

const standard = (name: string, clause: string) =>
  `Standar Pelayanan ${name} (Peraturan Ketua KASN Nomor 3 Tahun 2022), Waktu Penyelesaian ${clause}`
const medlin = (clause: string) => standard('Konsultasi Mediasi dan Perlindungan', clause)
const merit = (clause: string) => standard('Konsultasi Pelanggaran Sistem Merit', clause)
const netralitas = (clause: string) => standard('Pengaduan Netralitas', clause)
const kodeEtik = (clause: string) => standard('Konsultasi Nilai Dasar, Kode Etik, Kode Perilaku, dan Netralitas ASN', clause)
const jpt = (clause: string) => standard('Pengawasan dan Seleksi Jabatan Pimpinan Tinggi', clause)

const VISITS = ['walk_in', 'virtual'] as const satisfies readonly Channel[]
const OWN_CLOCK = ['lapor', 'siapnet'] as const satisfies readonly Channel[]
const isOwnClock = (channel: Channel) => OWN_CLOCK.some((own) => own === channel)
const COMPLAINT_LETTERS = WRITTEN_CHANNELS.filter((channel) => !isOwnClock(channel))

const usual = { condition: {}, countReceiptDay: false, hours: 'office' } as const

const MEDLIN_RULES: readonly ClockRule[] = [
  {
    ...usual,
    code: 'medlin.letter',
    service: 'MEDLIN',
    label: { id: 'Surat jawaban konsultasi', en: 'Written answer to the consultation' },
    clause: medlin('1'),
    limit: { amount: 2, unit: 'day' },
    startEvent: 'received_by_unit',
    stopEvent: 'answer_delivered',
    channels: WRITTEN_CHANNELS,
    pauses: PAUSES.consultation,
    extension: EXTENSIONS.veryShort,
  },
  {
    ...usual,
    code: 'medlin.walk_in',
    service: 'MEDLIN',
    label: { id: 'Layanan bagi yang datang langsung', en: 'Service for a visitor' },
    clause: medlin('2'),
    limit: { amount: 1, unit: 'hour' },
    startEvent: 'confirmed_by_unit',
    stopEvent: 'consultation_begun',
    channels: ['walk_in'],
    condition: { asUnitActivityAllows: true },
  },
  {
    ...usual,
    code: 'medlin.virtual',
    service: 'MEDLIN',
    label: { id: 'Layanan virtual', en: 'Virtual service' },
    clause: medlin('3'),
    limit: { amount: 0, unit: 'minute' },
    startEvent: 'arrived',
    stopEvent: 'consultation_begun',
    channels: ['virtual'],
    condition: { asUnitActivityAllows: true },
  },
]

const MERIT_RULES: readonly ClockRule[] = [
  {
    ...usual,
    code: 'merit.letter',
    service: 'MERIT',
    label: { id: 'Surat tanggapan atas konsultasi', en: 'Answer letter to the consultation' },
    clause: merit('layanan melalui surat'),
    limit: { amount: 1, unit: 'week' },
    startEvent: 'confirmed_processed',
    stopEvent: 'answer_delivered',
    channels: WRITTEN_CHANNELS,
    pauses: PAUSES.consultation,
    extension: EXTENSIONS.veryShort,
  },
  {
    ...usual,
    code: 'merit.visit',
    service: 'MERIT',
    label: { id: 'Konsultasi tatap muka', en: 'Consultation in person' },
    clause: merit('layanan secara tatap muka'),
    limit: { amount: 1, unit: 'day' },
    startEvent: 'arrived',
    stopEvent: 'consultation_begun',
    channels: VISITS,
  },
]

const netralitasCompletion = (
  code: string,
  clause: string,
  workingDays: number,
  channels: readonly Channel[],
  classifications: readonly (Classification | null)[],
): ClockRule => ({
  ...usual,
  code,
  service: 'NETRALITAS',
  label: { id: 'Penyelesaian pengaduan', en: 'Completion of the complaint' },
  clause: netralitas(clause),
  limit: { amount: workingDays, unit: 'working_day' },
  startEvent: 'received',
  stopEvent: 'answer_delivered',
  channels,
  condition: { classifications },
  pauses: workingDays === 60 ? PAUSES.fieldExamination : PAUSES.complaint,
  extension: workingDays === 60 ? EXTENSIONS.long : workingDays === 14 ? EXTENSIONS.usual : EXTENSIONS.short,
})

/** Before it is classified a complaint runs on the shortest time its channel knows: reclassification only ever gives more. */
const NETRALITAS_RULES: readonly ClockRule[] = [
  {
    ...usual,
    code: 'netralitas.follow_up',
    service: 'NETRALITAS',
    label: { id: 'Mulai ditindaklanjuti', en: 'Follow-up begins' },
    clause: netralitas('1'),
    limit: { amount: 3, unit: 'day' },
    startEvent: 'received',
    stopEvent: 'follow_up_begun',
    channels: COMPLAINT_LETTERS,
  },
  netralitasCompletion('netralitas.letter', '14 hari kerja', 14, [...COMPLAINT_LETTERS, ...VISITS], [null]),
  netralitasCompletion('netralitas.lapor_normative', '2a', 5, ['lapor'], [null, 'normative']),
  netralitasCompletion('netralitas.lapor_no_field', '2b', 14, ['lapor'], ['no_field_examination']),
  netralitasCompletion('netralitas.lapor_field', '2c', 60, OWN_CLOCK, ['field_examination']),
  netralitasCompletion('netralitas.internal_direct', '3a', 4, CHANNELS, ['internal_direct']),
  netralitasCompletion('netralitas.internal_technical', '3b', 14, CHANNELS, ['internal_technical']),
  netralitasCompletion('netralitas.siapnet_direct', '4a', 4, ['siapnet'], [null, 'direct']),
  netralitasCompletion('netralitas.siapnet_technical', '4b', 14, ['siapnet'], ['technical']),
]

const KODE_ETIK_RULES: readonly ClockRule[] = [
  {
    ...usual,
    code: 'kode_etik.letter',
    service: 'KODE_ETIK',
    label: { id: 'Surat jawaban beserta jadwal konsultasi', en: 'Answer letter with the consultation schedule' },
    clause: kodeEtik('1 hari kerja'),
    limit: { amount: 1, unit: 'working_day' },
    startEvent: 'received',
    stopEvent: 'answer_delivered',
    channels: WRITTEN_CHANNELS,
    hours: 'service',
    pauses: PAUSES.consultation,
    extension: EXTENSIONS.veryShort,
  },
  {
    ...usual,
    code: 'kode_etik.visit',
    service: 'KODE_ETIK',
    label: { id: 'Konsultasi bagi yang hadir langsung', en: 'Consultation for a visitor' },
    clause: kodeEtik('1 hari kerja'),
    limit: { amount: 1, unit: 'working_day' },
    startEvent: 'received',
    stopEvent: 'consultation_begun',
    channels: VISITS,
    hours: 'service',
  },
]

const JPT_RULES: readonly ClockRule[] = [
  {
    ...usual,
    code: 'jpt.answer',
    service: 'JPT',
    label: { id: 'Surat rekomendasi, tanggapan, atau jawaban', en: 'Recommendation or answer letter' },
    clause: jpt('5 hari kerja'),
    limit: { amount: 5, unit: 'working_day' },
    startEvent: 'complete',
    stopEvent: 'answer_delivered',
    channels: CHANNELS,
    condition: { underdeveloped: false },
    pauses: PAUSES.consultation,
    extension: EXTENSIONS.short,
  },
  {
    ...usual,
    code: 'jpt.answer_3t',
    service: 'JPT',
    label: { id: 'Surat rekomendasi, tanggapan, atau jawaban (daerah 3T)', en: 'Recommendation or answer letter (3T region)' },
    clause: jpt('5 hari kerja, pengecualian daerah terdepan, terpencil, dan tertinggal'),
    limit: null,
    startEvent: 'complete',
    stopEvent: 'answer_delivered',
    channels: CHANNELS,
    condition: { underdeveloped: true },
    pauses: PAUSES.consultation,
    extension: EXTENSIONS.long,
  },
]

/** Every clock the five published standards promise. */
export const CLOCK_RULES: readonly ClockRule[] = [...MEDLIN_RULES, ...MERIT_RULES, ...NETRALITAS_RULES, ...KODE_ETIK_RULES, ...JPT_RULES]

/** The rule of a code, or null when there is none. */
export const clockRule = (code: string): ClockRule | null => CLOCK_RULES.find((rule) => rule.code === code) ?? null

/** Facts of a case that choose between rules, besides its service, channel and classification. */
export interface ClockCircumstances {
  /** The agency lies in a 3T region. */
  readonly underdeveloped?: boolean
}

/**
 * The rules that run on a case, never none; of the published ones, or of the version given. A classification the channel does not know counts as "not classified yet".
 */
export function rulesFor(
  service: Service,
  channel: Channel,
  classification: Classification | null = null,
  { underdeveloped = false }: ClockCircumstances = {},
  rules: readonly ClockRule[] = CLOCK_RULES,
): readonly ClockRule[] {
  const known = classification !== null && classificationsFor(service, channel).includes(classification) ? classification : null
  return rules.filter(
    ({ condition, ...rule }) =>
      rule.service === service &&
      rule.channels.includes(channel) &&
      (condition.classifications?.includes(known) ?? true) &&
      (condition.underdeveloped === undefined || condition.underdeveloped === underdeveloped),
  )
}
