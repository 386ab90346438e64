import { isClassification, nearestClock, rulesFor, type Channel, type Service } from '@domain'
import { calendars, CLOCK_LEDGER, time } from './clock-ledger.js'
import { CLOCK_RISK } from './clock-risk.js'
import { inCode, inSql, type Invariant, type OffendingRow, type Queryable, type Tools } from './invariant.js'

interface CaseClocks {
  readonly caseId: string
  readonly service: Service
  readonly channel: Channel
  readonly classification: string | null
  readonly underdeveloped: boolean
  readonly codes: readonly string[]
}

async function* wrongSets(tools: Tools): AsyncIterable<OffendingRow> {
  const cases = tools.rows<CaseClocks>(
    `SELECT c.id AS "caseId", c.service, c.channel, c.classification, coalesce(a.underdeveloped, false) AS underdeveloped,
       ARRAY(SELECT code FROM clock k WHERE k.case_id = c.id ORDER BY code) AS codes FROM "case" c LEFT JOIN agency a ON a.code = c.agency_code`,
  )
  for await (const { caseId, service, channel, classification, underdeveloped, codes } of cases) {
    const known = isClassification(classification) ? classification : null
    const demanded = rulesFor(service, channel, known, { underdeveloped })
      .map((rule) => rule.code)
      .sort()
    if (demanded.join() !== codes.join()) yield { caseId, service, channel, classification, demanded, codes }
  }
}

interface Shown {
  readonly caseId: string
  readonly nextCode: string | null
  readonly nextDueAt: Date | null
  readonly nextStartedAt: Date | null
  readonly nextFlag: string | null
  readonly clocks: readonly StoredTimes[]
}

/** A clock as JSON: instants in epoch milliseconds. */
interface StoredTimes {
  readonly code: string
  readonly calendarId: string
  readonly startedAt: number | null
  readonly stoppedAt: number | null
  readonly dueAt: number | null
  readonly flag: string | null
}

const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::bigint`
const date = (at: number | null) => (at === null ? null : new Date(at))

async function* wrongNext(tools: Tools): AsyncIterable<OffendingRow> {
  const cases = tools.rows<Shown>(
    `SELECT c.id AS "caseId", c.next_clock_code AS "nextCode", c.next_due_at AS "nextDueAt", c.next_clock_started_at AS "nextStartedAt", c.next_due_flag AS "nextFlag",
       coalesce((SELECT jsonb_agg(jsonb_build_object('code', k.code, 'calendarId', k.calendar_version_id, 'startedAt', ${ms('k.started_at')},
         'stoppedAt', ${ms('k.stopped_at')}, 'dueAt', ${ms('k.due_at')}, 'flag', k.flag)) FROM clock k WHERE k.case_id = c.id), '[]'::jsonb) AS clocks FROM "case" c`,
  )
  for await (const { clocks, ...row } of cases) {
    const next = nearestClock(
      clocks.map((clock) => ({ ...clock, startedAt: date(clock.startedAt), stoppedAt: date(clock.stoppedAt), dueAt: date(clock.dueAt) })),
    )
    const shown = [row.nextCode, time(row.nextDueAt), time(row.nextStartedAt), row.nextFlag]
    const nearest = [next?.code ?? null, time(next?.dueAt ?? null), time(next?.startedAt ?? null), next?.flag ?? null]
    if (shown.some((value, index) => value !== nearest[index])) {
      yield {
        caseId: row.caseId,
        shown: row.nextCode,
        shownDue: row.nextDueAt,
        nearest: next?.code ?? null,
        nearestDue: next?.dueAt ?? null,
      }
    }
  }
}

interface Told {
  readonly escalationId: string
  readonly step: string
  readonly at: Date
  readonly calendarId: string
}

async function* toldOutsideHours(db: Queryable, tools: Tools): AsyncIterable<OffendingRow> {
  const known = await calendars(db)
  const told = tools.rows<Told>(
    'SELECT e.id AS "escalationId", e.step, e.at, k.calendar_version_id AS "calendarId" FROM escalation e JOIN clock k ON k.id = e.clock_id',
  )
  for await (const { calendarId, ...row } of told) {
    const at = row.at.getTime()
    if (known.get(calendarId)?.schedule('office').nextOpen(at) !== at) yield { ...row }
  }
}

/** The promises of the standards. */
export const CLOCKS: readonly Invariant[] = [
  inCode({
    code: 'clocks.demanded',
    sentence: 'Every case has the clocks its standard demands, and no other',
    rule: 'promise: the five standards, as data',
    offending: (_, tools) => wrongSets(tools),
  }),
  ...CLOCK_LEDGER,
  ...CLOCK_RISK,
  inSql({
    code: 'clocks.start_event',
    sentence: 'A clock runs from the instant of its own start event, and from that one only',
    rule: 'promise: five start events as data',
    sql: `SELECT k.id AS "clockId", k.case_id AS "caseId", k.code, k.rule->>'startEvent' AS "startEvent", k.started_at AS started, s.at AS expected FROM clock k JOIN "case" c ON c.id = k.case_id
      CROSS JOIN LATERAL (SELECT CASE k.rule->>'startEvent' WHEN 'received' THEN c.received_at WHEN 'complete' THEN c.complete_at WHEN 'arrived' THEN CASE WHEN c.channel IN ('walk_in', 'virtual') THEN c.received_at END
        WHEN 'confirmed_by_unit' THEN (SELECT min(v.confirmed_at) FROM visit v WHERE v.case_id = c.id)
        WHEN 'confirmed_processed' THEN CASE WHEN c.processable THEN c.decided_at END
        WHEN 'received_by_unit' THEN (SELECT e.at FROM event e WHERE e.case_id = c.id AND e.kind = 'case.disposed' AND e.after->>'stage' = 'with_unit' ORDER BY e.id LIMIT 1) END AS at) s
      WHERE k.started_at IS DISTINCT FROM s.at`,
  }),
  inCode({
    code: 'clocks.next_on_case',
    sentence: 'The due date shown on a case is that of its nearest running clock',
    rule: '23: lists sort by it without a join, so it must be true',
    offending: (_, tools) => wrongNext(tools),
  }),
  inSql({
    code: 'clocks.due_on_tasks',
    sentence: 'What waits on a desk is due when its case is',
    rule: '23: lists sort by it without a join, so it must be true',
    sql: `SELECT t.id AS "taskId", t.kind, t.case_id AS "caseId", t.due_at::text AS task, c.next_due_at::text AS "case" FROM task t JOIN "case" c ON c.id = t.case_id
      WHERE t.closed_at IS NULL AND t.due_at IS DISTINCT FROM coalesce(c.next_due_at, 'infinity')`,
  }),
  inSql({
    code: 'clocks.stopped_at_the_end',
    sentence: 'No clock runs on a case that has ended',
    rule: 'promise: overdue <=> now > due and not stopped',
    sql: `SELECT k.id AS "clockId", k.case_id AS "caseId", k.code, c.stage FROM clock k JOIN "case" c ON c.id = k.case_id WHERE k.stopped_at IS NULL AND c.closed_at IS NOT NULL`,
  }),
  inSql({
    code: 'clocks.warned_once',
    sentence: 'That a promise is broken is told once per clock and due date, that it is at risk once for each time it came to be',
    rule: 'promise: each escalation once',
    sql: `SELECT subject_id AS "caseId", kind, detail->>'code' AS code, detail->>'dueAt' AS due, detail->>'since' AS since, count(*)::int AS times FROM event WHERE kind IN ('clock.at_risk', 'clock.late')
      GROUP BY 1, 2, 3, 4, 5 HAVING count(*) > 1`,
  }),
  inSql({
    code: 'clocks.escalated_once',
    sentence:
      'Every rung of the ladder that was told is a row with its one event of the same instant, once per clock and due date, and lower rungs first',
    rule: 'promise: each escalation once',
    sql: `SELECT e.id AS "escalationId", e.clock_id AS "clockId", e.step, e.due_at AS due, said.times FROM escalation e
      CROSS JOIN LATERAL (SELECT count(*)::int AS times FROM event v WHERE v.case_id = e.case_id AND v.at = e.at AND v.detail->>'clockId' = e.clock_id::text
        AND v.kind = CASE e.step WHEN 'at_risk' THEN 'clock.at_risk' WHEN 'due' THEN 'clock.late' ELSE 'clock.escalated' END) said
      WHERE said.times <> 1 OR (e.step <> 'at_risk' AND e.at <= e.due_at)
        OR EXISTS (SELECT 1 FROM escalation o WHERE o.clock_id = e.clock_id AND o.step = e.step AND o.due_at = e.due_at AND o.id <> e.id
          AND (e.step <> 'at_risk' OR o.since = e.since OR (o.since > e.since AND o.since <= e.at)))
      UNION ALL
      SELECT NULL, (v.detail->>'clockId')::uuid, v.kind, NULL, 0 FROM event v WHERE v.kind IN ('clock.at_risk', 'clock.late', 'clock.escalated') AND v.detail ? 'clockId'
        AND NOT EXISTS (SELECT 1 FROM escalation e WHERE e.clock_id::text = v.detail->>'clockId' AND e.at = v.at)`,
  }),
  inCode({
    code: 'clocks.escalated_in_hours',
    sentence: 'Nobody is told of a promise at risk or broken while the office is closed',
    rule: 'promise: escalation only in working hours',
    offending: toldOutsideHours,
  }),
]
