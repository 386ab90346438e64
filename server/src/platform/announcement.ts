import { titleHeld, type EventKind, type Facts, type HeldPosition } from '@domain'
import type { JsonObject } from './json.js'

/** What an event is about when no rule speaks of it: a person, a unit, a session, a task. Ids, codes and numbers only. */
export interface PlainSubject {
  readonly __typename: string
  readonly id: string
}

export type EventSubject = Facts | PlainSubject

/** What happened to one subject, with what the rules need to know of it before and after. */
export interface Announcement {
  readonly kind: EventKind
  readonly subject: PlainSubject
  readonly caseId?: string | null
  readonly version?: number
  readonly before: EventSubject | null
  readonly after: EventSubject | null
  /** The post acted in. */
  readonly position?: HeldPosition | null
  /** Ids, codes, numbers. No personal data: it is hashed into the audit chain and kept for ever. */
  readonly detail?: JsonObject
  /** Free text for the timeline (a reason). Outside the chain, so that retention may erase it. */
  readonly note?: string | null
  readonly notify?: readonly NoticeFor[]
}

/** Whom to tell, and in what words (the console has a sentence for each kind). */
export interface NoticeFor {
  readonly positionIds?: readonly string[]
  readonly personIds?: readonly string[]
  readonly kind: string
}

const idOf = (subject: EventSubject | null, field: string): string | null => {
  const value: unknown = subject && field in subject ? Reflect.get(subject, field) : null
  return typeof value === 'string' ? value : null
}

/** The row of table `event` that an announcement becomes, without actor and time; keys are column names. */
export function eventRow(said: Announcement): JsonObject {
  const facts = said.after ?? said.before
  const version: unknown = said.version ?? (facts && 'version' in facts ? facts.version : null)
  const subjectType = said.subject.__typename
  return {
    kind: said.kind,
    subject_type: subjectType,
    subject_id: said.subject.id,
    case_id: said.caseId ?? (subjectType === 'Case' ? said.subject.id : idOf(facts, 'caseId')),
    version: typeof version === 'number' ? version : null,
    position_id: said.position?.id ?? null,
    position_title: said.position ? titleHeld(said.position) : null,
    on_behalf_of: said.position?.onBehalfOf ?? null,
    before: plain(said.before),
    after: plain(said.after),
    detail: said.detail ?? null,
    note: said.note?.trim() ? said.note.trim() : null,
  }
}

/** The two ids a notice may lead to, besides the case. */
export const noticeTargets = (said: Announcement): { letterId: string | null; dispositionId: string | null } => ({
  letterId: said.subject.__typename === 'Letter' ? said.subject.id : idOf(said.after ?? said.subject, 'letterId'),
  dispositionId: said.subject.__typename === 'Disposition' ? said.subject.id : idOf(said.after ?? said.subject, 'dispositionId'),
})

const plain = (facts: EventSubject | null): JsonObject | null => (facts === null ? null : (JSON.parse(JSON.stringify(facts)) as JsonObject))
