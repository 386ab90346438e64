import type { EventKind } from '@domain'
import type { EventSubject } from '../announcement.js'
import type { JsonObject } from '../json.js'

/** Somebody an event is to be brought to, and the notice that was kept for them. */
export interface Told {
  readonly id: string
  readonly personId: string
  readonly kind: string
}

/** What happened, as it was committed. */
export interface CommittedEvent {
  readonly id: string
  readonly kind: EventKind
  readonly subjectType: string
  readonly subjectId: string
  readonly caseId: string | null
  readonly version: number | null
  readonly actorId: string
  readonly actorName: string
  readonly positionId: string | null
  readonly positionTitle: string | null
  readonly onBehalfOf: string | null
  readonly at: Date
  readonly before: EventSubject | null
  readonly after: EventSubject | null
  readonly detail: JsonObject | null
  readonly note: string | null
  readonly notify: readonly Told[] | null
}

/** An event with its place in the log. */
export interface LoggedEvent extends CommittedEvent {
  readonly offset: number
  readonly prev: Buffer
  readonly hash: Buffer
}

/** The columns of `event e`, named as in CommittedEvent. */
export const EVENT_COLUMNS = `
  e.id, e.kind, e.subject_type AS "subjectType", e.subject_id AS "subjectId", e.case_id AS "caseId", e.version, e.actor_id AS "actorId",
  e.actor_name AS "actorName", e.position_id AS "positionId", e.position_title AS "positionTitle", e.on_behalf_of AS "onBehalfOf", e.at,
  e.before, e.after, e.detail, e.note, e.notify`
