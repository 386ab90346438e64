import { Calendar, flagOf, ledgerFault, readLedger, type CalendarData, type ClockRule, type ClockState, type LedgerEntry } from '@domain'
import { LEDGER_JSON, ledgerOf, type LedgerJson } from '../../clocks/index.js'
import { inCode, inSql, type Invariant, type OffendingRow, type Queryable, type Tools } from './invariant.js'

/** The calendar versions by id, each built once. */
export async function calendars(db: Queryable): Promise<ReadonlyMap<string, Calendar>> {
  const rows = await db.query<{ id: string; data: CalendarData }>('SELECT id, data FROM calendar_version')
  return new Map(rows.map((row) => [row.id, new Calendar(row.data)]))
}

export const time = (at: Date | null): number | null => at?.getTime() ?? null

interface StoredClock {
  readonly clockId: string
  readonly caseId: string
  readonly code: string
  readonly rule: ClockRule
  readonly calendarId: string
  readonly ledger: LedgerJson
  readonly startedAt: Date | null
  readonly stoppedAt: Date | null
  readonly dueAt: Date | null
  readonly firstDueAt: Date | null
  readonly pausedSince: Date | null
  readonly pauseReason: string | null
  readonly excusedAt: Date | null
  readonly granted: number
  readonly extensions: number
  readonly ownAmount: number | null
  readonly ownUnit: string | null
  readonly flag: string | null
}

const STORED = `SELECT k.id AS "clockId", k.case_id AS "caseId", k.code, k.rule, k.calendar_version_id AS "calendarId", ${LEDGER_JSON} AS ledger,
  k.started_at AS "startedAt", k.stopped_at AS "stoppedAt", k.due_at AS "dueAt", k.first_due_at AS "firstDueAt", k.paused_since AS "pausedSince",
  k.pause_reason AS "pauseReason", k.excused_at AS "excusedAt", k.granted, k.extensions, k.own_limit_amount AS "ownAmount", k.own_limit_unit AS "ownUnit", k.flag
  FROM clock k`

/** What the row should show, by column. */
function shouldShow(rule: ClockRule, state: ClockState): Partial<Record<keyof StoredClock, string | number | null>> {
  const own = rule.limit === null ? state.limit : null
  return {
    startedAt: state.startedAt,
    stoppedAt: state.stoppedAt,
    dueAt: time(state.due?.dueAt ?? null),
    firstDueAt: time(state.dueBeforeExtension?.dueAt ?? null),
    pausedSince: state.openPause?.from ?? null,
    pauseReason: state.openPause?.reason ?? null,
    excusedAt: state.excusedAt,
    granted: state.granted,
    extensions: state.extensions,
    ownAmount: own?.amount ?? null,
    ownUnit: own?.unit ?? null,
    flag: flagOf(state),
  }
}

async function* wrongClocks(db: Queryable, tools: Tools): AsyncIterable<OffendingRow> {
  const known = await calendars(db)
  for await (const clock of tools.rows<StoredClock>(STORED)) {
    const { clockId, caseId, code, rule, calendarId, ledger } = clock
    const entries: LedgerEntry[] = ledgerOf(ledger)
    const calendar = known.get(calendarId)
    if (!calendar || ledgerFault(entries)) continue
    for (const [column, computed] of Object.entries(shouldShow(rule, readLedger(rule, entries, calendar)))) {
      const value = clock[column as keyof StoredClock]
      const stored = value instanceof Date ? value.getTime() : value
      if (stored !== computed) yield { clockId, caseId, code, column, stored, computed }
    }
  }
}

async function* disorderly(tools: Tools): AsyncIterable<OffendingRow> {
  for await (const { clockId, caseId, code, ledger } of tools.rows<StoredClock>(STORED)) {
    const fault = ledgerFault(ledgerOf(ledger))
    if (fault) yield { clockId, caseId, code, fault }
  }
}

/** What is held in the ledgers of clocks, and what the rows show of it. */
export const CLOCK_LEDGER: readonly Invariant[] = [
  inCode({
    code: 'clocks.due',
    sentence: 'Everything a clock shows is what its rule, calendar version and ledger give: due date, pause, extension, limit, flag',
    rule: 'promise: a clock is a pure function of rule, calendar and ledger',
    offending: wrongClocks,
  }),
  inCode({
    code: 'clocks.order',
    sentence: 'A ledger begins with its start, its pauses are disjoint and inside, and nothing follows its stop',
    rule: 'promise: pauses are disjoint and inside',
    offending: (_, tools) => disorderly(tools),
  }),
  inSql({
    code: 'clocks.ledger',
    sentence: 'Start and stop of a clock are in its ledger, once each and at the same instant; its lines are 1..n',
    rule: 'promise: a clock is a pure function of rule, calendar and ledger',
    sql: `SELECT k.id AS "clockId", k.case_id AS "caseId", k.code, k.started_at AS started, k.stopped_at AS stopped, e.starts, e.stops, e.lines, e.highest FROM clock k
      CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE kind = 'start') AS starts, count(*) FILTER (WHERE kind = 'stop') AS stops, count(*) AS lines, coalesce(max(seq), 0) AS highest,
        min(at) FILTER (WHERE kind = 'start') AS started, min(at) FILTER (WHERE kind = 'stop') AS stopped FROM clock_event WHERE clock_id = k.id) e
      WHERE e.starts > 1 OR e.stops > 1 OR e.started IS DISTINCT FROM k.started_at OR e.stopped IS DISTINCT FROM k.stopped_at OR k.stopped_at < k.started_at
        OR e.lines <> e.highest`,
  }),
  inSql({
    code: 'clocks.terms',
    sentence:
      'A clock was paused and extended as its rule allows: for a reason it names, with consent where it asks for it, no further than its cap',
    rule: 'promise: pauses with a reason and an approver, extensions with a reason and a cap',
    sql: `SELECT k.id AS "clockId", k.code, 'extended beyond its cap' AS problem FROM clock k
      WHERE k.extensions > 0 AND (k.rule->'extension' IS NULL OR k.granted > (k.rule->'extension'->>'cap')::int OR k.extensions > (k.rule->'extension'->>'times')::int)
      UNION ALL
      SELECT k.id, k.code, 'paused for a reason its rule does not name, or without the consent it asks for' FROM clock_event e JOIN clock k ON k.id = e.clock_id
      WHERE e.kind = 'pause' AND NOT EXISTS (SELECT 1 FROM clock_event later WHERE later.clock_id = e.clock_id AND later.kind = 'reclassify' AND later.seq > e.seq)
        AND NOT EXISTS (SELECT 1 FROM jsonb_array_elements(coalesce(k.rule->'pauses', '[]'::jsonb)) term
          WHERE term->>'reason' = e.pause_reason AND (e.approver_id IS NOT NULL OR NOT (term->>'needsApproval')::boolean))
      UNION ALL
      SELECT k.id, k.code, 'a limit of the standard was set anew' FROM clock k WHERE k.own_limit_amount IS NOT NULL AND k.rule->'limit' <> 'null'::jsonb`,
  }),
  inSql({
    code: 'clocks.reclassified',
    sentence: 'Each reclassification takes over from the promise before it, and the last one is the promise that runs',
    rule: 'promise: reclassification keeps elapsed time and pauses',
    sql: `SELECT * FROM (SELECT k.id AS "clockId", k.case_id AS "caseId", k.code, e.seq, e.from_code AS "from", e.to_code AS "to", k.rule->>'code' AS rule,
        lag(e.to_code) OVER w AS previous, lead(e.seq) OVER w AS later
      FROM clock k LEFT JOIN clock_event e ON e.clock_id = k.id AND e.kind = 'reclassify' WINDOW w AS (PARTITION BY k.id ORDER BY e.seq)) chain
      WHERE code <> rule OR ("from" IS NOT NULL AND previous IS NOT NULL AND "from" <> previous) OR (later IS NULL AND "to" <> code)`,
  }),
  inSql({
    code: 'clocks.requests',
    sentence:
      'What a second person consented to stands in the ledger in both their names, and nothing is asked of a clock that has stopped',
    rule: '24: requester is not releaser',
    sql: `SELECT r.id AS "requestId", r.kind, r.status, 'consented to, and not in the ledger' AS problem FROM clock_request r
      WHERE r.status = 'approved' AND r.kind <> 'reclassify' AND NOT EXISTS (SELECT 1 FROM clock_event e
        WHERE e.request_id = r.id AND e.kind = r.kind AND e.clock_id = r.clock_id AND e.actor_id = r.asked_by AND e.approver_id = r.answered_by AND e.amount IS NOT DISTINCT FROM r.amount
          AND e.pause_reason IS NOT DISTINCT FROM r.pause_reason)
      UNION ALL
      SELECT r.id, r.kind, r.status, 'in the ledger without consent' FROM clock_request r JOIN clock_event e ON e.request_id = r.id WHERE r.status <> 'approved'
      UNION ALL
      SELECT r.id, r.kind, r.status, 'asked of a clock that has stopped' FROM clock_request r JOIN "case" c ON c.id = r.case_id LEFT JOIN clock k ON k.id = r.clock_id
      WHERE r.status = 'asked' AND (c.closed_at IS NOT NULL OR k.stopped_at IS NOT NULL)
      UNION ALL
      SELECT r.id, r.kind, r.status, 'waits on no desk' FROM clock_request r WHERE r.status = 'asked' AND NOT EXISTS (SELECT 1 FROM task t
        WHERE t.case_id = r.case_id AND t.kind = 'approve_clock' AND t.closed_at IS NULL AND t.position_id = r.approver_position_id)
      UNION ALL
      SELECT t.id, t.kind, 'asked', 'waits for an answer that was given' FROM task t WHERE t.kind = 'approve_clock' AND t.closed_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM clock_request r WHERE r.case_id = t.case_id AND r.approver_position_id = t.position_id AND r.status = 'asked')`,
  }),
]
