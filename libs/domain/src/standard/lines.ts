import type { ClockLimit } from '../clock/rules.js'
import type { StandardDocument } from './document.js'
import { CHANNEL_LABEL, type Bilingual, type Channel, type SenderKind } from './service.js'
import type { Requirement } from './standard.js'

/** The parts of a standard that a new version may word or set anew, in the order of the printed page. */
export const LINE_SECTIONS = [
  'requirement',
  'channel',
  'procedure',
  'time',
  'clock',
  'hours',
  'cost',
  'product',
  'complaint',
  'basis',
] as const
export type LineSection = (typeof LINE_SECTIONS)[number]

/** One editable line of a standard. Everything else - codes, channels, products, conditions of what is printed - is structure and stays. */
export interface StandardLine {
  /** Unique in the document: `requirement.medlin.identity`, `clock.netralitas.letter`. */
  readonly key: string
  readonly section: LineSection
  readonly clause: string
  readonly text: Bilingual
  /** Of a requirement only. */
  readonly mandatory?: boolean
  /** Of a requirement only: through which channels, and of whom, it is asked. */
  readonly channels?: readonly Channel[]
  readonly appliesTo?: readonly SenderKind[]
  /** Of a clock only; null where the standard leaves the limit to be set for the case. */
  readonly limit?: ClockLimit | null
}

type Visit = (line: StandardLine) => StandardLine

/** The document with every editable line passed through a function. */
function mapLines(document: StandardDocument, visit: Visit): StandardDocument {
  const text = (key: string, section: LineSection, clause: string, words: Bilingual): Bilingual =>
    visit({ key, section, clause, text: words }).text
  return {
    ...document,
    requirements: document.requirements.map((requirement) => {
      const { code, clause } = requirement
      const line = visit({
        key: `requirement.${code}`,
        section: 'requirement',
        clause,
        text: requirement.text,
        mandatory: requirement.mandatory,
        channels: requirement.channels,
        appliesTo: requirement.appliesTo,
      })
      return { ...requirement, text: line.text, mandatory: line.mandatory ?? requirement.mandatory }
    }),
    channels: document.channels.map((channel) => ({
      ...channel,
      address: text(`channel.${channel.channel}`, 'channel', `${channel.clause} (${CHANNEL_LABEL[channel.channel].id})`, channel.address),
    })),
    procedures: document.procedures.map((procedure) => ({
      ...procedure,
      title: text(`procedure.${procedure.code}`, 'procedure', procedure.clause, procedure.title),
      steps: procedure.steps.map((step, index) =>
        text(`procedure.${procedure.code}.${index + 1}`, 'procedure', `${procedure.clause} (${index + 1})`, step),
      ),
    })),
    completionTime: text('time.headline', 'time', 'Waktu Penyelesaian', document.completionTime),
    promises: document.promises.map((promise) => ({
      ...promise,
      text: text(`time.${promise.code}`, 'time', promise.clause, promise.text),
    })),
    clocks: document.clocks.map((clock) => {
      const line = visit({ key: `clock.${clock.code}`, section: 'clock', clause: clock.clause, text: clock.label, limit: clock.limit })
      return { ...clock, label: line.text, limit: line.limit === undefined ? clock.limit : line.limit }
    }),
    serviceHours: document.serviceHours.map((hours, index) => text(`hours.${index + 1}`, 'hours', 'Jam Layanan', hours)),
    cost: text('cost', 'cost', 'Biaya / Tarif', document.cost),
    output: text('output', 'product', 'Produk Pelayanan', document.output),
    products: document.products.map((product) => ({
      ...product,
      name: text(`product.${product.letterKind}`, 'product', product.clause, product.name),
    })),
    complaintChannels: document.complaintChannels.map((channel, index) => {
      const { id, en } = text(`complaint.${index + 1}`, 'complaint', 'Pengaduan Layanan', {
        id: `${channel.label.id}: ${channel.address}`,
        en: `${channel.label.en}: ${channel.address}`,
      })
      const [label, ...address] = id.split(': ')
      return { ...channel, label: { id: label ?? '', en: en.split(': ')[0] ?? '' }, address: address.join(': ') }
    }),
    legalBasis: text('basis', 'basis', 'Dasar Hukum', document.legalBasis),
  }
}

/** Every editable line of a document, in printed order. */
export function linesOf(document: StandardDocument): StandardLine[] {
  const lines: StandardLine[] = []
  mapLines(document, (line) => {
    lines.push(line)
    return line
  })
  return lines
}

/** What somebody wrote on one line. A requirement may be taken out, or, with its clause, channels and senders, be one more. */
export interface LineChange extends Pick<StandardLine, 'key' | 'text' | 'mandatory' | 'limit' | 'channels' | 'appliesTo'> {
  readonly clause?: string
  readonly removed?: boolean
}

const REQUIREMENT = 'requirement.'

/** The code of a requirement that version `number` adds: no other version gives the same. */
const ADDED_CODE = /^[a-z_]+\.v\d+_\d+$/

/**
 * The document with these lines as they were written for version `number`. Keys it does not know change nothing, but for requirements: those that come
 * with channels and senders are added after the printed ones.
 */
export function withLines(document: StandardDocument, changes: readonly LineChange[], number: number): StandardDocument {
  const worded = withWords(document, changes)
  const gone = new Set(changes.filter(({ removed }) => removed).map(({ key }) => key))
  const known = new Set(document.requirements.map(({ code }) => `${REQUIREMENT}${code}`))
  const more = changes.filter(({ key, removed, channels }) => key.startsWith(REQUIREMENT) && !known.has(key) && !removed && channels)
  const taken = new Set(more.map(({ key }) => key.slice(REQUIREMENT.length)))
  let last = 0
  const freshCode = (): string => {
    for (;;) {
      const code = `${document.service.toLowerCase()}.v${number}_${++last}`
      if (!taken.has(code) && !known.has(`${REQUIREMENT}${code}`)) return code
    }
  }
  const added = more.map(({ key, text, clause, channels, appliesTo, mandatory }): Requirement => {
    const own = key.slice(REQUIREMENT.length)
    return {
      code: ADDED_CODE.test(own) ? own : freshCode(),
      text: { id: text.id.trim(), en: text.en.trim() },
      clause: clause?.trim() ?? '',
      channels: channels ?? [],
      appliesTo: appliesTo ?? [],
      mandatory: mandatory ?? true,
    }
  })
  return {
    ...worded,
    requirements: [...worded.requirements.filter(({ code }) => !gone.has(`${REQUIREMENT}${code}`)), ...added],
  }
}

function withWords(document: StandardDocument, changes: readonly LineChange[]): StandardDocument {
  const written = new Map(changes.map((change) => [change.key, change]))
  return mapLines(document, (line) => {
    const change = written.get(line.key)
    if (!change) return line
    return {
      ...line,
      text: { id: change.text.id.trim(), en: change.text.en.trim() },
      ...(line.mandatory === undefined ? {} : { mandatory: change.mandatory ?? line.mandatory }),
      ...(line.limit === undefined || change.limit === undefined ? {} : { limit: change.limit }),
    }
  })
}

/** What is left of a document without its lines: equal for two versions of one standard. */
export const structureOf = (document: StandardDocument): StandardDocument =>
  mapLines(document, (line) => ({
    ...line,
    text: { id: '', en: '' },
    ...(line.mandatory === undefined ? {} : { mandatory: false }),
    ...(line.limit === undefined ? {} : { limit: null }),
  }))
