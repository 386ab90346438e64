import {
  isCalendarData,
  type Channel,
  type SenderKind,
  type CalendarData,
  type Rehearsal,
  type RehearsalLine,
  type RuleChange,
  type RuleFault,
  type StandardDocument,
  type StandardLine,
} from '@domain'
import type { RuleDraftRowFragment } from '../generated/graphql.js'

/** A line of a rehearsal as it arrives: the case is named only to those who may read it. */
export type ShownLine = Omit<RehearsalLine, 'caseId'> & { readonly caseId: string | null; readonly subject: string | null }

/** A rehearsal as it arrives. */
export type ShownRehearsal = Omit<Rehearsal, 'lines'> & { readonly lines: readonly ShownLine[] }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The printed page and its clocks inside a version's JSON; null when it holds none. */
export const documentOf = (json: unknown): StandardDocument | null =>
  isRecord(json) && Array.isArray(json.requirements) && Array.isArray(json.clocks) ? (json as object as StandardDocument) : null

/** A calendar inside JSON, or null. */
export const calendarOf = (json: unknown): CalendarData | null => (isCalendarData(json) ? json : null)

/** A requirement while it is written that the version before did not have. */
export interface AddedRequirement {
  readonly key: string
  clause: string
  id: string
  en: string
  channels: Channel[]
  appliesTo: SenderKind[]
  mandatory: boolean
}

/** The editable lines of a drafted standard. */
export const linesIn = (json: unknown): StandardLine[] => (Array.isArray(json) ? (json as StandardLine[]) : [])

/** What is wrong with a draft and what it changes. */
export function examinationOf(draft: Pick<RuleDraftRowFragment, 'examination'>): {
  faults: readonly RuleFault[]
  changes: readonly RuleChange[]
} {
  const { examination } = draft
  if (!isRecord(examination) || !Array.isArray(examination.faults) || !Array.isArray(examination.changes))
    return { faults: [], changes: [] }
  return { faults: examination.faults as RuleFault[], changes: examination.changes as RuleChange[] }
}

/** The last rehearsal of a draft, or null. */
export const rehearsalOf = (draft: Pick<RuleDraftRowFragment, 'rehearsal'>): ShownRehearsal | null =>
  isRecord(draft.rehearsal) && Array.isArray(draft.rehearsal.lines) ? (draft.rehearsal as object as ShownRehearsal) : null

/** How far the open clocks have been counted with a calendar that took effect, or null. */
export function outcomeOf({
  outcome,
}: Pick<RuleDraftRowFragment, 'outcome'>): { clocks: number; moves: number; leaves: number; enters: number; finished: boolean } | null {
  if (!isRecord(outcome)) return null
  const count = (name: string) => (typeof outcome[name] === 'number' ? outcome[name] : 0)
  return {
    clocks: count('clocks'),
    moves: count('moves'),
    leaves: count('leaves'),
    enters: count('enters'),
    finished: outcome.finished === true,
  }
}
