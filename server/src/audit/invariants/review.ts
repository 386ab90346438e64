import { LETTER_ACTIONS, LETTER_WORKFLOW, type EventKind, type LetterAction, type LetterFacts, type LetterStep } from '@domain'
import { canonicalJson, sha256Hex } from '@press'
import { inCode, inSql, type Invariant, type OffendingRow, type Tools } from './invariant.js'

/** What each event does to a letter; the others leave its status as it was. */
const ACTIONS: Readonly<Partial<Record<EventKind, LetterAction>>> = {
  'letter.saved': 'edit',
  'letter.submitted': 'submit',
  'letter.passed': 'pass',
  'letter.approved': 'approve',
  'letter.returned': 'return',
  'letter.recalled': 'recall',
  'letter.approval_withdrawn': 'return_approved',
  'letter.issued': 'issue',
  'letter.delivered': 'deliver',
  'letter.withdrawn': 'withdraw',
  'letter.void_requested': 'request_void',
  'letter.void_declined': 'decline_void',
  'letter.number_voided': 'void',
}

const STAYS: readonly EventKind[] = [
  'letter.rendered',
  'letter.commented',
  'letter.comment_resolved',
  'letter.comment_reopened',
  'delivery.changed',
]

interface LetterEvent {
  readonly id: string
  readonly kind: EventKind
  readonly letterId: string
  readonly before: LetterFacts | null
  readonly after: LetterFacts
}

function isInTable({ kind, before, after }: LetterEvent): boolean {
  if (kind === 'letter.drafted') return before === null && after.status === 'draft'
  if (!before) return false
  if (STAYS.includes(kind)) return before.status === after.status
  const action = LETTER_ACTIONS.find((known) => known === ACTIONS[kind])
  if (!action) return false
  const step: LetterStep = LETTER_WORKFLOW[action]
  return step.from.includes(before.status) && step.to === after.status
}

async function* wrongMoves(tools: Tools): AsyncIterable<OffendingRow> {
  let previous: LetterEvent | null = null
  const events = tools.rows<LetterEvent>(
    `SELECT id, kind, subject_id AS "letterId", before, after FROM event WHERE subject_type = 'Letter' ORDER BY subject_id, id`,
  )
  for await (const event of events) {
    const { id, kind, letterId, before, after } = event
    const moved = { letterId, eventId: id, kind, from: before?.status ?? null, to: after.status }
    if (!isInTable(event)) yield { ...moved, problem: 'not in the workflow table' }
    else if (before && previous?.letterId === letterId && previous.after.status !== before.status) {
      yield { ...moved, problem: `the step before ended in ${previous.after.status}` }
    }
    previous = event
  }
}

async function* wrongHashes(tools: Tools): AsyncIterable<OffendingRow> {
  const versions = tools.rows<{ letterId: string; number: number; content: unknown; stored: string }>(
    'SELECT letter_id AS "letterId", number, content, content_hash AS stored FROM letter_version ORDER BY letter_id, number',
  )
  for await (const { letterId, number, content, stored } of versions) {
    const computed = sha256Hex(canonicalJson(content))
    if (computed !== stored) yield { letterId, number, stored, computed }
  }
}

/** Drafting, review in tiers, approval. */
export const REVIEW: readonly Invariant[] = [
  inSql({
    code: 'review.tiers_in_order',
    sentence: 'In each round the tiers follow each other, each by the post the chain names, and the last one approves',
    rule: '24: each tier another person',
    sql: `SELECT s.letter_id AS "letterId", s.round, s.tier, s.action, s.position_id AS "positionId" FROM review_step s JOIN letter l ON l.id = s.letter_id
      WHERE s.action IN ('pass', 'approve', 'return') AND (
        (SELECT count(*) FROM review_step b WHERE b.letter_id = s.letter_id AND b.round = s.round AND b.action = 'pass' AND b.tier < s.tier AND b.at <= s.at) <> s.tier - 1
        OR NOT EXISTS (SELECT 1 FROM review_step b WHERE b.letter_id = s.letter_id AND b.round = s.round AND b.action = 'submit' AND b.at <= s.at)
        OR NOT EXISTS (SELECT 1 FROM jsonb_array_elements(l.chain) t WHERE (t->>'tier')::int = s.tier AND (t->>'positionId')::uuid = s.position_id
          AND (s.action = 'return' OR (t->>'approves')::boolean = (s.action = 'approve'))))`,
  }),
  inSql({
    code: 'review.distinct_people',
    sentence: 'Nobody takes two tiers of one round',
    rule: '24: each tier another person',
    sql: `SELECT letter_id AS "letterId", round, person_id AS "personId", count(*)::int AS steps FROM review_step
      WHERE action IN ('pass', 'approve') GROUP BY letter_id, round, person_id HAVING count(*) > 1`,
  }),
  inSql({
    code: 'review.never_ones_own',
    sentence: 'Nobody passes or approves a letter they had written in',
    rule: '24: the drafter is never reviewer or approver of the same letter',
    sql: `SELECT s.letter_id AS "letterId", s.round, s.action, s.person_id AS "personId" FROM review_step s JOIN letter l ON l.id = s.letter_id
      WHERE s.action IN ('pass', 'approve') AND (s.person_id = l.drafter_id OR EXISTS (SELECT 1 FROM letter_version v
        WHERE v.letter_id = s.letter_id AND v.at <= s.at AND v.author_id = s.person_id))
      UNION ALL
      SELECT e.subject_id, NULL, e.kind, e.actor_id FROM event e WHERE e.kind IN ('letter.passed', 'letter.approved') AND e.before->'authorIds' ? e.actor_id::text`,
  }),
  inSql({
    code: 'review.one_open_round',
    sentence: 'A letter in review is in its last round, at the tier after those passed; any other letter has no round open',
    rule: '4: one open review round',
    sql: `SELECT l.id AS "letterId", l.status, l.round, l.tier, r.submitted, r.passed, r.ended FROM letter l
      CROSS JOIN LATERAL (SELECT coalesce(max(round) FILTER (WHERE action = 'submit'), 0) AS submitted,
        count(*) FILTER (WHERE action = 'pass' AND round = l.round)::int AS passed,
        count(*) FILTER (WHERE action IN ('approve', 'return', 'recall') AND round = l.round)::int AS ended,
        count(DISTINCT round) FILTER (WHERE action = 'submit')::int AS rounds,
        count(DISTINCT round) FILTER (WHERE action IN ('approve', 'return', 'recall') AND round < l.round)::int AS closed FROM review_step WHERE letter_id = l.id) r
      WHERE r.submitted <> l.round OR r.rounds <> l.round OR r.closed <> greatest(l.round - 1, 0) OR r.ended > 1
        OR CASE WHEN l.status = 'in_review' THEN r.ended <> 0 OR l.tier <> r.passed + 1
          OR NOT EXISTS (SELECT 1 FROM jsonb_array_elements(l.chain) t WHERE (t->>'tier')::int = l.tier AND (t->>'positionId')::uuid = l.reviewer_position_id)
          WHEN l.status = 'withdrawn' OR l.round = 0 THEN l.reviewer_position_id IS NOT NULL
          ELSE r.ended <> 1 OR l.reviewer_position_id IS NOT NULL END`,
  }),
  inSql({
    code: 'review.versions',
    sentence: 'The versions of a letter are 1..n without gap, and n is the one it was submitted with',
    rule: '10: versions are immutable and consecutive',
    sql: `SELECT l.id AS "letterId", l.submitted_version AS submitted, v.versions, v.highest FROM letter l
      CROSS JOIN LATERAL (SELECT count(DISTINCT number)::int AS versions, count(*)::int AS rows, coalesce(max(number), 0) AS highest FROM letter_version WHERE letter_id = l.id) v
      WHERE (v.rows, v.versions, v.highest) IS DISTINCT FROM (l.submitted_version, l.submitted_version, l.submitted_version)`,
  }),
  inCode({
    code: 'review.version_hash',
    sentence: 'The hash of every version is the SHA-256 of its canonical content',
    rule: '10: approval binds bytes',
    offending: (_, tools) => wrongHashes(tools),
  }),
  inSql({
    code: 'review.approved_is_latest',
    sentence: 'What was approved is the latest version, what each tier of its round saw, and what was issued',
    rule: '10: what was approved is what is sent',
    sql: `SELECT l.id AS "letterId", l.status, v.content_hash AS version, l.content_hash AS content, l.approved_hash AS approved, l.issued_hash AS issued FROM letter l
      LEFT JOIN letter_version v ON v.letter_id = l.id AND v.number = l.submitted_version
      WHERE l.content_hash IS DISTINCT FROM v.content_hash
        OR l.status IN ('approved', 'issued', 'delivered') AND (l.approved_hash IS DISTINCT FROM v.content_hash
          OR NOT EXISTS (SELECT 1 FROM review_step s WHERE s.letter_id = l.id AND s.round = l.round AND s.action = 'approve' AND s.person_id = l.approved_by))
        OR l.status IN ('issued', 'delivered') AND l.issued_hash IS DISTINCT FROM l.approved_hash
        OR EXISTS (SELECT 1 FROM review_step s WHERE s.letter_id = l.id AND s.round = l.round AND s.action IN ('submit', 'pass', 'approve') AND s.content_hash IS DISTINCT FROM v.content_hash)`,
  }),
  inSql({
    code: 'review.letter_versions',
    sentence: 'The versions of a letter row are 1..n, each told by an event',
    rule: '2: every change of a row counts its version up',
    sql: `SELECT l.id AS "letterId", l.version, e.versions, e.highest FROM letter l
      CROSS JOIN LATERAL (SELECT count(DISTINCT version)::int AS versions, max(version) AS highest FROM event WHERE subject_id = l.id AND subject_type = 'Letter') e
      WHERE (e.versions, e.highest) IS DISTINCT FROM (l.version, l.version)`,
  }),
  inCode({
    code: 'review.transitions',
    sentence: 'Every step of a letter is in the workflow table and begins where the one before ended',
    rule: '3: state is decided by the table, under the row lock',
    offending: (_, tools) => wrongMoves(tools),
  }),
  inSql({
    code: 'review.last_step_is_status',
    sentence: 'What the last event of a letter left behind is what its row says',
    rule: '31: every business change has its event in the same transaction',
    sql: `SELECT l.id AS "letterId", l.status, e.after->>'status' AS told FROM letter l
      LEFT JOIN LATERAL (SELECT after FROM event WHERE subject_id = l.id AND subject_type = 'Letter' ORDER BY id DESC LIMIT 1) e ON true
      WHERE (l.status, l.tier, l.tiers, l.reviewer_position_id) IS DISTINCT FROM
        (e.after->>'status', (e.after->>'tier')::int, (e.after->>'tiers')::int, (e.after->>'reviewerPositionId')::uuid)
        OR NOT (to_jsonb(l.author_ids) @> (e.after->'authorIds') AND (e.after->'authorIds') @> to_jsonb(l.author_ids))`,
  }),
]
