import { limitLabel } from '../clock/labels.js'
import type { StandardDocument } from '../standard/document.js'
import { LINE_SECTIONS, linesOf, type LineSection, type StandardLine } from '../standard/lines.js'
import { CHANNEL_LABEL, SENDER_KIND_LABEL, type Bilingual } from '../standard/service.js'

/** One clause that differs between two versions. */
export interface RuleChange {
  readonly key: string
  readonly section: LineSection | 'year' | 'day' | 'opening'
  readonly clause: string
  /** Null where the clause is new, or gone. */
  readonly before: Bilingual | null
  readonly after: Bilingual | null
}

const MANDATORY: Record<'true' | 'false', Bilingual> = {
  true: { id: 'wajib', en: 'mandatory' },
  false: { id: 'tidak wajib', en: 'optional' },
}

/** A line as it is read aloud: the text, and what it sets. */
export function lineSentence(line: StandardLine): Bilingual {
  const set = line.limit !== undefined ? limitLabel(line.limit) : line.mandatory !== undefined ? MANDATORY[`${line.mandatory}`] : null
  return set ? { id: `${line.text.id} (${set.id})`, en: `${line.text.en} (${set.en})` } : line.text
}

const sameText = (a: Bilingual | null, b: Bilingual | null): boolean => a?.id === b?.id && a?.en === b?.en

/** A clause that is new, or gone, names through which channels and of whom it is asked. */
function wholeSentence(line: StandardLine): Bilingual {
  const said = lineSentence(line)
  const { channels = [], appliesTo = [] } = line
  const asked = (locale: 'id' | 'en') =>
    [channels.map((channel) => CHANNEL_LABEL[channel][locale]), appliesTo.map((kind) => SENDER_KIND_LABEL[kind][locale])]
      .map((names) => names.join(', '))
      .filter(Boolean)
      .map((names) => ` · ${names}`)
      .join('')
  return { id: `${said.id}${asked('id')}`, en: `${said.en}${asked('en')}` }
}

/** Every clause that one version words or sets differently from another, in printed order; what is gone comes at the end of its part. */
export function differenceOfStandards(before: StandardDocument, after: StandardDocument): RuleChange[] {
  const old = new Map(linesOf(before).map((line) => [line.key, line]))
  const fresh = new Set(linesOf(after).map(({ key }) => key))
  const changed = linesOf(after).flatMap((line): RuleChange[] => {
    const { key, section, clause } = line
    const was = old.get(key)
    if (!was) return [{ key, section, clause, before: null, after: wholeSentence(line) }]
    const texts = { before: lineSentence(was), after: lineSentence(line) }
    return sameText(texts.before, texts.after) ? [] : [{ key, section, clause, ...texts }]
  })
  const gone = linesOf(before)
    .filter(({ key }) => !fresh.has(key))
    .map((line): RuleChange => ({ key: line.key, section: line.section, clause: line.clause, before: wholeSentence(line), after: null }))
  const place = ({ section }: RuleChange) => LINE_SECTIONS.findIndex((known) => known === section)
  return [...changed, ...gone].sort((first, second) => place(first) - place(second))
}
