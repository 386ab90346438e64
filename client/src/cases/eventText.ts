import { EVENT_KINDS, type EventKind } from '@domain'
import { t, type WordKey } from '../app/words.js'
import type { TimelineRowFragment } from '../generated/graphql.js'

/** What the console never tells as an event of a case: the machinery of desks, notices and the directory. */
const SILENT = ['task', 'notice', 'person', 'position', 'unit', 'session'] as const
type Silent = (typeof SILENT)[number]
type ToldKind = Exclude<EventKind, `${Silent}.${string}`>

const ICONS: Record<string, string> = {
  'case.registered': 'i-lucide-file-plus-2',
  'case.decided': 'i-lucide-scale',
  'case.closed': 'i-lucide-circle-check-big',
  'case.withdrawn': 'i-lucide-ban',
  'disposition.read': 'i-lucide-eye',
  'disposition.done': 'i-lucide-check',
  'disposition.returned': 'i-lucide-undo-2',
  'letter.returned': 'i-lucide-undo-2',
  'letter.approved': 'i-lucide-stamp',
  'letter.issued': 'i-lucide-badge-check',
  'letter.delivered': 'i-lucide-send',
  'clock.late': 'i-lucide-alarm-clock-off',
}
const FAMILY_ICONS: Record<string, string> = {
  case: 'i-lucide-folder',
  disposition: 'i-lucide-git-branch',
  letter: 'i-lucide-file-pen-line',
  delivery: 'i-lucide-send',
  clock: 'i-lucide-timer',
  file: 'i-lucide-paperclip',
}

export const isShown = (kind: string): boolean => !SILENT.some((family) => kind.startsWith(`${family}.`))

export const eventIcon = (kind: string): string => ICONS[kind] ?? FAMILY_ICONS[kind.split('.')[0] ?? ''] ?? 'i-lucide-circle'

const isTold = (kind: string): kind is ToldKind => isShown(kind) && EVENT_KINDS.some((known) => known === kind)

const detailOf = (entry: Pick<TimelineRowFragment, 'detail'>): Readonly<Record<string, unknown>> =>
  typeof entry.detail === 'object' && entry.detail !== null ? (entry.detail as Record<string, unknown>) : {}

/** The sentence of one event; names whom it went to when the event says so. */
export function eventText(entry: Pick<TimelineRowFragment, 'kind' | 'detail'>, holderLine: (positionId: string) => string): string {
  const detail = detailOf(entry)
  if (entry.kind === 'case.decided' && typeof detail.processable === 'boolean') {
    return t(detail.processable ? 'case.event.case.decided_yes' : 'case.event.case.decided_no')
  }
  const told: WordKey = isTold(entry.kind) ? `case.event.${entry.kind}` : 'case.event.other'
  const to = typeof detail.to === 'string' ? holderLine(detail.to) : ''
  return to ? `${t(told)} ${t('case.history.to', { who: to })}` : t(told)
}
