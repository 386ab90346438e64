import type { ClockLimit } from '../clock/rules.js'
import { clocksOfPromise } from '../standard/commitments.js'
import type { StandardDocument } from '../standard/document.js'
import { linesOf, structureOf, type StandardLine } from '../standard/lines.js'
import { SENDER_KINDS, type Bilingual } from '../standard/service.js'
import type { Requirement } from '../standard/standard.js'

/** What is wrong with a drafted rule: where, and a sentence for whoever wrote it. */
export interface RuleFault {
  readonly key: string
  readonly text: Bilingual
}

/** Characters of one line at most; the longest printed step has under 900. */
const LONGEST_LINE = 2000
/** The longest limit of a clock, in its unit. */
const LONGEST_LIMIT = 365
const UNITS: readonly string[] = ['minute', 'hour', 'day', 'working_day', 'week'] satisfies ClockLimit['unit'][]

/** Requirements that other rules look at by their code: the papers of a stage, and the entry in the portal (Standar Pelayanan JPT, Persyaratan 3). */
export const REFERRED_REQUIREMENTS: readonly string[] = ['jpt.stage_documents', 'jpt.sijapti_entry_later']

/** Characters of the place in the printed page: "Persyaratan 1d". */
const LONGEST_CLAUSE = 100

/**
 * Everything that keeps a drafted version from taking effect. A version words and sets the lines of the version it follows, and may ask for more or
 * fewer requirements; it neither adds nor removes any other clause, because rules, letters and clocks refer to each of them by its code.
 */
export function standardFaults(document: StandardDocument, base: StandardDocument): RuleFault[] {
  if (JSON.stringify(sorted(structureOf(shared(document, base)))) !== JSON.stringify(sorted(structureOf(shared(base, document))))) {
    const text = {
      id: 'Susunan standar berubah: kode, kanal, dan butir harus tetap seperti versi yang berlaku.',
      en: 'The structure of the standard changed: codes, channels and clauses must stay as in the version in force.',
    }
    return [{ key: 'structure', text }]
  }
  const old = new Map(linesOf(base).map((line) => [line.key, line]))
  return [
    ...linesOf(document).flatMap((line) => lineFaults(line, old.get(line.key))),
    ...without(document.requirements, base.requirements).flatMap((requirement) => requirementFaults(requirement, document)),
    ...without(base.requirements, document.requirements).flatMap(({ code }) =>
      REFERRED_REQUIREMENTS.includes(code) ? [referred(code)] : [],
    ),
    ...silentLimits(document, base),
  ]
}

const without = (all: readonly Requirement[], others: readonly Requirement[]): Requirement[] =>
  all.filter(({ code }) => !others.some((other) => other.code === code))

/** The document with those requirements only that the other has too. */
const shared = (document: StandardDocument, other: StandardDocument): StandardDocument => ({
  ...document,
  requirements: document.requirements.filter(({ code }) => other.requirements.some((known) => known.code === code)),
})

const referred = (code: string): RuleFault => ({
  key: `requirement.${code}`,
  text: {
    id: 'Persyaratan ini dipakai oleh tahapan seleksi dan tidak dapat dihapus.',
    en: 'The stages of a selection refer to this requirement; it cannot be removed.',
  },
})

/** What is wrong with a requirement that the version before did not have. */
function requirementFaults({ code, clause, channels, appliesTo }: Requirement, document: StandardDocument): RuleFault[] {
  const faults: Bilingual[] = []
  if (clause === '' || clause.length > LONGEST_CLAUSE)
    faults.push({ id: 'Sebutkan butir persyaratan, misalnya "Persyaratan 1d".', en: 'Name the clause, for instance "Persyaratan 1d".' })
  if (channels.length === 0 || !channels.every((channel) => document.channels.some((printed) => printed.channel === channel)))
    faults.push({ id: 'Pilih kanal yang tercantum dalam standar ini.', en: 'Choose channels that this standard prints.' })
  if (appliesTo.length === 0 || !appliesTo.every((kind) => SENDER_KINDS.includes(kind)))
    faults.push({ id: 'Pilih siapa yang harus memenuhinya.', en: 'Choose who has to meet it.' })
  return faults.map((text) => ({ key: `requirement.${code}`, text }))
}

function lineFaults(line: StandardLine, was: StandardLine | undefined): RuleFault[] {
  const faults: Bilingual[] = []
  const texts = [line.text.id, line.text.en]
  if (texts.some((text) => text.trim() === '')) faults.push({ id: 'Teks tidak boleh kosong.', en: 'The text must not be empty.' })
  if (texts.some((text) => text.length > LONGEST_LINE)) {
    faults.push({ id: `Teks paling panjang ${LONGEST_LINE} karakter.`, en: `The text may have at most ${LONGEST_LINE} characters.` })
  }
  if (line.section === 'complaint' && texts.some((text) => !/^[^:]+: \S/.test(text))) {
    faults.push({ id: 'Tulis nama kanal, titik dua, lalu alamatnya.', en: 'Write the name of the channel, a colon, then its address.' })
  }
  if (line.limit === null && was?.limit) {
    faults.push({ id: 'Batas waktu yang sudah dijanjikan tidak dapat dihapus.', en: 'A limit that was promised cannot be removed.' })
  }
  if (line.limit && !sensible(line.limit, was?.limit ?? null)) {
    faults.push({
      id: `Batas waktu harus berupa bilangan bulat antara 1 dan ${LONGEST_LIMIT}.`,
      en: `The limit must be a whole number between 1 and ${LONGEST_LIMIT}.`,
    })
  }
  return faults.map((text) => ({ key: line.key, text }))
}

/** Nothing at all is a limit only where the standard says "at once". */
const sensible = ({ amount, unit }: ClockLimit, was: ClockLimit | null): boolean =>
  Number.isInteger(amount) && UNITS.includes(unit) && amount <= LONGEST_LIMIT && (amount >= 1 || (amount === 0 && was?.amount === 0))

/** A limit that changes while the printed sentence about it stays would promise one thing and count another. */
function silentLimits(document: StandardDocument, base: StandardDocument): RuleFault[] {
  const limit = (of: StandardDocument, code: string) =>
    JSON.stringify(sorted(of.clocks.find((clock) => clock.code === code)?.limit ?? null))
  return document.clocks.flatMap(({ code }) => {
    if (limit(document, code) === limit(base, code)) return []
    const sentences = (of: StandardDocument) =>
      of.promises.filter((promise) => clocksOfPromise(promise.code).some((rule) => rule.code === code)).map(({ text }) => text.id)
    if (sentences(document).join() !== sentences(base).join()) return []
    const text = {
      id: 'Batas waktu berubah, tetapi kalimat Waktu Penyelesaian yang memuatnya belum disesuaikan.',
      en: 'The limit changed, but the printed sentence that states it has not been adapted.',
    }
    return [{ key: `clock.${code}`, text }]
  })
}

/** The same value with the keys of every object in order, so that two texts of it can be compared. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
