import type { DataSource } from 'typeorm'
import { addCalendarDays, feedbackReport, jakarta, parseLocalDate, Refusal, type CountedFeedback, type FeedbackReportLine } from '@domain'
import { Moment } from '../platform/moment.js'
import { calendarInForce } from '../standards/index.js'

/** Longer than two years is asked for in parts. */
const MOST_DAYS = 731

/** The report over what was received from one day to another, both included. */
export async function reportBetween(db: DataSource, from: string, until: string): Promise<FeedbackReportLine[]> {
  const [first, last] = [parseLocalDate(from), parseLocalDate(until)]
  if (first === null || last === null || last < first || last - first > MOST_DAYS) {
    throw new Refusal('request.invalid', { fields: ['from', 'until'] })
  }
  const rows = await db.query<CountedFeedback[]>(
    `SELECT service, channel_kind AS "channelKind", kind, state, received_at AS "receivedAt", answered_at AS "answeredAt" FROM feedback
     WHERE received_at >= $1 AND received_at < $2`,
    [jakarta(from), jakarta(addCalendarDays(until, 1))],
  )
  const { calendar } = await calendarInForce(db, await Moment.now(db))
  return feedbackReport(rows, calendar)
}
