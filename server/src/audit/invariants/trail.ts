import { GENESIS, isLink } from '../../platform/event-log/chain.js'
import { EVENT_COLUMNS, type LoggedEvent } from '../../platform/event-log/logged-event.js'
import { inCode, inSql, MOST_ROWS, type Invariant, type OffendingRow, type Queryable, type Tools } from './invariant.js'

/** Recomputes the chain; after a broken link it goes on from what is stored, so that one change is reported once. */
async function* brokenLinks(tools: Tools): AsyncIterable<OffendingRow> {
  let head: Buffer = GENESIS
  const links = tools.rows<Omit<LoggedEvent, 'offset'> & { offset: string }>(
    `SELECT l."offset", l.prev, l.hash, ${EVENT_COLUMNS} FROM log l JOIN event e ON e.id = l.event_id ORDER BY l."offset"`,
  )
  for await (const event of links) {
    const problem = !event.prev.equals(head)
      ? 'does not follow the link before'
      : !isLink(event.hash, event.prev, Number(event.offset), event)
        ? 'the event is not what was hashed'
        : null
    if (problem) yield { offset: event.offset, eventId: event.id, kind: event.kind, problem }
    head = event.hash
  }
}

/**
 * Anchors that the log does not have (one written after this snapshot of it was taken is left alone), lines that are none, and what has stood in the
 * log for two days behind the last one.
 */
async function loose(db: Queryable, tools: Tools): Promise<OffendingRow[] | null> {
  const lines = await tools.anchors()
  if (lines === null) return null
  const anchors = lines.flatMap(({ line, anchor }) => (anchor ? [{ line, ...anchor }] : []))
  const notThere = await db.query<OffendingRow>(
    `SELECT a.line, a."offset", a.hash AS anchored, encode(l.hash, 'hex') AS "inLog",
       CASE WHEN l.hash IS NULL THEN 'the log ends before it' ELSE 'the log was written anew' END AS problem
     FROM jsonb_to_recordset($1::jsonb) AS a (line int, "offset" bigint, hash text, at timestamptz) LEFT JOIN log l ON l."offset" = a."offset"
     WHERE l.hash IS DISTINCT FROM decode(a.hash, 'hex') AND (l.hash IS NOT NULL OR a.at <= now()) ORDER BY a.line LIMIT ${MOST_ROWS}`,
    [JSON.stringify(anchors)],
  )
  const unanchored = await db.query<OffendingRow>(
    `SELECT min("offset")::text AS "offset", min(at) AS since, 'not anchored for two days' AS problem FROM log
     WHERE "offset" > $1 AND at < now() - interval '2 days' HAVING count(*) > 0`,
    [anchors.at(-1)?.offset ?? 0],
  )
  const strange = lines.filter(({ anchor }) => anchor === null).map(({ line }) => ({ line, problem: 'is no anchor' }))
  return [...notThere, ...strange, ...unanchored]
}

/** A NIK, NIP or NI PPPK of 16 or 18 digits, also as it is printed, or an e-mail address. Hashes are one word and do not match. */
const PERSONAL = String.raw`\m[0-9]{16}\M|\m[0-9]{18}\M|\m[0-9]{8} [0-9]{6} [0-9] [0-9]{3}\M|[^\s"@<>]+@[^\s"@<>]+\.[a-zA-Z]{2,}`

/** The audit log. */
export const TRAIL: readonly Invariant[] = [
  inSql({
    code: 'trail.dense',
    sentence: 'Offsets are 1..n without gap',
    rule: '7: only the log keeper gives offsets, to committed rows only',
    sql: `SELECT * FROM (SELECT "offset", lag("offset", 1, 0::bigint) OVER (ORDER BY "offset") AS previous, event_id AS "eventId" FROM log) l WHERE "offset" <> previous + 1`,
  }),
  inCode({
    code: 'trail.chain',
    sentence: 'The hash chain verifies from its first link to its head',
    rule: '31: hash = sha256(prev || offset || canonical event)',
    offending: (_, tools) => brokenLinks(tools),
  }),
  {
    code: 'trail.anchored',
    group: 'trail',
    sentence: 'The log is the one whose head was written down outside the database, at most two days ago',
    rule: '31: the head is anchored outside daily',
    check: loose,
  },
  inSql({
    code: 'trail.every_event_logged',
    sentence: 'Every event has an offset, or has waited for one for less than five seconds',
    rule: '7: an offset misses no committed event',
    sql: `SELECT e.id AS "eventId", e.kind, e.at, w.event_id IS NOT NULL AS waiting FROM event e LEFT JOIN log l ON l.event_id = e.id LEFT JOIN event_waiting w ON w.event_id = e.id
      WHERE (l.event_id IS NULL AND (w.event_id IS NULL OR e.at < now() - interval '5 seconds')) OR (l.event_id IS NOT NULL AND w.event_id IS NOT NULL)`,
  }),
  inSql({
    code: 'trail.order',
    sentence: 'Two events of one subject stand in the log in the order in which they were written',
    rule: '7: the second was inserted under the row lock the first had released',
    sql: `SELECT * FROM (SELECT e.subject_id AS "subjectId", e.id AS "eventId", l."offset", lag(l."offset") OVER (PARTITION BY e.subject_id ORDER BY e.id) AS previous
      FROM event e JOIN log l ON l.event_id = e.id) o WHERE "offset" < previous`,
  }),
  inSql({
    code: 'trail.no_personal_data',
    sentence: 'No identity number and no e-mail address stands in the body of an event',
    rule: '31: bodies hold ids and commitments, not personal data',
    sql: `SELECT id AS "eventId", kind, subject_type AS subject FROM event
      WHERE concat_ws(' ', before::text, after::text, detail::text) ~ '${PERSONAL}'`,
  }),
  inSql({
    code: 'trail.tasks',
    sentence: 'Every task was announced when it was opened and when it was closed',
    rule: '31: every business change has its event in the same transaction',
    sql: `SELECT t.id AS "taskId", t.kind, t.case_id AS "caseId", e.opened, e.closed, t.closed_at AS "closedAt" FROM task t
      CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE kind = 'task.opened') AS opened, count(*) FILTER (WHERE kind = 'task.closed') AS closed
        FROM event WHERE subject_id = t.id AND subject_type = 'Task') e
      WHERE e.opened <> 1 OR e.closed <> (t.closed_at IS NOT NULL)::int`,
  }),
  inSql({
    code: 'trail.clocks',
    sentence: 'Every line in the ledger of a clock was announced, of a new calendar those that moved, and everything asked about it',
    rule: '31: every business change has its event in the same transaction',
    sql: `WITH said (line, kind) AS (VALUES ('start','clock.started'), ('pause','clock.paused'), ('resume','clock.resumed'), ('extend','clock.extended'),
        ('reclassify','clock.reclassified'), ('set_limit','clock.limit_set'), ('excuse','clock.excused'), ('recount','clock.recounted'), ('stop','clock.stopped'))
      SELECT l.clock_id AS id, l.kind, l.lines, coalesce(e.events, 0) AS events FROM said
      JOIN (SELECT clock_id, kind, count(*) FILTER (WHERE kind <> 'reclassify' OR from_code IS NOT NULL) AS lines FROM clock_event GROUP BY clock_id, kind) l ON l.kind = said.line
      LEFT JOIN (SELECT subject_id, kind, count(*) AS events FROM event WHERE subject_type = 'Clock' GROUP BY subject_id, kind) e ON e.subject_id = l.clock_id AND e.kind = said.kind
      WHERE CASE WHEN l.kind = 'recount' THEN coalesce(e.events, 0) > l.lines ELSE l.lines <> coalesce(e.events, 0) END
      UNION ALL
      SELECT d.id, 'recount', (d.outcome->>'moves')::int, e.moved FROM rule_draft d JOIN calendar_version v ON v.draft_id = d.id
      CROSS JOIN LATERAL (SELECT count(*) AS moved FROM event WHERE kind = 'clock.recounted' AND detail->>'calendarId' = v.id::text) e
      WHERE (d.outcome->>'moves')::int > e.moved
      UNION ALL
      SELECT r.id, r.status, 1, e.asked + e.withdrawn FROM clock_request r CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE kind = 'clock.requested') AS asked,
          count(*) FILTER (WHERE kind = 'clock.declined') AS declined, count(*) FILTER (WHERE kind = 'clock.request_withdrawn') AS withdrawn
        FROM event WHERE subject_id = r.id AND subject_type = 'ClockRequest') e
      WHERE e.asked <> 1 OR e.declined <> (r.status = 'declined')::int OR e.withdrawn <> (r.status = 'withdrawn')::int`,
  }),
  inSql({
    code: 'trail.organisation',
    sentence: 'Every head of letters that somebody saved was announced, by them and at that instant',
    rule: '31: every business change has its event in the same transaction',
    sql: `SELECT p.id AS "profileId", p.number, p.saved_at AS saved FROM organisation_profile p WHERE p.saved_by IS NOT NULL AND (
      SELECT count(*) FROM event e WHERE e.kind = 'organisation.changed' AND e.subject_id = p.id AND e.actor_id = p.saved_by AND e.at = p.saved_at) <> 1`,
  }),
]
