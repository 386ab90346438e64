import { CLOCK_RULES } from '../clock/standard-rules.js'
import type { ClockRule } from '../clock/rules.js'
import { CHANNEL_LABEL, SERVICES, type Bilingual, type Channel, type LetterKind, type Service } from './service.js'
import type { Standard } from './standard.js'
import { standardOf } from './standards.js'

/** The headings of the printed page, in its order. */
export const COMMITMENT_SECTIONS = ['requirement', 'channel', 'procedure', 'time', 'hours', 'cost', 'product', 'complaint'] as const
export type CommitmentSection = (typeof COMMITMENT_SECTIONS)[number]

/** What the printed page calls each part. */
export const COMMITMENT_SECTION_LABEL: Record<CommitmentSection, Bilingual> = {
  requirement: { id: 'Persyaratan', en: 'Requirements' },
  channel: { id: 'Kanal', en: 'Channels' },
  procedure: { id: 'Sistem, Mekanisme, dan Prosedur', en: 'Procedure' },
  time: { id: 'Waktu Penyelesaian', en: 'Time' },
  hours: { id: 'Jam Layanan', en: 'Service hours' },
  cost: { id: 'Biaya / Tarif', en: 'Cost' },
  product: { id: 'Produk Pelayanan', en: 'Products' },
  complaint: { id: 'Pengaduan Layanan', en: 'Complaints about the service' },
}

/** One sentence of a published standard that the public may hold the commission to. */
export interface Commitment {
  /** Unique over the five standards: `netralitas.lapor_field`, `medlin.written.3`, `jpt.channel.sijapti`. */
  readonly code: string
  readonly service: Service
  readonly section: CommitmentSection
  readonly clause: string
  readonly text: Bilingual
  /** The clocks that keep a promise about time; empty elsewhere. */
  readonly clocks: readonly string[]
  readonly channel: Channel | null
  readonly letterKind: LetterKind | null
}

const plain = { clocks: [], channel: null, letterKind: null } as const

/** Which clocks keep each promise: the printed sentence on the left, the rules that count it on the right. */
const CLOCKS_OF_PROMISE: Readonly<Record<string, readonly string[]>> = {
  'medlin.answer': ['medlin.letter'],
  'medlin.walk_in': ['medlin.walk_in'],
  'medlin.virtual': ['medlin.virtual'],
  'merit.answer': ['merit.letter'],
  'merit.face_to_face': ['merit.visit'],
  'netralitas.follow_up': ['netralitas.follow_up'],
  'netralitas.completion': ['netralitas.letter'],
  'netralitas.lapor_normative': ['netralitas.lapor_normative'],
  'netralitas.lapor_no_field': ['netralitas.lapor_no_field'],
  'netralitas.lapor_field': ['netralitas.lapor_field'],
  'netralitas.internal_direct': ['netralitas.internal_direct'],
  'netralitas.internal_technical': ['netralitas.internal_technical'],
  'netralitas.siapnet_direct': ['netralitas.siapnet_direct'],
  'netralitas.siapnet_technical': ['netralitas.siapnet_technical'],
  'kode_etik.answer': ['kode_etik.letter', 'kode_etik.visit'],
  'jpt.answer': ['jpt.answer', 'jpt.answer_3t'],
}

/** The clock rules that keep a promise; empty when nothing counts it, which `npm run conformance` calls an error. */
export const clocksOfPromise = (code: string): readonly ClockRule[] =>
  CLOCK_RULES.filter((rule) => CLOCKS_OF_PROMISE[code]?.includes(rule.code) ?? false)

/** Everything one printed page commits the commission to, in its order. */
export function commitmentsOf(standard: Standard): Commitment[] {
  const { service } = standard
  const prefix = service.toLowerCase()
  return [
    ...standard.requirements.map((requirement) => ({
      ...plain,
      code: requirement.code,
      service,
      section: 'requirement' as const,
      clause: requirement.clause,
      text: requirement.text,
    })),
    ...standard.channels.map(({ channel, address, clause }) => ({
      ...plain,
      code: `${prefix}.channel.${channel}`,
      service,
      section: 'channel' as const,
      clause,
      text: { id: `${CHANNEL_LABEL[channel].id}: ${address.id}`, en: `${CHANNEL_LABEL[channel].en}: ${address.en}` },
      channel,
    })),
    ...standard.procedures.flatMap((procedure) =>
      procedure.steps.map((text, index) => ({
        ...plain,
        code: `${procedure.code}.${index + 1}`,
        service,
        section: 'procedure' as const,
        clause: procedure.clause,
        text,
      })),
    ),
    ...standard.promises.map((promise) => ({
      ...plain,
      code: promise.code,
      service,
      section: 'time' as const,
      clause: promise.clause,
      text: promise.text,
      clocks: clocksOfPromise(promise.code).map((rule) => rule.code),
    })),
    ...standard.serviceHours.map((text, index) => ({
      ...plain,
      code: `${prefix}.hours.${index + 1}`,
      service,
      section: 'hours' as const,
      clause: 'Waktu Penyelesaian',
      text,
    })),
    { ...plain, code: `${prefix}.cost`, service, section: 'cost' as const, clause: 'Biaya / Tarif', text: standard.cost },
    ...standard.products.map((product) => ({
      ...plain,
      code: `${prefix}.product.${product.letterKind}`,
      service,
      section: 'product' as const,
      clause: product.clause,
      text: product.name,
      letterKind: product.letterKind,
    })),
    ...standard.complaintChannels.map((channel, index) => ({
      ...plain,
      code: `${prefix}.feedback.${index + 1}`,
      service,
      section: 'complaint' as const,
      clause: 'Pengaduan Layanan',
      text: { id: `${channel.label.id}: ${channel.address}`, en: `${channel.label.en}: ${channel.address}` },
    })),
  ]
}

/** Every commitment of the five published standards (Peraturan Ketua KASN Nomor 3 Tahun 2022). */
export const COMMITMENTS: readonly Commitment[] = SERVICES.flatMap((service) => commitmentsOf(standardOf(service)))
