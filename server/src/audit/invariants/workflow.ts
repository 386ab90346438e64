import {
  CASE_MOVES,
  answerWays,
  CASE_WORKFLOW,
  isPrintedChannel,
  readDocument,
  TERMINAL_STAGES,
  type AnswerWay,
  type CaseFacts,
  type CaseMove,
  type CaseStage,
  type CaseStep,
  type ComplaintChannelKind,
  type EventKind,
  type FeedbackContactKind,
  type Service,
  type StandardDocument,
} from '@domain'
import { inCode, inSql, type Invariant, type OffendingRow, type Queryable, type Tools } from './invariant.js'

/** The moves an event may tell of; an event that is not here leaves the stage as it was. */
const MOVES: Readonly<Partial<Record<EventKind, readonly CaseMove[]>>> = {
  'case.handed_over': ['hand_over'],
  'case.disposed': ['receive_visit', 'dispose_to_unit', 'pass_along', 'assign', 'reassign'],
  'case.decided': ['decide'],
  'case.returned': ['return_to_unit', 'return_to_leadership', 'return_to_registry'],
  'case.answered': ['answer'],
  'case.answer_voided': ['void_answer'],
  'case.closed': ['close', 'answer_orally'],
  'case.withdrawn': ['withdraw'],
}

/** A copy that comes back moves nothing. */
const MAY_STAY: readonly EventKind[] = ['case.returned', 'case.amended', 'case.attached', 'case.classified', 'case.completed']

interface CaseEvent {
  readonly id: string
  readonly kind: EventKind
  readonly caseId: string
  readonly before: CaseFacts | null
  readonly after: CaseFacts
}

function isInTable(event: CaseEvent): boolean {
  if (event.kind === 'case.registered') return event.before === null && event.after.stage === 'registered'
  if (!event.before) return false
  const from: CaseStage = event.before.stage
  if (from === event.after.stage && MAY_STAY.includes(event.kind)) return !TERMINAL_STAGES.includes(from)
  return CASE_MOVES.filter((move) => MOVES[event.kind]?.includes(move)).some((move) => {
    const step: CaseStep = CASE_WORKFLOW[move]
    return step.from.includes(from) && step.to === event.after.stage
  })
}

async function* wrongMoves(tools: Tools): AsyncIterable<OffendingRow> {
  let previous: CaseEvent | null = null
  const events = tools.rows<CaseEvent>(
    `SELECT id, kind, subject_id AS "caseId", before, after FROM event WHERE subject_type = 'Case' AND kind LIKE 'case.%' ORDER BY subject_id, id`,
  )
  for await (const event of events) {
    const { id, kind, caseId, before, after } = event
    const moved = { caseId, eventId: id, kind, from: before?.stage ?? null, to: after.stage }
    if (!isInTable(event)) yield { ...moved, problem: 'not in the workflow table' }
    else if (before && previous?.caseId === caseId && previous.after.stage !== before.stage) {
      yield { ...moved, problem: `the step before ended in ${previous.after.stage}` }
    }
    previous = event
  }
}

const FACTS = `jsonb_build_object('stage', c.stage, 'service', c.service, 'channel', c.channel, 'secrecy', c.secrecy, 'unitId', c.unit_id,
  'registrarId', c.registrar_id, 'handlerPositionIds', c.handler_position_ids, 'holderPositionId', c.holder_position_id, 'processable', c.processable,
  'excludedPersonIds', c.excluded_person_ids, 'version', c.version)`

interface FeedbackRow {
  readonly feedbackId: string
  readonly service: Service | null
  readonly kind: ComplaintChannelKind
  readonly address: string
  readonly contactKind: FeedbackContactKind | null
  readonly way: AnswerWay | null
}

async function* astrayFeedback(db: Queryable, tools: Tools): AsyncIterable<OffendingRow> {
  const versions = await db.query<{ service: Service; number: number; document: Partial<StandardDocument> }>(
    'SELECT service, number, document FROM standard_version',
  )
  const standards = versions.map(({ service, number, document }) => readDocument(service, number, document))
  const rows = tools.rows<FeedbackRow>(
    `SELECT id AS "feedbackId", service, channel_kind AS kind, channel_address AS address, contact_kind AS "contactKind", answer_way AS way FROM feedback`,
  )
  for await (const row of rows) {
    const reached = row.way === null || answerWays(row.kind, row.contactKind).includes(row.way)
    if (!isPrintedChannel(row.service, row, standards) || !reached)
      yield { feedbackId: row.feedbackId, service: row.service, kind: row.kind, way: row.way }
  }
}

/** The life of a case. */
export const WORKFLOW: readonly Invariant[] = [
  inSql({
    code: 'workflow.versions',
    sentence: 'The versions of a case are 1..n, one event each, and n is its version',
    rule: '2: every change of a row counts its version up',
    sql: `SELECT c.id AS "caseId", c.version, e.events, e.highest FROM "case" c
      CROSS JOIN LATERAL (SELECT count(*) AS events, count(DISTINCT version) AS distinct_versions, min(version) AS lowest, max(version) AS highest
        FROM event WHERE subject_id = c.id AND subject_type = 'Case' AND kind LIKE 'case.%') e
      WHERE (e.events, e.distinct_versions, e.lowest, e.highest) IS DISTINCT FROM (c.version::bigint, c.version::bigint, 1, c.version)`,
  }),
  inCode({
    code: 'workflow.transitions',
    sentence: 'Every move of a case is in the workflow table and begins where the one before ended',
    rule: '3: state is decided by the table, under the row lock',
    offending: (_, tools) => wrongMoves(tools),
  }),
  inSql({
    code: 'workflow.last_move_is_state',
    sentence: 'What the last event of a case left behind is what its row says',
    rule: '31: every business change has its event in the same transaction',
    sql: `SELECT c.id AS "caseId", e.id AS "eventId", e.kind, ${FACTS} AS row, e.after FROM "case" c
      CROSS JOIN LATERAL (SELECT id, kind, after FROM event WHERE subject_id = c.id AND subject_type = 'Case' AND kind LIKE 'case.%' ORDER BY id DESC LIMIT 1) e
      WHERE NOT e.after @> ${FACTS} OR jsonb_array_length(e.after->'handlerPositionIds') <> cardinality(c.handler_position_ids)`,
  }),
  inSql({
    code: 'workflow.terminal_rests',
    sentence: 'A closed or withdrawn case has ended and moves no more',
    rule: '3: a terminal case moves only by authorised reopening',
    sql: `SELECT e.subject_id AS "caseId", e.id AS "eventId", e.kind, e.before->>'stage' AS stage FROM event e
      WHERE e.subject_type = 'Case' AND e.kind LIKE 'case.%' AND e.before->>'stage' IN ('closed', 'withdrawn')
      UNION ALL
      SELECT id, NULL, 'closed_at', stage FROM "case" WHERE (closed_at IS NOT NULL) <> (stage IN ('closed', 'withdrawn'))`,
  }),
  inSql({
    code: 'workflow.owner',
    sentence: 'A case that has left the register and not ended lies with a post',
    rule: '4: a case that is not terminal has an owner',
    sql: `SELECT id AS "caseId", stage FROM "case" WHERE closed_at IS NULL AND ((stage = 'registered') <> (holder_position_id IS NULL)
      OR (holder_position_id IS NOT NULL AND NOT holder_position_id = ANY (handler_position_ids)))`,
  }),
  inSql({
    code: 'workflow.somebody_is_next',
    sentence: 'An open case waits for somebody: an open task, a visitor, a letter in review, at the printer or under way to its addressee',
    rule: '1: half states exist only where two commits exist',
    sql: `SELECT c.id AS "caseId", c.stage, c.agenda_year AS year, c.agenda_number AS number FROM "case" c WHERE c.closed_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM task t WHERE t.case_id = c.id AND t.closed_at IS NULL AND t.kind <> 'release')
      AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.case_id = c.id AND v.ended_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM letter l WHERE l.case_id = c.id AND (l.status = 'in_review' OR l.status = 'issued' AND (l.pdf_sha256 IS NULL
        OR EXISTS (SELECT 1 FROM delivery d WHERE d.letter_id = l.id AND d.status IN ('pending', 'sending')))))`,
  }),
  inSql({
    code: 'workflow.no_work_after_the_end',
    sentence: 'Nothing waits on any desk for a case that has ended, nor for a letter that has',
    rule: '1: one business action is one transaction',
    sql: `SELECT t.id AS "taskId", t.kind, t.case_id AS "caseId", c.stage, l.status FROM task t JOIN "case" c ON c.id = t.case_id LEFT JOIN letter l ON l.id = t.letter_id
      WHERE t.closed_at IS NULL AND t.kind <> 'release' AND (c.closed_at IS NOT NULL OR l.status IN ('delivered', 'withdrawn'))`,
  }),
  inSql({
    code: 'workflow.tasks_fit',
    sentence: 'A task of a letter waits where the status of the letter says',
    rule: '1: one business action is one transaction',
    sql: `SELECT t.id AS "taskId", t.kind, t.letter_id AS "letterId", l.status FROM task t JOIN letter l ON l.id = t.letter_id
      WHERE t.closed_at IS NULL AND (t.case_id <> l.case_id OR (t.kind, l.status) NOT IN (('draft', 'draft'), ('draft', 'returned'), ('revise', 'returned'),
        ('revise', 'draft'), ('review', 'in_review'), ('issue', 'approved'), ('deliver', 'issued'), ('consent_void', 'issued'))
        OR (t.kind = 'deliver' AND l.void_requested_by IS NOT NULL) OR (t.kind = 'consent_void' AND l.void_requested_by IS NULL)
        OR (t.kind = 'review' AND t.position_id IS DISTINCT FROM l.reviewer_position_id))
      UNION ALL
      SELECT NULL, 'review', l.id, l.status FROM letter l WHERE l.status = 'in_review'
        AND NOT EXISTS (SELECT 1 FROM task t WHERE t.letter_id = l.id AND t.kind = 'review' AND t.closed_at IS NULL)
      UNION ALL
      SELECT NULL, 'consent_void', l.id, l.status FROM letter l WHERE l.void_requested_by IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM task t WHERE t.letter_id = l.id AND t.kind = 'consent_void' AND t.closed_at IS NULL)`,
  }),
  inSql({
    code: 'workflow.agenda',
    sentence: 'The agenda numbers of a year are 1..last, each given once',
    rule: '9: one agenda number per case, none is lost',
    sql: `SELECT coalesce(n.year, c.year) AS year, n.cases, n.numbers, n.lowest, n.highest, c.last FROM
      (SELECT agenda_year AS year, count(*)::int AS cases, count(DISTINCT agenda_number)::int AS numbers, min(agenda_number) AS lowest, max(agenda_number) AS highest
        FROM "case" GROUP BY agenda_year) n FULL JOIN agenda_counter c ON c.year = n.year
      WHERE (n.cases, n.numbers, n.lowest, n.highest) IS DISTINCT FROM (c.last, c.last, 1, c.last) AND NOT (n.year IS NULL AND c.last = 0)`,
  }),
  inSql({
    code: 'workflow.closed_with_its_answer',
    sentence:
      'A case closes with a delivered letter that closes it, or with a consultation answered by word of mouth; a refused request with its notice',
    rule: 'promise: a refused request has its notice letter',
    sql: `SELECT c.id AS "caseId", c.processable FROM "case" c WHERE c.stage = 'closed' AND NOT EXISTS (SELECT 1 FROM letter l
      WHERE l.case_id = c.id AND l.status = 'delivered' AND l.closes_case AND (c.processable OR l.kind = 'notice'))
        AND NOT (c.processable AND EXISTS (SELECT 1 FROM visit v WHERE v.case_id = c.id AND v.outcome = 'answered_orally'))
      UNION ALL
      SELECT c.id, c.processable FROM "case" c JOIN letter l ON l.case_id = c.id WHERE c.closed_at IS NOT NULL AND l.status NOT IN ('delivered', 'withdrawn')`,
  }),
  inSql({
    code: 'workflow.feedback',
    sentence: 'Each version of a feedback has its one event, in order; each step is in the table in force, and the last one is its state',
    rule: '31: every business change has its event in the same transaction',
    sql: `SELECT f.id AS "feedbackId", f.number, f.version, f.state, said.times, said.last, said.astray FROM feedback f
      CROSS JOIN LATERAL (SELECT count(*)::int AS times, count(DISTINCT e.version)::int AS versions, (array_agg(e.after->>'state' ORDER BY e.id DESC))[1] AS last,
        (array_agg(e.after->>'unitId' ORDER BY e.id DESC))[1] AS unit,
        bool_or(NOT coalesce((e.kind, e.before->>'state', e.after->>'state') IN (('feedback.assigned', 'logged', 'assigned'), ('feedback.assigned', 'assigned', 'assigned'),
          ('feedback.answered', 'assigned', 'answered'), ('feedback.closed', 'answered', 'closed'), ('feedback.dismissed', 'logged', 'dismissed'),
          ('feedback.dismissed', 'assigned', 'dismissed')), false) AND NOT (e.kind = 'feedback.logged' AND e.before IS NULL AND e.after->>'state' = 'logged')) AS astray
        FROM event e WHERE e.subject_type = 'Feedback' AND e.subject_id = f.id AND e.kind <> 'feedback.contact_read') said
      WHERE said.times <> f.version OR said.versions <> f.version OR said.last IS DISTINCT FROM f.state OR said.unit IS DISTINCT FROM f.unit_id::text OR said.astray`,
  }),
  inCode({
    code: 'workflow.feedback_channel',
    sentence:
      'Feedback is logged against an address that the standard of its service prints, and answered by a way in which its writer can be reached',
    rule: 'promise: the channels of the printed standards',
    offending: astrayFeedback,
  }),
  inSql({
    code: 'workflow.task_times',
    sentence: 'Work lies on a desk between the registration of its case and its end, and is not done before it came',
    rule: 'promise: the desk-time ledger is derived from it',
    sql: `SELECT t.id AS "taskId", t.kind, t.case_id AS "caseId", t.opened_at AS opened, t.closed_at AS closed FROM task t JOIN "case" c ON c.id = t.case_id
      WHERE t.opened_at < c.registered_at OR t.closed_at < t.opened_at OR t.opened_at > c.closed_at OR t.closed_at > c.closed_at`,
  }),
]
