import type { Bilingual, LocalDate } from '@domain'

/** One day, or stretch of a day, as the server explains it. */
export interface ExplainedSpan {
  readonly date: LocalDate
  readonly from: string
  readonly to: string
  readonly counted: boolean
  readonly minutes: number | null
  readonly text: Bilingual
}

/** The account of a due date as it arrives: instants are ISO strings. */
export interface Explanation {
  readonly label: Bilingual
  readonly summary: Bilingual
  readonly spans: readonly ExplainedSpan[]
  readonly flags: { readonly endsOnClosedDay: boolean; readonly undecreed: boolean; readonly limitNotSet: boolean }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isBilingual = (value: unknown): value is Bilingual => isRecord(value) && typeof value.id === 'string' && typeof value.en === 'string'
const isSpan = (value: unknown): value is ExplainedSpan => isRecord(value) && typeof value.date === 'string' && isBilingual(value.text)

/** The explanation inside a clock's JSON, or null when it holds none. */
export function explanationOf(json: unknown): Explanation | null {
  if (!isRecord(json) || !isBilingual(json.summary) || !isBilingual(json.label) || !Array.isArray(json.spans)) return null
  const flags = isRecord(json.flags) ? json.flags : {}
  return {
    label: json.label,
    summary: json.summary,
    spans: json.spans.filter(isSpan),
    flags: {
      endsOnClosedDay: flags.endsOnClosedDay === true,
      undecreed: flags.undecreed === true,
      limitNotSet: flags.limitNotSet === true,
    },
  }
}
