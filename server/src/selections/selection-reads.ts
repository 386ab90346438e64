import { In } from 'typeorm'
import { ruleRefusal, unready, type UnreadyReason } from '@domain'
import { type TimelineEntry } from '../platform/event-log/timeline-entry.js'
import { grouped, inOrder, type Batch, type LoaderScope } from '../platform/loaders.js'
import { type Appointment, Candidate, type CandidateScore, RecordedComponent, type Shortlisted } from './results.entity.js'
import {
  AnnouncementExtension,
  PanelMember,
  SelectionCheck,
  SelectionDocument,
  SelectionSchedule,
  VacantPost,
} from './selection-parts.entity.js'
import { Selection } from './selection.entity.js'
import { REQUEST_COLUMNS, REQUEST_FROM, toRequest, type SelectionRequest } from './request.js'
import { countsOf, standingOf, type PostCounts } from './standing.js'

const of = (ids: readonly string[]) => ({ selectionId: In([...ids]) })

/** The parts of selections that were read under the rules. */
export const postsOf: Batch<string, VacantPost[]> = async (ids, { db }) =>
  grouped(ids, await db.manager.find(VacantPost, { where: of(ids), order: { level: 'DESC', title: 'ASC' } }), (row) => row.selectionId)

export const panelOf: Batch<string, PanelMember[]> = async (ids, { db }) =>
  grouped(ids, await db.manager.find(PanelMember, { where: of(ids), order: { role: 'ASC', name: 'ASC' } }), (row) => row.selectionId)

export const scheduleOf: Batch<string, SelectionSchedule[]> = async (ids, { db }) =>
  grouped(ids, await db.manager.find(SelectionSchedule, { where: of(ids), order: { startsOn: 'ASC' } }), (row) => row.selectionId)

export const extensionsOf: Batch<string, AnnouncementExtension[]> = async (ids, { db }) =>
  grouped(ids, await db.manager.find(AnnouncementExtension, { where: of(ids), order: { at: 'ASC' } }), (row) => row.selectionId)

export const documentsOf: Batch<string, SelectionDocument[]> = async (ids, { db }) =>
  grouped(ids, await db.manager.find(SelectionDocument, { where: of(ids), order: { code: 'ASC' } }), (row) => row.selectionId)

export const checksOf: Batch<string, SelectionCheck[]> = async (ids, { db }) =>
  grouped(ids, await db.manager.find(SelectionCheck, { where: of(ids), order: { code: 'ASC' } }), (row) => row.selectionId)

export const requestsOf: Batch<string, SelectionRequest[]> = async (ids, { db }) => {
  const rows = await db.query<{ standardVersionId: string }[]>(
    `SELECT ${REQUEST_COLUMNS} FROM ${REQUEST_FROM} WHERE r.selection_id = ANY ($1) ORDER BY r.attached_at`,
    [ids],
  )
  const requests = await Promise.all(rows.map((row) => toRequest({ query: (sql, params) => db.query(sql, params) }, row)))
  return grouped(ids, requests, (row) => row.selectionId)
}

export const countsOfSelections: Batch<string, PostCounts[]> = async (ids, { db }) => {
  const posts = await db.query<{ id: string; selectionId: string }[]>(
    'SELECT id, selection_id AS "selectionId" FROM vacant_post WHERE selection_id = ANY ($1)',
    [ids],
  )
  const applicants = await db.query<{ postId: string; qualified: boolean | null; ppkRecommended: boolean }[]>(
    'SELECT post_id AS "postId", qualified, recommendation_number IS NOT NULL AS "ppkRecommended" FROM candidate WHERE selection_id = ANY ($1)',
    [ids],
  )
  return ids.map((id) =>
    countsOf(
      posts.filter((post) => post.selectionId === id).map((post) => post.id),
      applicants,
    ),
  )
}

/** Why a selection cannot leave its stage yet; nothing for one that has ended. Asked for one at a time: lists never show it. */
export const unreadyOf: Batch<string, UnreadyReason[]> = async (ids, { db }) => {
  const rows = await db.manager.findBy(Selection, { id: In([...ids]) })
  return Promise.all(
    inOrder(ids, rows, (row) => row.id).map(async (row) => {
      if (row?.state !== 'running') return []
      return unready(await standingOf({ query: (sql, params) => db.query(sql, params) }, row))
    }),
  )
}

/** The selections among the keys whose names and scores the viewer may see. */
export async function openResults(ids: readonly string[], { db, viewer }: LoaderScope): Promise<string[]> {
  const rows = await db.manager.findBy(Selection, { id: In([...ids]) })
  return rows.filter((row) => ruleRefusal(viewer, 'read_results', row) === null).map((row) => row.id)
}

export const candidatesOf: Batch<string, Candidate[]> = async (ids, scope) => {
  const open = await openResults(ids, scope)
  const rows = await scope.db.manager.find(Candidate, { where: of(open), order: { number: 'ASC' } })
  return grouped(ids, rows, (row) => row.selectionId)
}

export const resultsOf: Batch<string, RecordedComponent[]> = async (ids, scope) => {
  const open = await openResults(ids, scope)
  const rows = await scope.db.manager.find(RecordedComponent, { where: of(open), order: { recordedAt: 'ASC' } })
  return grouped(ids, rows, (row) => row.selectionId)
}

const BY_POST = 'JOIN vacant_post p ON p.id = x.post_id WHERE p.selection_id = ANY ($1)'
type InSelection<T> = T & { selectionId: string }

export const scoresOf: Batch<string, CandidateScore[]> = async (ids, scope) => {
  const rows = await scope.db.query<InSelection<CandidateScore>[]>(
    `SELECT x.id, x.candidate_id AS "candidateId", x.post_id AS "postId", x.component, x.score::float8 AS score, x.rank, x.proceeds,
       p.selection_id AS "selectionId" FROM candidate_score x ${BY_POST} ORDER BY x.rank`,
    [await openResults(ids, scope)],
  )
  return grouped(ids, rows, (row) => row.selectionId)
}

export const shortlistOf: Batch<string, Shortlisted[]> = async (ids, scope) => {
  const rows = await scope.db.query<InSelection<Shortlisted>[]>(
    `SELECT x.post_id AS "postId", x.candidate_id AS "candidateId", x.place, x.at, p.selection_id AS "selectionId"
     FROM shortlisted x ${BY_POST} ORDER BY x.place`,
    [await openResults(ids, scope)],
  )
  return grouped(ids, rows, (row) => row.selectionId)
}

export const appointmentsOf: Batch<string, Appointment[]> = async (ids, scope) => {
  const rows = await scope.db.query<InSelection<Appointment>[]>(
    `SELECT x.post_id AS "postId", x.authority, x.candidate_id AS "candidateId", x.decree_number AS "decreeNumber", x.decree_on::text AS "decreeOn",
       x.recorded_at AS "recordedAt", x.recorded_by_name AS "recordedByName", p.selection_id AS "selectionId" FROM appointment x ${BY_POST}`,
    [await openResults(ids, scope)],
  )
  return grouped(ids, rows, (row) => row.selectionId)
}

export const timelineOf: Batch<string, TimelineEntry[]> = async (ids, { db }) => {
  const rows = await db.query<InSelection<TimelineEntry>[]>(
    `SELECT id::text, kind, at, actor_name AS "actorName", position_title AS "positionTitle", on_behalf_of AS "onBehalfOf", note, detail,
       subject_id AS "selectionId" FROM event WHERE subject_type = 'Selection' AND subject_id = ANY ($1) ORDER BY event.id DESC LIMIT 500`,
    [ids],
  )
  return grouped(ids, rows, (row) => row.selectionId)
}

/** The request that a case is of a selection, when the viewer may read that selection. */
export const selectionOfCase: Batch<string, Selection | null> = async (caseIds, { db, viewer }) => {
  const links = await db.query<{ caseId: string; selectionId: string }[]>(
    'SELECT case_id AS "caseId", selection_id AS "selectionId" FROM selection_request WHERE case_id = ANY ($1)',
    [caseIds],
  )
  if (links.length === 0) return caseIds.map(() => null)
  const rows = await db.manager.findBy(
    Selection,
    links.map(({ selectionId }) => ({ id: selectionId })),
  )
  const seen = rows.filter((row) => ruleRefusal(viewer, 'read', row) === null)
  return caseIds.map((caseId) => {
    const link = links.find((one) => one.caseId === caseId)
    return seen.find((row) => row.id === link?.selectionId) ?? null
  })
}
