import {
  atRiskFrom,
  Calendar,
  dueDate,
  isClassification,
  rulesFor,
  type CalendarData,
  type Channel,
  type ClockRule,
  type Service,
} from '@domain'
import { inCode, inSql, type Invariant, type OffendingRow, type Queryable, type Tools } from './invariant.js'

/** The calendar versions by id, each built once. */
async function calendars(db: Queryable): Promise<ReadonlyMap<string, Calendar>> {
  const rows = await db.query<{ id: string; data: CalendarData }>('SELECT id, data FROM calendar_version')
  return new Map(rows.map((row) => [row.id, new Calendar(row.data)]))
}

const time = (at: Date | null): number | null => at?.getTime() ?? null

interface StoredClock {
  readonly clockId: string
  readonly caseId: string
  readonly code: string
  readonly rule: ClockRule
  readonly calendarId: string
  readonly startedAt: Date | null
  readonly dueAt: Date | null
  readonly flag: string | null
}

async function* wrongDueDates(db: Queryable, tools: Tools): AsyncIterable<OffendingRow> {
  const known = await calendars(db)
  const clocks = tools.rows<StoredClock>(
    `SELECT id AS "clockId", case_id AS "caseId", code, rule, calendar_version_id AS "calendarId", started_at AS "startedAt", due_at AS "dueAt", flag FROM clock`,
  )
  for await (const { clockId, caseId, code, rule, calendarId, startedAt, dueAt, flag } of clocks) {
    const calendar = known.get(calendarId)
    const due = startedAt && calendar ? dueDate(rule, startedAt, calendar) : null
    const flags = due?.flags
    const expected = flags?.undecreed
      ? 'undecreed'
      : flags?.endsOnClosedDay
        ? 'ends_on_closed_day'
        : flags?.limitNotSet
          ? 'limit_not_set'
          : null
    if (time(dueAt) !== time(due?.dueAt ?? null) || flag !== expected) {
      yield { clockId, caseId, code, stored: dueAt, computed: due?.dueAt ?? null, flag, expectedFlag: expected }
    }
  }
}

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

interface Running {
  readonly caseId: string
  readonly nextCode: string | null
  readonly nextDueAt: Date | null
  readonly nextStartedAt: Date | null
  readonly nextFlag: string | null
  readonly nextAtRiskAt: Date | null
  readonly code: string | null
  readonly dueAt: Date | null
  readonly startedAt: Date | null
  readonly flag: string | null
  readonly calendarId: string | null
}

async function* wrongNext(db: Queryable, tools: Tools): AsyncIterable<OffendingRow> {
  const known = await calendars(db)
  const cases = tools.rows<Running>(
    `SELECT c.id AS "caseId", c.next_clock_code AS "nextCode", c.next_due_at AS "nextDueAt", c.next_clock_started_at AS "nextStartedAt", c.next_due_flag AS "nextFlag",
       c.next_at_risk_at AS "nextAtRiskAt", k.code, k.due_at AS "dueAt", k.started_at AS "startedAt", k.flag, k.calendar_version_id AS "calendarId" FROM "case" c
     LEFT JOIN LATERAL (SELECT * FROM clock WHERE case_id = c.id AND started_at IS NOT NULL AND stopped_at IS NULL ORDER BY due_at NULLS LAST, code LIMIT 1) k ON true`,
  )
  for await (const row of cases) {
    const calendar = row.calendarId === null ? undefined : known.get(row.calendarId)
    const risk = row.dueAt && row.startedAt && calendar ? atRiskFrom(row.startedAt, row.dueAt, calendar) : null
    const shown = [row.nextCode, time(row.nextDueAt), time(row.nextStartedAt), row.nextFlag, time(row.nextAtRiskAt)]
    const nearest = [row.code, time(row.dueAt), time(row.startedAt), row.flag, time(risk)]
    if (shown.some((value, index) => value !== nearest[index])) {
      yield {
        caseId: row.caseId,
        shown: row.nextCode,
        shownDue: row.nextDueAt,
        nearest: row.code,
        nearestDue: row.dueAt,
        shownRisk: row.nextAtRiskAt,
        risk,
      }
    }
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
  inCode({
    code: 'clocks.due',
    sentence: 'The stored due date is the one computed from rule, calendar version and start',
    rule: 'promise: a clock is a pure function of rule, calendar and ledger',
    offending: wrongDueDates,
  }),
  inSql({
    code: 'clocks.ledger',
    sentence: 'Start and stop of a clock are in its ledger, once each and at the same instant',
    rule: 'promise: a clock is a pure function of rule, calendar and ledger',
    sql: `SELECT k.id AS "clockId", k.case_id AS "caseId", k.code, k.started_at AS started, k.stopped_at AS stopped, e.starts, e.stops FROM clock k
      CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE kind = 'start') AS starts, count(*) FILTER (WHERE kind = 'stop') AS stops,
        min(at) FILTER (WHERE kind = 'start') AS started, min(at) FILTER (WHERE kind = 'stop') AS stopped FROM clock_event WHERE clock_id = k.id) e
      WHERE e.starts > 1 OR e.stops > 1 OR e.started IS DISTINCT FROM k.started_at OR e.stopped IS DISTINCT FROM k.stopped_at OR k.stopped_at < k.started_at`,
  }),
  inSql({
    code: 'clocks.start_event',
    sentence: 'A clock runs from the instant of its own start event, and from that one only',
    rule: 'promise: five start events as data',
    sql: `SELECT k.id AS "clockId", k.case_id AS "caseId", k.code, k.rule->>'startEvent' AS "startEvent", k.started_at AS started, s.at AS expected FROM clock k JOIN "case" c ON c.id = k.case_id
      CROSS JOIN LATERAL (SELECT CASE k.rule->>'startEvent' WHEN 'received' THEN c.received_at WHEN 'complete' THEN c.complete_at
        WHEN 'confirmed_processed' THEN CASE WHEN c.processable THEN c.decided_at END
        WHEN 'received_by_unit' THEN (SELECT e.at FROM event e WHERE e.case_id = c.id AND e.kind = 'case.disposed' AND e.after->>'stage' = 'with_unit' ORDER BY e.id LIMIT 1) END AS at) s
      WHERE k.started_at IS DISTINCT FROM s.at`,
  }),
  inCode({
    code: 'clocks.next_on_case',
    sentence: 'The due date shown on a case is that of its nearest running clock',
    rule: '23: lists sort by it without a join, so it must be true',
    offending: wrongNext,
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
    sentence: 'That a promise is at risk or broken is told once per clock and due date',
    rule: 'promise: each escalation once',
    sql: `SELECT subject_id AS "caseId", kind, detail->>'code' AS code, detail->>'dueAt' AS due, count(*)::int AS times FROM event WHERE kind IN ('clock.at_risk', 'clock.late')
      GROUP BY 1, 2, 3, 4 HAVING count(*) > 1`,
  }),
]
