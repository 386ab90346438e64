/** One event of a case as the timeline brings it. */
export interface HistoryEvent {
  readonly id: string
  readonly kind: string
  readonly at: string
  readonly actorName?: string | null
  readonly note?: string | null
  readonly detail?: unknown
}

/** One line of the history: what was done, and what was done by it in the same moment. */
export interface HistoryLine<E extends HistoryEvent = HistoryEvent> {
  readonly event: E
  readonly along: readonly E[]
  readonly note: string | null
}

/** What the console never tells as an event of a case: the machinery of desks, notices and the directory, and every saved draft. */
export const SILENT = [
  'display',
  'standard',
  'calendar',
  'task',
  'notice',
  'person',
  'position',
  'unit',
  'organisation',
  'session',
  'feedback',
  'relation',
  'selection',
] as const

const isShown = (kind: string): boolean => kind !== 'letter.saved' && !SILENT.some((family) => kind.startsWith(`${family}.`))

/** An act that brings others about, and those: one line tells them all. Earlier acts are looked for first. */
const ACTS: readonly (readonly [act: string, brings: readonly string[]])[] = [
  ['case.handed_over', ['disposition.sent', 'disposition.superseded']],
  ['case.disposed', ['disposition.sent', 'disposition.superseded', 'disposition.accepted']],
  ['case.decided', ['disposition.accepted']],
  ['case.classified', ['clock.reclassified', 'clock.request_withdrawn']],
  ['disposition.withdrawn', ['case.returned', 'disposition.superseded']],
  ['disposition.returned', ['case.returned', 'disposition.superseded']],
  ['case.closed', ['disposition.done', 'disposition.superseded', 'case.answered', 'letter.delivered', 'delivery.changed']],
  ['case.withdrawn', ['disposition.done', 'disposition.withdrawn', 'disposition.superseded', 'letter.withdrawn']],
  ['letter.issued', ['case.answered']],
  ['letter.number_voided', ['case.answer_voided']],
  ['disposition.accepted', ['case.amended']],
]
const CLOCKS = ['clock.started', 'clock.stopped']

const sameAct = (first: HistoryEvent, second: HistoryEvent): boolean => first.at === second.at && first.actorName === second.actorName

/** The newest first; of one moment, the later event first. Ids count up, and are too long for numbers. */
const newestFirst = (first: HistoryEvent, second: HistoryEvent): number =>
  second.at.localeCompare(first.at) || second.id.length - first.id.length || second.id.localeCompare(first.id)

function linesOf<E extends HistoryEvent>(events: readonly E[]): HistoryLine<E>[] {
  const left = new Set(events)
  const lines: HistoryLine<E>[] = []
  for (const [kind, brings] of ACTS) {
    const act = [...left].find((event) => event.kind === kind)
    if (!act) continue
    const along = [...left].filter((event) => event !== act && brings.includes(event.kind))
    for (const event of [act, ...along]) left.delete(event)
    lines.push({ event: act, along, note: act.note ?? along.find((event) => event.note)?.note ?? null })
  }
  const clocks = [...left].filter((event) => CLOCKS.includes(event.kind))
  const rest = [...left].filter((event) => !clocks.includes(event)).map((event) => ({ event, along: [], note: event.note ?? null }))
  const [first, ...others] = [...lines, ...rest]
  if (!first) return clocks.map((event) => ({ event, along: [], note: null }))
  return [{ ...first, along: [...first.along, ...clocks] }, ...others]
}

/** The history of a case for reading: what one act brought about stands in one line with it. */
export function historyOf<E extends HistoryEvent>(timeline: readonly E[]): HistoryLine<E>[] {
  const acts: E[][] = []
  for (const event of timeline.filter(({ kind }) => isShown(kind)).sort(newestFirst)) {
    const act = acts.at(-1)
    if (act?.[0] && sameAct(act[0], event)) act.push(event)
    else acts.push([event])
  }
  return acts.flatMap(linesOf)
}
