import { SHORTLIST_SIZE } from './appointing.js'

/** The parts of a selection in which scores are given, in their order; `final` is the total from which the three best are taken. */
export const COMPONENTS = ['track_record', 'assessment', 'paper', 'interview', 'final'] as const
export type Component = (typeof COMPONENTS)[number]

/** The highest score; the lowest is 0. Scores carry at most two decimals. */
export const HIGHEST_SCORE = 100

/** What the panel gave one participant. `rank` is written where equal scores need an order that the scores do not give. */
export interface Scored {
  readonly candidateId: string
  readonly score: number
  readonly rank?: number | null
  readonly proceeds: boolean
}

export interface Ranked extends Scored {
  readonly rank: number
}

export const RANKING_FAULTS = [
  'score_out_of_range',
  'tie_unresolved',
  'rank_disagrees',
  'rank_duplicate',
  'proceeds_out_of_order',
  'not_taking_part',
  'missing',
  'twice',
] as const
export type RankingFault = (typeof RANKING_FAULTS)[number]

/** What is wrong about the line of one participant. */
export interface FaultyScore {
  readonly candidateId: string
  readonly fault: RankingFault
}

const isScore = (score: number): boolean => score >= 0 && score <= HIGHEST_SCORE && Math.abs(score * 100 - Math.round(score * 100)) < 1e-6

/** Best score first; among equals the written rank. Whoever has none comes after those who have. */
const byScore = (a: Scored, b: Scored): number =>
  b.score - a.score || (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.candidateId < b.candidateId ? -1 : 1)

/** Scores in their order, ranked 1..n. Only for lines without faults. */
export const ranked = (lines: readonly Scored[]): Ranked[] => [...lines].sort(byScore).map((line, index) => ({ ...line, rank: index + 1 }))

/** What is wrong with the order of a group: equal scores need written ranks, and a written rank may not contradict the scores. */
function orderFaults(lines: readonly Scored[]): FaultyScore[] {
  const order = ranked(lines)
  return lines.flatMap(({ candidateId, score, rank }) => {
    const fault = (code: RankingFault) => [{ candidateId, fault: code }]
    const equals = lines.filter((other) => other.score === score)
    if (rank === null || rank === undefined) return equals.length > 1 ? fault('tie_unresolved') : []
    if (lines.filter((other) => other.rank === rank).length > 1) return fault('rank_duplicate')
    return order.find((line) => line.candidateId === candidateId)?.rank === rank ? [] : fault('rank_disagrees')
  })
}

/** Whoever proceeds stands above everybody who does not: the better score goes on first (Mekanisme 5). */
function proceedingFaults(lines: readonly Scored[]): FaultyScore[] {
  const order = ranked(lines)
  const stopped = order.findIndex((line) => !line.proceeds)
  if (stopped < 0) return []
  return order
    .slice(stopped)
    .filter((line) => line.proceeds)
    .map(({ candidateId }) => ({ candidateId, fault: 'proceeds_out_of_order' as const }))
}

/** Everything wrong with a table of scores of one post and component, given who takes part in it. None: it can be kept. */
export function rankingFaults(lines: readonly Scored[], takingPart: readonly string[]): FaultyScore[] {
  const ids = lines.map((line) => line.candidateId)
  const own = lines.flatMap(({ candidateId, score }, index): FaultyScore[] => {
    if (!takingPart.includes(candidateId)) return [{ candidateId, fault: 'not_taking_part' }]
    if (ids.indexOf(candidateId) !== index) return [{ candidateId, fault: 'twice' }]
    return isScore(score) ? [] : [{ candidateId, fault: 'score_out_of_range' }]
  })
  const missing = takingPart.filter((id) => !ids.includes(id)).map((candidateId) => ({ candidateId, fault: 'missing' as const }))
  const faults = [...own, ...missing]
  return faults.length > 0 ? faults : [...orderFaults(lines), ...proceedingFaults(lines)]
}

/** Whether the order of a table rests on more than the scores, so that the panel's reason must be recorded. */
export const hasTies = (lines: readonly Pick<Scored, 'score'>[]): boolean => new Set(lines.map((line) => line.score)).size < lines.length

/** What was recorded for one component of a post. */
export interface ComponentResult {
  readonly component: Component
  readonly lines: readonly Pick<Ranked, 'candidateId' | 'proceeds'>[]
}

/** Who takes part in a component: all participants of the post, less those whom an earlier component let go. */
export const stillIn = (participants: readonly string[], results: readonly ComponentResult[], component: Component): string[] => {
  const before = results.filter((result) => COMPONENTS.indexOf(result.component) < COMPONENTS.indexOf(component))
  return participants.filter((id) => before.every((result) => result.lines.some((line) => line.candidateId === id && line.proceeds)))
}

/**
 * The components that no longer hold once an earlier one was corrected (null: once the participants themselves changed): the first whose participants are not
 * those who are still in, and all after it. Empty where the correction changed nobody's way.
 */
export function noLongerHolding(
  participants: readonly string[],
  results: readonly ComponentResult[],
  corrected: Component | null,
): Component[] {
  const inOrder = COMPONENTS.filter((component) => results.some((result) => result.component === component))
  const later = corrected === null ? inOrder : inOrder.filter((one) => COMPONENTS.indexOf(one) > COMPONENTS.indexOf(corrected))
  const broken = later.findIndex((component) => {
    const scored = results.find((result) => result.component === component)?.lines.map((line) => line.candidateId) ?? []
    const taking = stillIn(participants, results, component)
    return scored.length !== taking.length || scored.some((id) => !taking.includes(id))
  })
  return broken < 0 ? [] : later.slice(broken)
}

/** What a correction did to the line of one participant: what stood there, and what stands there now; null when the line is gone or is new. */
export interface CorrectedLine {
  readonly candidateId: string
  readonly before: Pick<Ranked, 'score' | 'rank' | 'proceeds'> | null
  readonly after: Pick<Ranked, 'score' | 'rank' | 'proceeds'> | null
}

/** The lines in which two tables of the same component differ. */
export function correctedLines(before: readonly Ranked[], after: readonly Ranked[]): CorrectedLine[] {
  const shown = (line: Ranked | undefined) => (line ? { score: line.score, rank: line.rank, proceeds: line.proceeds } : null)
  return [...new Set([...before, ...after].map((line) => line.candidateId))]
    .map((candidateId) => ({
      candidateId,
      before: shown(before.find((line) => line.candidateId === candidateId)),
      after: shown(after.find((line) => line.candidateId === candidateId)),
    }))
    .filter((line) => JSON.stringify(line.before) !== JSON.stringify(line.after))
}

/** The three best of the final ranking, best first; null while there are fewer than three. */
export function threeBest(final: readonly Ranked[]): readonly [string, string, string] | null {
  const [first, second, third] = [...final].sort((a, b) => a.rank - b.rank).slice(0, SHORTLIST_SIZE)
  return first && second && third ? [first.candidateId, second.candidateId, third.candidateId] : null
}
