import { limitLabel } from '../clock/labels.js'
import type { StandardDocument } from '../standard/document.js'
import { linesOf, type LineSection, type StandardLine } from '../standard/lines.js'
import type { Bilingual } from '../standard/service.js'

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

/** Every clause that one version words or sets differently from another, in printed order. */
export function differenceOfStandards(before: StandardDocument, after: StandardDocument): RuleChange[] {
  const old = new Map(linesOf(before).map((line) => [line.key, line]))
  return linesOf(after).flatMap((line) => {
    const was = old.get(line.key)
    const texts = { before: was ? lineSentence(was) : null, after: lineSentence(line) }
    return sameText(texts.before, texts.after) ? [] : [{ key: line.key, section: line.section, clause: line.clause, ...texts }]
  })
}
