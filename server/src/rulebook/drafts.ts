import { createHash } from 'node:crypto'
import {
  actingPost,
  calendarFaults,
  CONSENTING_ROLES,
  differenceOfCalendars,
  differenceOfStandards,
  isCalendarData,
  mayRead,
  readDocument,
  Refusal,
  standardFaults,
  type Action,
  type CalendarData,
  type EventKind,
  type HeldPosition,
  type RuleChange as Difference,
  type RuleFault,
  type Service,
  type StandardDocument,
  type Viewer,
} from '@domain'
import type { NoticeFor } from '../platform/announcement.js'
import { canonicalJson, type JsonObject } from '../platform/json.js'
import type { Tx } from '../platform/work.js'
import { standardById } from '../standards/index.js'
import { draftFacts, type RuleDraft } from './rule-draft.entity.js'

interface Asked {
  query<T>(sql: string, params?: unknown[]): Promise<T[]>
}

/** What consent binds: the SHA-256 of the drafted document. */
export const hashOf = (document: object): string => createHash('sha256').update(canonicalJson(document)).digest('hex')

/** The version a draft follows: the newest installed one. */
export interface Base {
  readonly id: string
  readonly effectiveFrom: string
}

export async function newestStandard(db: Asked, service: Service): Promise<Base> {
  const [row] = await db.query<Base>(
    'SELECT id, effective_from::text AS "effectiveFrom" FROM standard_version WHERE service = $1 ORDER BY effective_from DESC, number DESC LIMIT 1',
    [service],
  )
  if (!row) throw new Error(`No standard of ${service} is installed`)
  return row
}

/** The calendar in which everything is counted now. */
export async function newestCalendar(db: Asked): Promise<Base> {
  const [row] = await db.query<Base>(
    'SELECT id, effective_from::text AS "effectiveFrom" FROM calendar_version ORDER BY effective_from DESC, number DESC LIMIT 1',
  )
  if (!row) throw new Error('No calendar version is installed')
  return row
}

export const newestOf = (db: Asked, draft: Pick<RuleDraft, 'service'>): Promise<Base> =>
  draft.service ? newestStandard(db, draft.service) : newestCalendar(db)

/** The content of an installed calendar. */
export async function calendarData(db: Asked, id: string): Promise<CalendarData> {
  const [row] = await db.query<{ data: CalendarData }>('SELECT data FROM calendar_version WHERE id = $1', [id])
  if (!row) throw new Error(`Calendar version ${id} does not exist`)
  return row.data
}

/** A drafted standard as a document. What the draft does not say is as published: it was written from a whole document. */
export const draftedStandard = (service: Service, document: object): StandardDocument => readDocument(service, 0, document)

/** A drafted calendar; refused where it is none. */
export function draftedCalendar(document: unknown): CalendarData {
  if (!isCalendarData(document)) throw new Refusal('draft.faulty')
  return document
}

/** What is wrong with a draft, and what it changes, against the version it follows. */
export async function examine(
  db: Asked,
  draft: Pick<RuleDraft, 'service' | 'document' | 'basedOn'>,
): Promise<{ readonly faults: RuleFault[]; readonly changes: Difference[] }> {
  if (draft.service) {
    const base = (await standardById(db, draft.basedOn)).document
    const document = draftedStandard(draft.service, draft.document)
    return { faults: standardFaults(document, base), changes: differenceOfStandards(base, document) }
  }
  const base = await calendarData(db, draft.basedOn)
  const faults = calendarFaults(draft.document, base)
  return { faults, changes: isCalendarData(draft.document) ? differenceOfCalendars(base, draft.document) : [] }
}

/** The post in which somebody takes an action on a draft. */
export const draftingPost = (me: Viewer, action: Action, draft: RuleDraft): HeldPosition | null => actingPost(me, action, draftFacts(draft))

/** A draft the viewer does not see looks as if there were none. */
export function demandSight(me: Viewer, draft: RuleDraft): void {
  if (!mayRead(me, draftFacts(draft))) throw new Refusal('access.denied')
}

/** The posts whose holders may consent to a draft; the one who proposed it is told nothing, because they did it. */
export async function consentingPosts(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(`SELECT id FROM "position" WHERE role = ANY ($1) AND closed_at IS NULL`, [CONSENTING_ROLES])
  return rows.map(({ id }) => id)
}

type Step = 'drafted' | 'saved' | 'rehearsed' | 'proposed' | 'returned' | 'activated' | 'discarded'

/** Announces a step of a draft; the detail says what was consented to, never the text. */
export function announceDraft(
  tx: Tx,
  draft: RuleDraft,
  step: Step,
  said: {
    before: RuleDraft['state'] | null
    position: HeldPosition | null
    detail?: JsonObject
    note?: string | null
    notify?: readonly NoticeFor[]
  },
): Promise<void> {
  const after = draftFacts(draft)
  const kind: EventKind = `${draft.kind}.${step}`
  return tx.announce({
    kind,
    subject: { __typename: 'RuleDraft', id: draft.id },
    version: draft.version,
    before: said.before === null ? null : { ...after, state: said.before },
    after,
    position: said.position,
    note: said.note,
    notify: said.notify,
    detail: { service: draft.service, hash: hashOf(draft.document), ...said.detail },
  })
}
