import {
  BOOKING_ACTIONS,
  BOOKING_WORKFLOW,
  FIRST_VISIT_STATES,
  VISIT_ACTIONS,
  VISIT_WORKFLOW,
  type BookingFacts,
  type BookingStep,
  type EventKind,
  type VisitAction,
  type VisitFacts,
  type VisitStep,
} from '@domain'
import { inCode, inSql, type Invariant, type OffendingRow, type Tools } from './invariant.js'

/** What each event may tell of a visit. */
const STEPS: Readonly<Partial<Record<EventKind, readonly VisitAction[]>>> = {
  'visit.moved': ['route', 'come_back', 'rejoin', 'show_in'],
  'visit.answered': ['confirm', 'propose_time', 'decline'],
  'visit.assigned': ['assign'],
  'visit.completed': ['complete'],
  'visit.begun': ['begin'],
  'visit.ended': ['finish', 'leave', 'miss'],
}

interface Told {
  readonly id: string
  readonly kind: EventKind
  readonly subjectId: string
  readonly before: VisitFacts | BookingFacts | null
  readonly after: VisitFacts | BookingFacts
}

function isInTable({ kind, before, after }: Told): boolean {
  if (after.__typename === 'Booking') {
    if (kind === 'booking.made') return before === null && after.state === 'booked'
    return BOOKING_ACTIONS.map((action): BookingStep => BOOKING_WORKFLOW[action]).some(
      (step) => before?.__typename === 'Booking' && step.from.includes(before.state) && step.to === after.state,
    )
  }
  if (kind === 'visit.registered') return before === null && FIRST_VISIT_STATES.includes(after.state)
  return VISIT_ACTIONS.filter((action) => STEPS[kind]?.includes(action))
    .map((action): VisitStep => VISIT_WORKFLOW[action])
    .some(
      (step) =>
        before?.__typename === 'Visit' &&
        step.channels.includes(after.channel) &&
        step.from.includes(before.state) &&
        (step.to ?? before.state) === after.state,
    )
}

async function* wrongMoves(tools: Tools): AsyncIterable<OffendingRow> {
  let previous: Told | null = null
  const events = tools.rows<Told>(
    `SELECT id, kind, subject_id AS "subjectId", before, after FROM event WHERE subject_type IN ('Visit', 'Booking') ORDER BY subject_id, id`,
  )
  for await (const event of events) {
    const { id, kind, subjectId, before, after } = event
    const moved = { subjectId, eventId: id, kind, from: before?.state ?? null, to: after.state }
    if (!isInTable(event)) yield { ...moved, problem: 'not in the workflow table' }
    else if (before && previous?.subjectId === subjectId && previous.after.state !== before.state) {
      yield { ...moved, problem: `the step before ended in ${previous.after.state}` }
    }
    previous = event
  }
}

/** Visitors, their queue, and the meetings that are booked. */
export const VISITS: readonly Invariant[] = [
  inSql({
    code: 'visits.queue',
    sentence: 'The queue numbers of a day are 1..last, each given once',
    rule: '9: a number is given once and none is lost',
    sql: `SELECT coalesce(n.day, c.day)::text AS day, n.visits, n.numbers, n.lowest, n.highest, c.last FROM
      (SELECT queue_day AS day, count(*)::int AS visits, count(DISTINCT queue_number)::int AS numbers, min(queue_number) AS lowest, max(queue_number) AS highest
        FROM visit WHERE queue_number IS NOT NULL GROUP BY queue_day) n FULL JOIN queue_counter c ON c.day = n.day
      WHERE (n.visits, n.numbers, n.lowest, n.highest) IS DISTINCT FROM (c.last, c.last, 1, c.last)`,
  }),
  inSql({
    code: 'visits.versions',
    sentence: 'The versions of a visit and of a booking are 1..n, one event each',
    rule: '31: every business change has its event in the same transaction',
    sql: `SELECT v.id, v.case_id AS "caseId", v.version, e.events, e.highest FROM
      (SELECT id, case_id, version, 'Visit' AS type FROM visit UNION ALL SELECT id, case_id, version, 'Booking' FROM booking) v
      CROSS JOIN LATERAL (SELECT count(*) AS events, max(version) AS highest FROM event WHERE subject_id = v.id AND subject_type = v.type) e
      WHERE (e.events, e.highest) IS DISTINCT FROM (v.version::bigint, v.version)`,
  }),
  inCode({
    code: 'visits.transitions',
    sentence: 'Every step of a visit or a booking is in its workflow table and begins where the one before ended',
    rule: '3: state is decided by the table, under the row lock',
    offending: (_, tools) => wrongMoves(tools),
  }),
  inSql({
    code: 'visits.last_step_is_state',
    sentence: 'What the last event of a visit or a booking left behind is what its row says',
    rule: '31: every business change has its event in the same transaction',
    sql: `SELECT v.id, v.case_id AS "caseId", v.state, e.after->>'state' AS told FROM
      (SELECT id, case_id, state, 'Visit' AS type FROM visit UNION ALL SELECT id, case_id, state, 'Booking' FROM booking) v
      LEFT JOIN LATERAL (SELECT after FROM event WHERE subject_id = v.id AND subject_type = v.type ORDER BY id DESC LIMIT 1) e ON true
      WHERE v.state IS DISTINCT FROM e.after->>'state'`,
  }),
  inSql({
    code: 'visits.copies_equal_the_case',
    sentence: 'Facts copied from a case onto its visits and bookings equal the case',
    rule: '21: one row answers a rule, so the copies must be true',
    sql: `SELECT v.id, v.case_id AS "caseId" FROM
      (SELECT id, case_id, case_unit_id, secrecy, case_handler_position_ids, excluded_person_ids, case_holder_position_id, case_registrar_id FROM visit
       UNION ALL SELECT id, case_id, case_unit_id, secrecy, case_handler_position_ids, excluded_person_ids, case_holder_position_id, case_registrar_id FROM booking) v
      JOIN "case" c ON c.id = v.case_id
      WHERE (v.case_unit_id, v.secrecy, v.case_handler_position_ids, v.excluded_person_ids, v.case_holder_position_id, v.case_registrar_id)
        IS DISTINCT FROM (c.unit_id, c.secrecy, c.handler_position_ids, c.excluded_person_ids, c.holder_position_id, c.registrar_id)`,
  }),
  inSql({
    code: 'visits.no_double_booking',
    sentence: 'No officer and no room is booked twice at one time',
    rule: 'promise: a consultation that is scheduled takes place as scheduled',
    sql: `SELECT a.id AS "bookingId", b.id AS "otherId", a.starts_at AS at FROM booking a JOIN booking b ON a.id < b.id AND a.state = 'booked' AND b.state = 'booked'
      AND (a.officer_person_id = b.officer_person_id OR a.room_id = b.room_id) AND tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)`,
  }),
  inSql({
    code: 'visits.displays',
    sentence: 'A screen of the lobby was paired by somebody, and is cut off exactly when the log says so',
    rule: '31: every business change has its event in the same transaction',
    sql: `SELECT d.id, d.version, d.revoked_at AS "revokedAt", e.kinds FROM lobby_display d CROSS JOIN LATERAL
      (SELECT coalesce(array_agg(kind ORDER BY id), '{}') AS kinds FROM event WHERE subject_id = d.id AND subject_type = 'LobbyDisplay') e
      WHERE e.kinds <> CASE WHEN d.revoked_at IS NULL THEN ARRAY['display.paired'] ELSE ARRAY['display.paired', 'display.revoked'] END
        OR d.version <> cardinality(e.kinds)`,
  }),
  inSql({
    code: 'visits.outcome',
    sentence: 'A refused visit has a refused request, an oral answer a closed one, and who left took the request back',
    rule: 'promise: MEDLIN answer or surat penolakan when the category does not fit',
    sql: `SELECT v.id AS "visitId", v.case_id AS "caseId", v.state, v.outcome, c.stage, c.processable FROM visit v JOIN "case" c ON c.id = v.case_id
      WHERE (v.state = 'declined' AND c.processable IS DISTINCT FROM false AND c.stage <> 'withdrawn')
        OR (v.outcome = 'answered_orally' AND c.closed_at IS NULL)
        OR (v.state IN ('left', 'no_show') AND v.channel = c.channel AND c.stage <> 'withdrawn')
        OR (v.ended_at IS NULL AND c.stage = 'withdrawn')`,
  }),
]
