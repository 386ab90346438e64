import { feedbackFacts, type EventKind, type FeedbackFacts, type HeldPosition } from '@domain'
import type { JsonObject } from '../platform/json.js'
import type { NoticeFor, Tx } from '../platform/work.js'
import type { Feedback } from './feedback.entity.js'

interface Said {
  readonly position: HeldPosition | null
  readonly note?: string | null
  readonly detail?: JsonObject
  readonly notify?: readonly NoticeFor[]
}

/** Says what happened to a feedback: ids and codes, never what it says nor who wrote it. */
export const announceFeedback = (tx: Tx, kind: EventKind, before: FeedbackFacts | null, feedback: Feedback, said: Said): Promise<void> =>
  tx.announce({
    ...said,
    kind,
    subject: { __typename: 'Feedback', id: feedback.id },
    version: feedback.version,
    before,
    after: feedbackFacts(feedback),
    detail: { number: feedback.number, year: feedback.year, ...said.detail },
  })
