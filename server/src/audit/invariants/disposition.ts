import {
  DISPOSITION_ACTIONS,
  DISPOSITION_WORKFLOW,
  TERMINAL_STAGES,
  type DispositionAction,
  type DispositionFacts,
  type DispositionState,
  type DispositionStep,
  type EventKind,
} from '@domain'
import { inCode, inSql, type Invariant, type OffendingRow, type Tools } from './invariant.js'

/** What each event does to a branch. */
const ACTIONS: Readonly<Partial<Record<EventKind, readonly DispositionAction[]>>> = {
  'disposition.read': ['mark_read'],
  'disposition.accepted': ['accept', 'resume'],
  'disposition.done': ['finish'],
  'disposition.returned': ['send_back'],
  'disposition.withdrawn': ['withdraw'],
  'disposition.superseded': ['supersede'],
}

/** Branches that the end of their case closes go to done from wherever they stood. */
const ENDED_WITH_CASE: readonly DispositionState[] = ['sent', 'read', 'accepted']

interface BranchEvent {
  readonly id: string
  readonly kind: EventKind
  readonly subjectId: string
  readonly before: DispositionFacts | null
  readonly after: DispositionFacts
}

function isInTable({ kind, before, after }: BranchEvent): boolean {
  if (kind === 'disposition.sent') return before === null && after.state === 'sent'
  if (!before) return false
  if (kind === 'disposition.done' && after.state === 'done' && ENDED_WITH_CASE.includes(before.state)) return true
  return DISPOSITION_ACTIONS.filter((action) => ACTIONS[kind]?.includes(action)).some((action) => {
    const step: DispositionStep = DISPOSITION_WORKFLOW[action]
    return step.from.includes(before.state) && step.to === after.state
  })
}

async function* wrongMoves(tools: Tools): AsyncIterable<OffendingRow> {
  let previous: BranchEvent | null = null
  const events = tools.rows<BranchEvent>(
    `SELECT id, kind, subject_id AS "subjectId", before, after FROM event WHERE subject_type = 'Disposition' AND kind LIKE 'disposition.%' ORDER BY subject_id, id`,
  )
  for await (const event of events) {
    const { id, kind, subjectId, before, after } = event
    const moved = { dispositionId: subjectId, eventId: id, kind, from: before?.state ?? null, to: after.state }
    if (!isInTable(event)) yield { ...moved, problem: 'not in the workflow table' }
    else if (before && previous?.subjectId === subjectId && previous.after.state !== before.state) {
      yield { ...moved, problem: `the step before ended in ${previous.after.state}` }
    }
    previous = event
  }
}

const inWords = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ')

const IN_FORCE = `('sent', 'read', 'accepted', 'done')`

/** The tree of dispositions. */
export const DISPOSITION: readonly Invariant[] = [
  inSql({
    code: 'disposition.forest',
    sentence: 'Branches form trees inside their case, each sent by the post its parent went to',
    rule: '4: a disposition is a tree',
    sql: `WITH RECURSIVE tree AS (
        SELECT id FROM disposition WHERE parent_id IS NULL UNION SELECT d.id FROM disposition d JOIN tree ON tree.id = d.parent_id
      )
      SELECT d.id AS "dispositionId", d.case_id AS "caseId", d.parent_id AS "parentId" FROM disposition d LEFT JOIN disposition p ON p.id = d.parent_id
      WHERE d.id NOT IN (SELECT id FROM tree) OR p.case_id <> d.case_id OR p.to_position_id <> d.from_position_id OR p.kind = 'copy'`,
  }),
  inSql({
    code: 'disposition.one_main',
    sentence: 'A case has at most one main root in force, and a branch at most one main child in force',
    rule: '4: at most one active main assignment',
    sql: `SELECT case_id AS "caseId", parent_id AS "parentId", count(*)::int AS branches FROM disposition
      WHERE kind = 'main' AND state IN ${IN_FORCE} GROUP BY case_id, parent_id HAVING count(*) > 1`,
  }),
  inSql({
    code: 'disposition.done_after_its_children',
    sentence: 'A branch is done only when no main branch below it still waits',
    rule: 'promise: a parent is complete only when its mandatory children are',
    sql: `SELECT p.id AS "dispositionId", p.case_id AS "caseId", d.id AS "childId", d.state FROM disposition d JOIN disposition p ON p.id = d.parent_id
      WHERE p.state = 'done' AND d.kind = 'main' AND d.state IN ('sent', 'read', 'accepted')`,
  }),
  inSql({
    code: 'disposition.ended_below_the_ended',
    sentence: 'Nothing is in force below a branch that came back, was withdrawn or overtaken',
    rule: '25: past handlers lose the case at re-disposition',
    sql: `SELECT d.id AS "dispositionId", d.case_id AS "caseId", d.state, p.state AS "parentState" FROM disposition d JOIN disposition p ON p.id = d.parent_id
      WHERE p.state IN ('returned', 'withdrawn', 'superseded') AND d.state IN ${IN_FORCE}`,
  }),
  inSql({
    code: 'disposition.handlers',
    sentence: 'The handlers of a case are the recipients of its branches in force',
    rule: '25: past handlers lose the case at re-disposition',
    sql: `SELECT c.id AS "caseId", c.handler_position_ids AS handlers, r.posts AS recipients FROM "case" c
      CROSS JOIN LATERAL (SELECT coalesce(array_agg(DISTINCT d.to_position_id), '{}') AS posts FROM disposition d WHERE d.case_id = c.id AND d.state IN ${IN_FORCE}) r
      WHERE NOT (c.handler_position_ids @> r.posts AND r.posts @> c.handler_position_ids) OR cardinality(c.handler_position_ids) <> cardinality(r.posts)`,
  }),
  inSql({
    code: 'disposition.holder',
    sentence: 'The post that holds a case received its deepest main branch in force',
    rule: '4: a case that is not terminal has an owner',
    sql: `SELECT c.id AS "caseId", c.stage, c.holder_position_id AS holder, leaf.to_position_id AS recipient FROM "case" c
      LEFT JOIN LATERAL (SELECT d.to_position_id FROM disposition d WHERE d.case_id = c.id AND d.kind = 'main' AND d.state IN ${IN_FORCE}
        AND NOT EXISTS (SELECT 1 FROM disposition b WHERE b.parent_id = d.id AND b.kind = 'main' AND b.state IN ${IN_FORCE}) ORDER BY d.sent_at DESC LIMIT 1) leaf ON true
      WHERE c.holder_position_id IS DISTINCT FROM leaf.to_position_id`,
  }),
  inSql({
    code: 'disposition.holder_at_work',
    sentence: 'No main branch is done before its case has ended',
    rule: '4: a case that is not terminal has an owner',
    sql: `SELECT d.id AS "dispositionId", d.case_id AS "caseId", c.stage FROM disposition d JOIN "case" c ON c.id = d.case_id
      WHERE d.kind = 'main' AND d.state = 'done' AND c.stage NOT IN (${inWords(TERMINAL_STAGES)})`,
  }),
  inSql({
    code: 'disposition.unit',
    sentence: 'A case belongs to the working group whose head or Asisten holds it',
    rule: '21: what a rule reads of a case is kept by the act that changes it',
    sql: `SELECT c.id AS "caseId", c.stage, c.unit_id AS "unitId", p.unit_id AS "holderUnitId" FROM "case" c JOIN "position" p ON p.id = c.holder_position_id
      WHERE c.stage IN ('with_unit', 'assigned', 'in_process') AND c.unit_id IS DISTINCT FROM p.unit_id OR c.stage IN ('registered', 'handed_over') AND c.unit_id IS NOT NULL`,
  }),
  inSql({
    code: 'disposition.versions',
    sentence: 'The versions of a branch are 1..n, one event each',
    rule: '31: every business change has its event in the same transaction',
    sql: `SELECT d.id AS "dispositionId", d.case_id AS "caseId", d.state, d.version, e.events, e.highest FROM disposition d
      CROSS JOIN LATERAL (SELECT count(*) AS events, max(version) AS highest FROM event WHERE subject_id = d.id AND subject_type = 'Disposition') e
      WHERE (e.events, e.highest) IS DISTINCT FROM (d.version::bigint, d.version)`,
  }),
  inCode({
    code: 'disposition.transitions',
    sentence: 'Every step of a branch is in the workflow table and begins where the one before ended',
    rule: '3: state is decided by the table, under the row lock',
    offending: (_, tools) => wrongMoves(tools),
  }),
  inSql({
    code: 'disposition.last_step_is_state',
    sentence: 'What the last event of a branch left behind is what its row says',
    rule: '31: every business change has its event in the same transaction',
    sql: `SELECT d.id AS "dispositionId", d.case_id AS "caseId", d.state, e.after->>'state' AS told FROM disposition d
      LEFT JOIN LATERAL (SELECT after FROM event WHERE subject_id = d.id AND subject_type = 'Disposition' ORDER BY id DESC LIMIT 1) e ON true
      WHERE d.state IS DISTINCT FROM e.after->>'state' OR (d.ended_at IS NOT NULL) <> (d.state IN ('done', 'returned', 'withdrawn', 'superseded'))`,
  }),
  inSql({
    code: 'disposition.copies_equal_the_case',
    sentence: 'Facts copied from a case onto its branches, letters and tasks equal the case',
    rule: '21: one row answers a rule, so the copies must be true',
    sql: `SELECT 'disposition' AS "table", d.id, d.case_id AS "caseId" FROM disposition d JOIN "case" c ON c.id = d.case_id
      WHERE (d.case_unit_id, d.secrecy, d.case_handler_position_ids, d.excluded_person_ids, d.case_registrar_id)
        IS DISTINCT FROM (c.unit_id, c.secrecy, c.handler_position_ids, c.excluded_person_ids, c.registrar_id)
      UNION ALL
      SELECT 'letter', l.id, l.case_id FROM letter l JOIN "case" c ON c.id = l.case_id
      WHERE (l.case_unit_id, l.secrecy, l.case_handler_position_ids, l.excluded_person_ids, l.case_holder_position_id, l.case_registrar_id)
        IS DISTINCT FROM (c.unit_id, c.secrecy, c.handler_position_ids, c.excluded_person_ids, c.holder_position_id, c.registrar_id)
      UNION ALL
      SELECT 'task', t.id, t.case_id FROM task t JOIN "case" c ON c.id = t.case_id
      WHERE (t.secrecy, t.excluded_person_ids, t.case_registrar_id) IS DISTINCT FROM (c.secrecy, c.excluded_person_ids, c.registrar_id)`,
  }),
]
