import { quotedPoints, withPoints } from '../letter/compose.js'
import type { BlockNode, OrderedListNode, RichText } from '../letter/rich-text.js'
import { SANCTION_LABEL, VIOLATION_KIND_LABEL, type Sanction, type ViolationKind } from '../standard/violations.js'
import type { FindingOutcome } from './finding.js'

/** A finding as the letter of recommendation tells it. */
export interface ToldFinding {
  readonly person: string
  readonly violation: ViolationKind
  readonly outcome: FindingOutcome
  readonly sanction: Sanction
  readonly reasons: string
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const stop = (text: string): string => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`)

/** "Kesimpulan" of a recommendation, one sentence for each finding. */
export const conclusion = ({ person, violation, outcome, sanction, reasons }: ToldFinding): string => {
  const alleged = `Dugaan pelanggaran oleh Sdr. ${person} (${lowerFirst(VIOLATION_KIND_LABEL[violation].id)})`
  const found = outcome === 'proven' ? `terbukti; diusulkan ${lowerFirst(SANCTION_LABEL[sanction].id)}` : 'tidak terbukti'
  return `${alleged} ${found}. ${stop(reasons)}`
}

const listsOf = (body: RichText): string[][] =>
  body.content.flatMap((node) => (node.type === 'orderedList' ? [node.content.map((item) => itemText(item.content))] : []))

const itemText = (content: readonly BlockNode[]): string =>
  content
    .flatMap((node) => (node.type === 'paragraph' ? (node.content ?? []).map((part) => (part.type === 'text' ? part.text : '')) : []))
    .join('')

/** The template of a recommendation with what the handling found: the conclusions in place of the fourth line, the points in place of the second list. */
export function withFindings(body: RichText, findings: readonly ToldFinding[], points: readonly string[], first = 1): RichText {
  const [facts = []] = listsOf(body)
  const told = findings.length > 0 ? [...facts.slice(0, -1), ...findings.map((finding) => `Kesimpulan: ${conclusion(finding)}`)] : []
  const written = withPoints(body, [told])
  if (points.length === 0) return written
  const second = written.content.filter((node) => node.type === 'orderedList')[1]
  return { ...written, content: written.content.map((node) => (node === second ? quotedPoints(points, first) : node)) }
}

const plain = (value: string): string => value.replace(/\s+/g, ' ').trim()

const allText = (nodes: readonly BlockNode[]): string =>
  nodes
    .map((node) => {
      if (node.type === 'paragraph' || node.type === 'heading')
        return (node.content ?? []).map((part) => (part.type === 'text' ? part.text : '')).join('')
      if (node.type === 'table') return node.content.flatMap((row) => row.content.map((cell) => allText(cell.content))).join('\n')
      return node.content.map((item) => allText(item.content)).join('\n')
    })
    .join('\n')

/** The points whose words a letter does not carry as they stand: what binds the PPK is what the PPK has read. */
export function pointsMissingIn(body: RichText, points: readonly { readonly number: number; readonly text: string }[]): number[] {
  const letter = plain(allText(body.content))
  return points.filter((point) => !letter.includes(plain(point.text))).map((point) => point.number)
}

const quotes = (node: BlockNode): node is OrderedListNode => node.type === 'orderedList' && node.attrs?.points === true

/** How the list of points in a letter stands to the points of the handling. */
export interface PointsInLetter {
  /** absent: the letter quotes none yet. differs: something was written or rewritten since. */
  readonly state: 'absent' | 'in_step' | 'differs'
  /** The numbers that read otherwise in the letter than in the handling; a number beyond the points is one that only the letter has. */
  readonly numbers: readonly number[]
}

/** Compares the list that quotes the points, word for word and number for number. A letter that quotes them elsewhere in its text is in step, too. */
export function pointsInLetter(body: RichText, points: readonly string[], first = 1): PointsInLetter {
  const list = body.content.find(quotes)
  if (!list) {
    const numbered = points.map((text, index) => ({ number: index + 1, text }))
    return { state: points.length > 0 && pointsMissingIn(body, numbered).length === 0 ? 'in_step' : 'absent', numbers: [] }
  }
  const written = list.content.map((item) => plain(allText(item.content)))
  const numbered = (list.attrs?.start ?? 1) === first
  const numbers = Array.from({ length: Math.max(written.length, points.length) }, (_, index) => index)
    .filter((index) => !numbered || written[index] !== plain(points[index] ?? ''))
    .map((index) => index + first)
  return { state: numbers.length === 0 ? 'in_step' : 'differs', numbers }
}
