import { Injectable } from '@nestjs/common'
import { kindMatches, mayRead, type EventPattern, type Facts, type Viewer } from '@domain'
import type { EventSubject } from '../announcement.js'
import type { LoggedEvent, Told } from '../event-log/logged-event.js'
import { timelineEntryOf } from '../event-log/timeline-entry.js'

/** How one feature turns events into its member of the union `Change`. */
export interface ChangeSource {
  readonly kinds: readonly EventPattern[]
  /** The GraphQL object type, a ChangeMember. */
  readonly typename: string
  /** The type a person who loses sight of the subject is told to drop. */
  readonly subjectType: string
  /** The events are another subject's (a case moves, its selection moves with it): null then says that this one does not concern the feature. */
  readonly aside?: boolean
  /**
   * The fields of the change besides `cursor` and `entry`, read now, once per event for everybody. Null when there is nothing left to show. A value
   * that is facts of `subjectType` (the entity itself) decides who may have it at this moment.
   */
  resolve(event: LoggedEvent): Promise<object | null>
  /** Who is reached, where no rule over the subject's facts says so (a task, a workload). Without it: can(before) || can(after). */
  reaches?(event: LoggedEvent, viewer: Viewer): boolean
  /** Beside `reaches`: whether a person who is reached may have the fields as they are now. Who may not is told `Gone`. */
  shows?(fields: object, viewer: Viewer): boolean
}

/** Reads a notice for the person it was kept for; null when they may not see it any more. */
export type NoticeSource = (told: Told, event: LoggedEvent, viewer: Viewer) => Promise<object | null>

/** One thing to say to one person. Equal keys of one event are equal values. */
export interface Message {
  readonly key: string
  readonly value: { readonly __typename: string; readonly [field: string]: unknown }
}

/** An event with what every feature has to show of it. */
export interface Prepared {
  readonly event: LoggedEvent
  readonly bodies: readonly Body[]
}

interface Body {
  readonly source: ChangeSource
  readonly fields: object | null
  /** The subject's facts at this moment, where the fields contain them. */
  readonly now: Facts | null
}

const RULED: readonly string[] = [
  'IdentityRelease',
  'RecommendationPoint',
  'Case',
  'Task',
  'Disposition',
  'Letter',
  'Visit',
  'Booking',
  'Selection',
  'Feedback',
  'Area',
] satisfies Facts['__typename'][]

const isFacts = (value: unknown): value is Facts =>
  typeof value === 'object' && value !== null && '__typename' in value && RULED.includes(String(value.__typename))

const sees = (viewer: Viewer, facts: EventSubject | null): boolean => isFacts(facts) && mayRead(viewer, facts)

/** What the features have to say of events, and to whom (rule 11). */
@Injectable()
export class Changes {
  private readonly sources: ChangeSource[] = []
  private notice: NoticeSource | null = null

  /** Called by a feature when it is initialised. */
  register(source: ChangeSource): void {
    this.sources.push(source)
  }

  /** Called once, by the feature that keeps notices. */
  registerNotices(source: NoticeSource): void {
    this.notice = source
  }

  /** Reads what there is to show, once for all receivers. */
  async prepare(event: LoggedEvent): Promise<Prepared> {
    const concerned = this.sources.filter((source) => source.kinds.some((pattern) => kindMatches(event.kind, pattern)))
    const bodies = await Promise.all(
      concerned.map(async (source): Promise<Body> => {
        const fields = await source.resolve(event)
        const found: unknown = fields && Object.values(fields).find((value) => isFacts(value) && value.__typename === source.subjectType)
        return { source, fields, now: isFacts(found) ? found : null }
      }),
    )
    return { event, bodies }
  }

  /** What one person hears of an event: the change, `Gone`, their notice, or nothing. */
  async messagesFor(viewer: Viewer, { event, bodies }: Prepared): Promise<Message[]> {
    const said = bodies.map((body) => messageOf(viewer, event, body)).filter((message) => message !== null)
    const notices = await Promise.all(
      (event.notify ?? []).filter((told) => told.personId === viewer.id).map((told) => this.noticeOf(told, event, viewer)),
    )
    return [...said, ...notices.filter((message) => message !== null)]
  }

  private async noticeOf(told: Told, event: LoggedEvent, viewer: Viewer): Promise<Message | null> {
    const notice = (await this.notice?.(told, event, viewer)) ?? null
    return notice && { key: `notice ${told.id}`, value: { __typename: 'Notice', notice } }
  }
}

function messageOf(viewer: Viewer, event: LoggedEvent, { source, fields, now }: Body): Message | null {
  const change = (): Message => ({
    key: source.typename,
    value: { __typename: source.typename, entry: timelineEntryOf(event), ...fields },
  })
  const gone = (id = event.subjectId): Message => ({
    key: `gone ${source.subjectType}`,
    value: { __typename: 'Gone', typename: source.subjectType, id },
  })
  if (source.reaches) {
    if (!fields || !source.reaches(event, viewer)) return null
    return source.shows?.(fields, viewer) === false ? gone() : change()
  }
  if (source.aside && !(now && 'id' in now)) return null
  const before = sees(viewer, event.before)
  const after = sees(viewer, event.after)
  if (!before && !after) return null
  // Later events may have taken the sight away again: what is sent is the subject as it is now, so the rule is asked about it as it is now.
  if (fields && (now ? mayRead(viewer, now) : after)) return change()
  return before ? gone(now && 'id' in now ? now.id : event.subjectId) : null
}
