import type { Calendar } from '../clock/calendar.js'
import type { Instant } from '../clock/jakarta.js'
import { workingMinutesBetween } from '../clock/working-time.js'
import { SERVICES, type Service } from '../standard/service.js'
import { COMPLAINT_CHANNEL_KINDS, type ComplaintChannelKind } from '../standard/standard.js'
import type { FeedbackKind, FeedbackState } from './feedback.js'

/** What the report counts of one feedback. */
export interface CountedFeedback {
  readonly service: Service | null
  readonly channelKind: ComplaintChannelKind
  readonly kind: FeedbackKind
  readonly state: FeedbackState
  readonly receivedAt: Instant
  readonly answeredAt: Instant | null
}

/** One line of the report: a service and a kind of channel. */
export interface FeedbackReportLine {
  readonly service: Service | null
  readonly channelKind: ComplaintChannelKind
  readonly complaints: number
  readonly suggestions: number
  readonly appreciations: number
  readonly total: number
  readonly answered: number
  readonly dismissed: number
  /** Of what was not dismissed, how much was answered: 0 to 1, null when nothing is left to answer. */
  readonly shareAnswered: number | null
  /** From receipt to answer, in open minutes of the office; null without an answer. */
  readonly medianMinutes: number | null
}

/** The middle of the values; of an even number the mean of the two middle ones. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

/** What was told about the services and how it was answered, per service and kind of channel, in the order of the standards; lines without anything are left out. */
export function feedbackReport(rows: readonly CountedFeedback[], calendar: Calendar): FeedbackReportLine[] {
  return [...SERVICES, null].flatMap((service) =>
    COMPLAINT_CHANNEL_KINDS.flatMap((channelKind) => {
      const some = rows.filter((row) => row.service === service && row.channelKind === channelKind)
      return some.length === 0 ? [] : [lineOf(service, channelKind, some, calendar)]
    }),
  )
}

function lineOf(
  service: Service | null,
  channelKind: ComplaintChannelKind,
  rows: readonly CountedFeedback[],
  calendar: Calendar,
): FeedbackReportLine {
  const ofKind = (kind: FeedbackKind) => rows.filter((row) => row.kind === kind).length
  const dismissed = rows.filter((row) => row.state === 'dismissed').length
  const minutes = rows.flatMap(({ receivedAt, answeredAt }) =>
    answeredAt === null ? [] : [workingMinutesBetween(calendar, 'office', receivedAt, answeredAt)],
  )
  const expected = rows.length - dismissed
  return {
    service,
    channelKind,
    complaints: ofKind('complaint'),
    suggestions: ofKind('suggestion'),
    appreciations: ofKind('appreciation'),
    total: rows.length,
    answered: minutes.length,
    dismissed,
    shareAnswered: expected === 0 ? null : minutes.length / expected,
    medianMinutes: median(minutes),
  }
}
