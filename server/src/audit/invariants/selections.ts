import {
  REQUEST_STATES,
  SELECTION_ACTIONS,
  SELECTION_STAGES,
  selectionAfter,
  SELECTION_WORKFLOW,
  stagesToReopen,
  type EventKind,
  type SelectionAction,
  type SelectionFacts,
  type SelectionStep,
} from '@domain'
import { inCode, inSql, type Invariant, type OffendingRow, type Tools } from './invariant.js'

/** The stages in their order, as SQL. */
const STAGES = `ARRAY[${SELECTION_STAGES.map((stage) => `'${stage}'`).join(', ')}]`

/** The actions an event may tell of. */
const ACTIONS: Readonly<Partial<Record<EventKind, SelectionAction>>> = {
  'selection.request_attached': 'attach_request',
  'selection.documents_recorded': 'receive',
  'selection.checks_recorded': 'check',
  'selection.posts_saved': 'define_posts',
  'selection.plan_saved': 'plan',
  'selection.announcement_extended': 'extend',
  'selection.post_dropped': 'drop_post',
  'selection.applicants_recorded': 'enrol',
  'selection.results_recorded': 'score',
  'selection.results_corrected': 'score',
  'selection.shortlisted': 'shortlist',
  'selection.appointed': 'appoint',
  'selection.advanced': 'advance',
  'selection.finished': 'finish',
  'selection.reopened': 'reopen',
  'selection.cancelled': 'cancel',
}

interface SelectionEvent {
  readonly id: string
  readonly kind: EventKind
  readonly selectionId: string
  readonly before: SelectionFacts | null
  readonly after: SelectionFacts
}

function isInTable({ kind, before, after }: SelectionEvent): boolean {
  if (kind === 'selection.opened') return before === null && after.stage === 'planning' && after.state === 'running'
  const action = ACTIONS[kind]
  if (!before || !action || !SELECTION_ACTIONS.includes(action)) return false
  if (action === 'reopen') return after.state === 'running' && stagesToReopen(before).includes(after.stage)
  if (before.state !== 'running') return false
  const step: SelectionStep = SELECTION_WORKFLOW[action]
  const expected = selectionAfter(before, action)
  return step.in.includes(before.stage) && expected.stage === after.stage && expected.state === after.state
}

async function* wrongMoves(tools: Tools): AsyncIterable<OffendingRow> {
  const events = tools.rows<SelectionEvent>(
    `SELECT id, kind, subject_id AS "selectionId", before, after FROM event WHERE subject_type = 'Selection' ORDER BY subject_id, id`,
  )
  for await (const event of events) {
    if (!isInTable(event)) {
      const { id, kind, selectionId, before, after } = event
      yield { selectionId, eventId: id, kind, from: before?.stage ?? null, to: after.stage, state: after.state }
    }
  }
}

const CASES_OF = `SELECT case_id FROM selection_request WHERE selection_id = s.id UNION SELECT s.opened_by_case_id`

/** Selections for senior posts. */
export const SELECTIONS: readonly Invariant[] = [
  inSql({
    code: 'selections.versions',
    sentence: 'The versions of a selection are 1..n, one event each, and n is its version',
    rule: '2: every change of a row counts its version up',
    sql: `SELECT s.id AS "selectionId", s.version, e.events, e.highest FROM selection s
      CROSS JOIN LATERAL (SELECT count(*) AS events, count(DISTINCT version) AS distinct_versions, min(version) AS lowest, max(version) AS highest
        FROM event WHERE subject_id = s.id AND subject_type = 'Selection') e
      WHERE (e.events, e.distinct_versions, e.lowest, e.highest) IS DISTINCT FROM (s.version::bigint, s.version::bigint, 1, s.version)`,
  }),
  inCode({
    code: 'selections.transitions',
    sentence: 'Every move of a selection is in its table, and each act was done in a stage that has it',
    rule: '3: state is decided by the table, under the row lock',
    offending: (_, tools) => wrongMoves(tools),
  }),
  inSql({
    code: 'selections.copies_equal_the_cases',
    sentence: 'What the rules know of a selection is what its cases say: unit, strictest secrecy, handlers, exclusions',
    rule: '3: a rule that reads stale facts lets the wrong person in',
    sql: `SELECT s.id AS "selectionId", s.secrecy, f.secrecy AS strictest FROM selection s
      CROSS JOIN LATERAL (SELECT (ARRAY['biasa','terbatas','rahasia','sangat_rahasia'])[max(array_position(ARRAY['biasa','terbatas','rahasia','sangat_rahasia'], c.secrecy))] AS secrecy
        FROM "case" c WHERE c.id IN (${CASES_OF})) f
      WHERE s.secrecy <> f.secrecy
        OR NOT s.handler_position_ids @> ARRAY(SELECT h FROM "case" c, unnest(c.handler_position_ids) h WHERE c.id IN (${CASES_OF}))
        OR NOT ARRAY(SELECT h FROM "case" c, unnest(c.handler_position_ids) h WHERE c.id IN (${CASES_OF})) @> s.handler_position_ids
        OR NOT s.excluded_person_ids @> ARRAY(SELECT e FROM "case" c, unnest(c.excluded_person_ids) e WHERE c.id IN (${CASES_OF}))
        OR NOT EXISTS (SELECT FROM "case" c WHERE c.id IN (${CASES_OF}) AND c.unit_id IS NOT DISTINCT FROM s.unit_id)`,
  }),
  inSql({
    code: 'selections.released_with_its_letter',
    sentence:
      'Results are open exactly when the letter that recommends them has its number, and has not been overtaken by a correction of the agency',
    rule: '23: what may not be read yet is shown to nobody else',
    sql: `SELECT s.id AS "selectionId", s.results_released AS released FROM selection s
      WHERE s.results_released <> EXISTS (SELECT FROM selection_request r JOIN letter l ON l.case_id = r.case_id
        WHERE r.selection_id = s.id AND r.superseded_at IS NULL AND r.stage = 'results' AND l.kind = 'recommendation' AND l.status IN ('issued', 'delivered'))`,
  }),
  inSql({
    code: 'selections.requests',
    sentence:
      'A request is answered or withdrawn exactly when its case has ended so; a complete one has a complete case; the agency is the same',
    rule: '1: half states exist only where two commits exist',
    sql: `SELECT r.id AS "requestId", r.state, c.stage, c.complete_at AS "completeAt" FROM selection_request r
      JOIN "case" c ON c.id = r.case_id JOIN selection s ON s.id = r.selection_id
      WHERE r.state <> ALL (ARRAY[${REQUEST_STATES.map((state) => `'${state}'`).join(', ')}]) OR (r.state = 'answered') <> (c.stage = 'closed')
        OR (r.state = 'withdrawn') <> (c.stage = 'withdrawn') OR (r.state = 'complete' AND c.complete_at IS NULL)
        OR c.service <> 'JPT' OR c.agency_code <> s.agency_code`,
  }),
  inSql({
    code: 'selections.ranks_follow_scores',
    sentence: 'Ranks of a component are 1..n, the better score first, and whoever does not proceed comes after those who do',
    rule: '4: the database repeats the law',
    sql: `SELECT * FROM (SELECT post_id AS "postId", component, rank, score, proceeds, row_number() OVER w AS place, lag(score) OVER w AS better,
        lag(proceeds) OVER w AS went FROM candidate_score WINDOW w AS (PARTITION BY post_id, component ORDER BY rank)) r
      WHERE r.rank <> r.place OR r.score > r.better OR (r.proceeds AND NOT r.went)`,
  }),
  inSql({
    code: 'selections.only_participants_score',
    sentence: 'Scores belong to participants: qualified, recommended by the PPK, and not let go by an earlier component',
    rule: '4: the database repeats the law',
    sql: `SELECT s.id AS "scoreId", s.component FROM candidate_score s JOIN candidate c ON c.id = s.candidate_id
      WHERE c.qualified IS NOT TRUE OR c.recommendation_number IS NULL OR c.post_id <> s.post_id
        OR EXISTS (SELECT FROM candidate_score e WHERE e.candidate_id = s.candidate_id AND NOT e.proceeds
          AND array_position(ARRAY['track_record','assessment','paper','interview','final'], e.component)
            < array_position(ARRAY['track_record','assessment','paper','interview','final'], s.component))`,
  }),
  inSql({
    code: 'selections.three_best',
    sentence: 'A shortlist is exactly three, and they are the first three of the final ranking',
    rule: '4: the database repeats the law',
    sql: `SELECT x.post_id AS "postId", count(*) AS names FROM shortlisted x
      LEFT JOIN candidate_score s ON s.candidate_id = x.candidate_id AND s.post_id = x.post_id AND s.component = 'final' AND s.rank = x.place
      GROUP BY x.post_id HAVING count(*) <> 3 OR count(s.id) <> 3 OR array_agg(x.place ORDER BY x.place) <> ARRAY[1, 2, 3]`,
  }),
  inSql({
    code: 'selections.one_of_three',
    sentence: 'The appointed is one of the three, by the authority of the level; a finished selection has one for every post',
    rule: '4: the database repeats the law',
    sql: `SELECT a.post_id AS "postId", a.authority FROM appointment a JOIN vacant_post p ON p.id = a.post_id
      WHERE NOT EXISTS (SELECT FROM shortlisted x WHERE x.post_id = a.post_id AND x.candidate_id = a.candidate_id)
        OR (p.level = 'pratama') <> (a.authority = 'ppk')
      UNION ALL
      SELECT p.id, 'missing' FROM vacant_post p JOIN selection s ON s.id = p.selection_id
      WHERE s.state = 'finished' AND p.dropped_at IS NULL AND NOT EXISTS (SELECT FROM appointment a WHERE a.post_id = p.id)`,
  }),
  inSql({
    code: 'selections.reopenings_told',
    sentence: 'Every reopening has its event and every event its reopening: the same stages, the same reason',
    rule: '31: every business change has its event in the same transaction',
    sql: `SELECT coalesce(r.selection_id, e.subject_id) AS "selectionId", r.id AS "reopeningId", e.id AS "eventId" FROM selection_reopening r
      FULL JOIN (SELECT * FROM event WHERE kind = 'selection.reopened') e ON e.subject_id = r.selection_id AND e.at = r.at AND e.before->>'stage' = r.from_stage
        AND e.after->>'stage' = r.to_stage AND e.detail->>'cause' = r.cause
      WHERE r.id IS NULL OR e.id IS NULL`,
  }),
  inSql({
    code: 'selections.set_aside',
    sentence:
      'What was set aside was set aside by an act: a name with the reason its event gives, a check by a reopening of its stage or an earlier one',
    rule: '31: what was changed is what is recorded',
    sql: `SELECT c.selection_id AS "selectionId", c.id AS "choiceId", c.kind FROM set_aside_choice c JOIN vacant_post p ON p.id = c.post_id
      WHERE p.selection_id <> c.selection_id OR NOT EXISTS (SELECT FROM event e WHERE e.subject_id = c.selection_id
        AND e.kind IN ('selection.reopened', 'selection.appointed') AND e.at = c.at AND e.note = c.reason)
      UNION ALL
      SELECT r.selection_id, NULL, k.stage FROM set_aside_check k JOIN selection_reopening r ON r.id = k.reopening_id
      WHERE array_position(${STAGES}, k.stage) < array_position(${STAGES}, r.to_stage)`,
  }),
  inSql({
    code: 'selections.corrections_follow',
    sentence: 'Where scores were corrected, the last correction ends in what stands there now, and each begins where the one before ended',
    rule: '31: what was changed is what is recorded',
    sql: `WITH line AS (SELECT k.post_id, k.component, l.candidate_id, k.at, k.id, l.old_score, l.old_rank, l.old_proceeds, l.new_score, l.new_rank, l.new_proceeds,
          lag(k.outcome) OVER w AS earlier, lag(l.new_score) OVER w AS was_score, lag(l.new_rank) OVER w AS was_rank, lag(l.new_proceeds) OVER w AS was_proceeds,
          row_number() OVER (PARTITION BY l.candidate_id, k.component ORDER BY k.at DESC, k.id DESC) AS from_last
        FROM result_correction k JOIN score_correction l ON l.correction_id = k.id WINDOW w AS (PARTITION BY l.candidate_id, k.component ORDER BY k.at, k.id))
      SELECT line.id AS "correctionId", line.component, line.candidate_id AS "candidateId" FROM line
      LEFT JOIN candidate_score s ON s.candidate_id = line.candidate_id AND s.component = line.component
      WHERE (line.from_last = 1 AND line.new_score IS NOT NULL AND (s.score, s.rank, s.proceeds) IS DISTINCT FROM (line.new_score, line.new_rank, line.new_proceeds))
        OR (line.earlier = 'corrected' AND line.was_score IS NOT NULL
          AND (line.old_score, line.old_rank, line.old_proceeds) IS DISTINCT FROM (line.was_score, line.was_rank, line.was_proceeds))
      UNION ALL
      SELECT k.id, k.component, NULL FROM result_correction k WHERE k.outcome = 'corrected'
        AND NOT EXISTS (SELECT FROM event e WHERE e.subject_id = k.selection_id AND e.kind = 'selection.results_corrected' AND e.at = k.at AND e.note = k.reason)`,
  }),
  inSql({
    code: 'selections.extended_forwards',
    sentence: 'Extensions follow each other, and the last one is the closing day of the schedule',
    rule: '31: what was changed is what is recorded',
    sql: `SELECT e.id AS "extensionId", e.old_closes_on AS old, e.new_closes_on AS new FROM announcement_extension e
      JOIN selection_schedule d ON d.selection_id = e.selection_id AND d.stage = 'announcement'
      WHERE e.new_closes_on <= e.old_closes_on OR (e.new_closes_on <> d.ends_on AND NOT EXISTS (
        SELECT FROM announcement_extension n WHERE n.selection_id = e.selection_id AND n.old_closes_on = e.new_closes_on))`,
  }),
]
