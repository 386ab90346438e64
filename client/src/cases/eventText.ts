import {
  CLASSIFICATION_LABEL,
  CLASSIFICATIONS,
  CLOCK_REQUEST_KINDS,
  DELIVERY_STATUSES,
  EVENT_KINDS,
  LETTER_KIND_LABEL,
  LETTER_KINDS,
  PAUSE_REASON_LABEL,
  PAUSE_REASONS,
  productOf,
  type EventKind,
  type Standard,
} from '@domain'
import { formatDateTime } from '../app/format.js'
import { say, t } from '../app/words.js'
import type { SILENT, HistoryEvent, HistoryLine } from './history.js'

type Silent = `${(typeof SILENT)[number]}.${string}` | 'letter.saved'
type ToldKind = Exclude<EventKind, Silent>

const ICONS: Record<string, string> = {
  'case.registered': 'i-lucide-file-plus-2',
  'case.amended': 'i-lucide-pencil',
  'case.handed_over': 'i-lucide-send',
  'case.disposed': 'i-lucide-git-branch',
  'case.returned': 'i-lucide-undo-2',
  'case.attached': 'i-lucide-paperclip',
  'case.decided': 'i-lucide-scale',
  'case.closed': 'i-lucide-circle-check-big',
  'case.withdrawn': 'i-lucide-ban',
  'disposition.read': 'i-lucide-eye',
  'disposition.accepted': 'i-lucide-check',
  'disposition.done': 'i-lucide-check-check',
  'disposition.returned': 'i-lucide-undo-2',
  'letter.returned': 'i-lucide-undo-2',
  'letter.approval_withdrawn': 'i-lucide-undo-2',
  'letter.approved': 'i-lucide-stamp',
  'letter.issued': 'i-lucide-badge-check',
  'letter.number_voided': 'i-lucide-ban',
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
  identity: 'i-lucide-key-round',
}

/** What the sentences of a case's history name. */
export interface HistoryNames {
  readonly standard: Standard | null
  readonly postTitle: (positionId: string) => string
  readonly clockLabel: (code: string) => string
}

export const eventIcon = (kind: string): string => ICONS[kind] ?? FAMILY_ICONS[kind.split('.')[0] ?? ''] ?? 'i-lucide-circle'

const isTold = (kind: string): kind is ToldKind => EVENT_KINDS.some((known) => known === kind)

type Detail = Readonly<Record<string, unknown>>
const detailOf = ({ detail }: HistoryEvent): Detail => (typeof detail === 'object' && detail !== null ? (detail as Detail) : {})
const textOf = (detail: Detail, name: string): string => (typeof detail[name] === 'string' ? detail[name] : '')

function letterName(detail: Detail, standard: Standard | null): string {
  const kind = LETTER_KINDS.find((known) => known === detail.kind)
  return kind ? say((standard && productOf(standard, kind)?.name) ?? LETTER_KIND_LABEL[kind]) : t('case.history.letter')
}

/** What the sentences about clocks name: the reason of a pause, what was asked, the classification. */
function clockWords(detail: Detail): { pause: string; request: string; classification: string } {
  const pause = PAUSE_REASONS.find((known) => known === detail.reason)
  const request = CLOCK_REQUEST_KINDS.find((known) => known === detail.request)
  const classification = CLASSIFICATIONS.find((known) => known === detail.to)
  return {
    pause: pause ? say(PAUSE_REASON_LABEL[pause]) : '',
    request: request ? t(`case.event.request.${request}`) : '',
    classification: classification ? say(CLASSIFICATION_LABEL[classification]) : '',
  }
}

/** Which of several sentences an event calls for, where its kind alone does not say. */
function variantOf(event: HistoryEvent, detail: Detail) {
  switch (event.kind) {
    case 'case.decided':
      return detail.processable === true ? 'case.event.yes' : 'case.event.no'
    case 'case.returned':
      return textOf(detail, 'to') ? null : 'case.event.toRegistry'
    case 'disposition.returned':
      return detail.kind === 'copy' ? 'case.event.copyReturned' : null
    case 'clock.stopped':
      return detail.inTime === false ? 'case.event.stoppedLate' : null
    case 'delivery.changed': {
      const status = DELIVERY_STATUSES.find((known) => known === detail.status)
      return status ? (`case.event.deliveryStatus.${status}` as const) : null
    }
    default:
      return null
  }
}

/** The sentence of one line of the history. */
export function eventText({ event, along }: HistoryLine, { standard, postTitle, clockLabel }: HistoryNames): string {
  const detail = detailOf(event)
  const back = event.kind === 'disposition.returned' ? along.find(({ kind }) => kind === 'case.returned') : undefined
  const toldOf = back && detail.kind !== 'copy' ? back : event
  const told = detailOf(toldOf)
  const to = textOf(told, 'to')
  return t(variantOf(toldOf, told) ?? (isTold(toldOf.kind) ? `case.event.${toldOf.kind}` : 'case.event.other'), {
    to: to ? postTitle(to) : '',
    letter: letterName(detail, standard),
    number: textOf(detail, 'number'),
    tier: typeof detail.tier === 'number' ? detail.tier : '',
    clock: clockLabel(textOf(detail, 'code')),
    ...clockWords(told),
    ...(typeof detail.files === 'number' ? { n: detail.files } : {}),
  })
}

/** What one act brought about besides, a short line each: who got a copy, whom it takes the place of, which period began or ended. */
export function besidesText({ event, along }: HistoryLine, { postTitle, clockLabel }: HistoryNames): string[] {
  const dueOf = (detail: Detail) => (textOf(detail, 'dueAt') ? t('case.history.due', { at: formatDateTime(textOf(detail, 'dueAt')) }) : '')
  const own = event.kind.startsWith('clock.') ? [dueOf(detailOf(event))] : []
  const copies = detailOf(event).copies
  const copied = Array.isArray(copies) ? copies.filter((id) => typeof id === 'string').map(postTitle) : []
  const besides = along.map((one) => {
    const detail = detailOf(one)
    const clock = clockLabel(textOf(detail, 'code'))
    if (one.kind === 'disposition.superseded') return t('case.event.disposition.superseded', { to: postTitle(textOf(detail, 'to')) })
    if (one.kind === 'clock.started') return [t('case.event.clock.started', { clock }), dueOf(detail)].filter(Boolean).join(' · ')
    if (one.kind === 'clock.reclassified') return [t('case.event.clock.reclassified', { clock }), dueOf(detail)].filter(Boolean).join(' · ')
    if (one.kind === 'clock.request_withdrawn') return t('case.event.clock.request_withdrawn', clockWords(detail))
    if (one.kind === 'clock.stopped') return t(detail.inTime === false ? 'case.event.stoppedLate' : 'case.event.clock.stopped', { clock })
    if (one.kind === 'case.answer_voided') return t('case.event.case.answer_voided')
    return one.kind === 'case.answered' ? t('case.event.case.answered') : ''
  })
  return [...(copied.length > 0 ? [t('case.history.copies', { who: copied.join('; ') })] : []), ...own, ...besides].filter(Boolean)
}
