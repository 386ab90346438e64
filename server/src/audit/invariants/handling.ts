import {
  MOST_POINT_EXTENSION,
  POINT_MOVES,
  POINT_WORKFLOW,
  pointDue,
  type EventKind,
  type PointMove,
  type PointStep,
  type RecommendationPointFacts,
} from '@domain'
import { calendarById } from '../../standards/index.js'
import { inCode, inSql, type Invariant, type OffendingRow, type Queryable, type Tools } from './invariant.js'

/** What each event may tell of a point; an event that is not here leaves its state as it was. */
const MOVES: Readonly<Partial<Record<EventKind, readonly PointMove[]>>> = {
  'point.opened': ['bind'],
  'point.replied': ['record_reply'],
  'point.judged': ['accept_reply', 'reject_reply', 'give_up'],
}

interface PointEvent {
  readonly id: string
  readonly kind: EventKind
  readonly pointId: string
  readonly before: RecommendationPointFacts
  readonly after: RecommendationPointFacts
}

function isInTable({ kind, before, after }: PointEvent): boolean {
  const moves = MOVES[kind]
  if (!moves) return before.state === after.state
  return POINT_MOVES.filter((move) => moves.includes(move))
    .map((move): PointStep => POINT_WORKFLOW[move])
    .some((step) => step.from.includes(before.state) && step.to === after.state)
}

async function* wrongMoves(tools: Tools): AsyncIterable<OffendingRow> {
  const events = tools.rows<PointEvent>(
    `SELECT id, kind, subject_id AS "pointId", before, after FROM event WHERE subject_type = 'RecommendationPoint' ORDER BY subject_id, id`,
  )
  for await (const event of events) {
    const { id, kind, pointId, before, after } = event
    if (!isInTable(event)) yield { pointId, eventId: id, kind, from: before.state, to: after.state }
  }
}

interface Bound {
  readonly id: string
  readonly openedAt: Date
  readonly dueAt: Date
  readonly days: number
  readonly extra: number
  readonly calendarId: string
}

async function* wrongDates(db: Queryable, tools: Tools): AsyncIterable<OffendingRow> {
  const points = tools.rows<Bound>(
    `SELECT id, opened_at AS "openedAt", due_at AS "dueAt", days, calendar_version_id AS "calendarId",
       (SELECT coalesce(sum(days), 0)::int FROM point_extension WHERE point_id = p.id) AS extra FROM recommendation_point p WHERE state <> 'draft'`,
  )
  for await (const { id, openedAt, dueAt, days, extra, calendarId } of points) {
    const { calendar } = await calendarById(db, calendarId)
    const expected = pointDue(new Date(openedAt), days + extra, [], calendar)
    if (expected.getTime() !== new Date(dueAt).getTime()) yield { pointId: id, dueAt, expected }
  }
}

/** The job that counts points anew comes every ten minutes; a point that was bound during one round is met by the next. */
const TWO_ROUNDS = '20 minutes'

const FACTS = [
  'case_unit_id:unit_id',
  'secrecy:secrecy',
  'case_handler_position_ids:handler_position_ids',
  'case_holder_position_id:holder_position_id',
  'excluded_person_ids:excluded_person_ids',
]
const own = FACTS.map((pair) => `p.${pair.split(':')[0]}`).join(', ')
const theirs = FACTS.map((pair) => `c.${pair.split(':')[1]}`).join(', ')

/** The handling of complaints. */
export const HANDLING: readonly Invariant[] = [
  inSql({
    code: 'handling.only_complaints',
    sentence: 'Only neutrality complaints are handled, and only those told at an office have a statement',
    rule: 'standard: Pengaduan Netralitas, Persyaratan 2',
    sql: `SELECT c.id AS "caseId", c.service FROM "case" c WHERE c.service <> 'NETRALITAS' AND EXISTS (SELECT FROM allegation a WHERE a.case_id = c.id)
      UNION ALL
      SELECT c.id, c.channel FROM "case" c LEFT JOIN oral_statement o ON o.case_id = c.id
      WHERE (c.service = 'NETRALITAS' AND c.channel = 'walk_in') <> (o.case_id IS NOT NULL)`,
  }),
  inSql({
    code: 'handling.reported_active',
    sentence: 'An allegation is about a reported person of its case who is an active civil servant',
    rule: 'standard: Pengaduan Netralitas, Persyaratan 1d',
    sql: `SELECT a.id AS "allegationId", a.case_id AS "caseId" FROM allegation a LEFT JOIN party p ON p.id = a.party_id
      WHERE p.case_id IS DISTINCT FROM a.case_id OR p.role <> 'reported' OR p.active_asn IS NOT TRUE`,
  }),
  inSql({
    code: 'handling.finding_grounded',
    sentence: 'A finding is about an allegation of its case, after somebody was heard; a proven one rests on sufficient evidence',
    rule: '3: decided by the table and its conditions, under the row lock',
    sql: `SELECT f.id AS "findingId", f.case_id AS "caseId" FROM finding f LEFT JOIN allegation a ON a.id = f.allegation_id
      WHERE a.case_id IS DISTINCT FROM f.case_id OR NOT EXISTS (SELECT FROM handling_step s WHERE s.case_id = f.case_id AND s.state = 'minuted')
        OR (f.outcome = 'proven') = (f.sanction = 'not_proven')
        OR (f.outcome = 'proven' AND NOT EXISTS (SELECT FROM evidence e WHERE e.allegation_id = f.allegation_id AND e.result = 'sufficient'))`,
  }),
  inSql({
    code: 'handling.minutes_of_what_was_held',
    sentence: 'Minutes belong to a step that was held, were read back, and an officer signed them',
    rule: '3: state is decided by the table, under the row lock',
    sql: `SELECT s.id AS "stepId", s.state FROM handling_step s WHERE (s.minutes IS NOT NULL) <> (s.state = 'minuted') OR (s.state IN ('held', 'minuted')) <> (s.held_at IS NOT NULL)
      OR (s.state = 'minuted' AND (NOT s.read_back OR NOT EXISTS (SELECT FROM step_participant p WHERE p.step_id = s.id AND p.role = 'officer' AND p.signed)))`,
  }),
  inSql({
    code: 'handling.parts_told',
    sentence: 'Each version of an allegation, a piece of evidence, a step, a finding and of the plan has its one event',
    rule: '31: every business change has its event in the same transaction',
    sql: `SELECT p.place, p.id, p.case_id AS "caseId", p.version, told.times FROM (
        SELECT 'allegation' AS place, id, case_id, version, 'allegationId' AS key, ARRAY['handling.allegation_saved'] AS kinds FROM allegation
        UNION ALL SELECT 'evidence', id, case_id, version, 'evidenceId', ARRAY['handling.evidence_saved', 'handling.evidence_checked'] FROM evidence
        UNION ALL SELECT 'handling_step', id, case_id, version, 'stepId', ARRAY['handling.step_planned', 'handling.step_moved'] FROM handling_step
        UNION ALL SELECT 'finding', allegation_id, case_id, version, 'allegationId', ARRAY['handling.finding_saved'] FROM finding
        UNION ALL SELECT 'handling_plan', id, case_id, version, NULL, ARRAY['handling.planned'] FROM handling_plan) p
      CROSS JOIN LATERAL (SELECT count(*)::int AS times FROM event e
        WHERE e.subject_id = p.case_id AND e.kind = ANY (p.kinds) AND (p.key IS NULL OR e.detail->>p.key = p.id::text)) told
      WHERE told.times <> p.version`,
  }),
  inSql({
    code: 'handling.point_versions',
    sentence: 'The versions of a recommendation point are 1..n, one event each, and n is its version',
    rule: '2: every change of a row counts its version up',
    sql: `SELECT p.id AS "pointId", p.version, e.events, e.highest FROM recommendation_point p
      CROSS JOIN LATERAL (SELECT count(*) AS events, min(version) AS lowest, max(version) AS highest FROM event
        WHERE subject_id = p.id AND subject_type = 'RecommendationPoint') e
      WHERE (e.events, e.lowest, e.highest) IS DISTINCT FROM (p.version::bigint, 1, p.version)`,
  }),
  inCode({
    code: 'handling.point_transitions',
    sentence: 'Every move of a recommendation point is in its table',
    rule: '3: state is decided by the table, under the row lock',
    offending: (_, tools) => wrongMoves(tools),
  }),
  inSql({
    code: 'handling.point_copies',
    sentence: 'What a recommendation point copies of its case is what the case says',
    rule: '4: copies are kept by triggers',
    sql: `SELECT p.id AS "pointId", p.case_id AS "caseId" FROM recommendation_point p JOIN "case" c ON c.id = p.case_id WHERE (${own}) IS DISTINCT FROM (${theirs})`,
  }),
  inSql({
    code: 'handling.point_bound_by_its_letter',
    sentence: 'A point binds exactly when a delivered recommendation of its case carries it',
    rule: '1: one business action is one transaction',
    sql: `SELECT p.id AS "pointId", p.state, l.status FROM recommendation_point p LEFT JOIN letter l ON l.id = p.letter_id
      WHERE (p.state = 'draft') <> (p.letter_id IS NULL) OR (p.letter_id IS NOT NULL AND (l.case_id <> p.case_id OR l.kind <> 'recommendation' OR l.status <> 'delivered'))`,
  }),
  inSql({
    code: 'handling.point_done_with_reply',
    sentence: 'A point is answered or done only with a reply of the PPK',
    rule: 'promise: the follow-up of a recommendation is evidenced',
    sql: `SELECT p.id AS "pointId", p.state FROM recommendation_point p WHERE p.state IN ('replied', 'done')
      AND NOT EXISTS (SELECT FROM point_reply r WHERE r.point_id = p.id)`,
  }),
  inSql({
    code: 'handling.point_extensions',
    sentence: 'The time of a point is extended no further than the house allows in all',
    rule: 'promise: extensions with a reason and a cap',
    sql: `SELECT point_id AS "pointId", sum(days)::int AS days FROM point_extension GROUP BY point_id HAVING sum(days) > ${MOST_POINT_EXTENSION}`,
  }),
  inCode({
    code: 'handling.point_due',
    sentence: 'The due date of a point is what its days, extensions and calendar give',
    rule: '12: a due date is a pure function',
    offending: (db, tools) => wrongDates(db, tools),
  }),
  inSql({
    code: 'handling.point_calendar',
    sentence: 'Every open point counts with the newest calendar that was consented to, once the job that counts anew has been through',
    rule: '12: a due date is a pure function',
    sql: `SELECT p.id AS "pointId", p.case_id AS "caseId", v.number AS calendar, n.number AS newest FROM recommendation_point p
      JOIN calendar_version v ON v.id = p.calendar_version_id JOIN calendar_version n ON n.number = (SELECT max(number) FROM calendar_version)
      JOIN rule_draft d ON d.id = n.draft_id
      WHERE p.state = 'open' AND v.id <> n.id AND d.consented_at < now() - interval '${TWO_ROUNDS}'
        AND (SELECT max(at) FROM event WHERE subject_id = p.id) < now() - interval '${TWO_ROUNDS}'
        AND NOT EXISTS (SELECT 1 FROM graphile_worker._private_jobs j
          JOIN graphile_worker._private_tasks t ON t.id = j.task_id AND t.identifier = 'handling.recount-points')`,
  }),
]
