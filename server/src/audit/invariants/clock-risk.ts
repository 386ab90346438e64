import { atRiskAt, ledgerFault, presentTier, readLedger, type ClockRule, type DeskTask } from '@domain'
import { LEDGER_JSON, ledgerOf, type LedgerJson } from '../../clocks/index.js'
import { calendars } from './clock-ledger.js'
import { inCode, inSql, type Invariant, type OffendingRow, type Queryable, type Tools } from './invariant.js'

/** A clock as JSON; instants in epoch milliseconds. */
interface ClockLine {
  readonly id: string
  readonly rule: ClockRule
  readonly calendarId: string
  readonly riskAt: number | null
  readonly ledger: LedgerJson
}

interface Planned {
  readonly caseId: string
  readonly riskAt: Date | null
  readonly tasks: readonly DeskTask[]
  readonly clocks: readonly ClockLine[]
}

const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::bigint`

const PLANNED = `SELECT c.id AS "caseId", c.next_at_risk_at AS "riskAt",
  coalesce((SELECT jsonb_agg(jsonb_build_object('kind', t.kind, 'role', p.role, 'positionId', t.position_id, 'openedAt', ${ms('t.opened_at')}, 'closedAt', ${ms('t.closed_at')}))
    FROM task t LEFT JOIN "position" p ON p.id = t.position_id WHERE t.case_id = c.id), '[]'::jsonb) AS tasks,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', k.id, 'rule', k.rule, 'calendarId', k.calendar_version_id, 'riskAt', ${ms('k.at_risk_at')}, 'ledger', ${LEDGER_JSON}))
    FROM clock k WHERE k.case_id = c.id), '[]'::jsonb) AS clocks
  FROM "case" c WHERE EXISTS (SELECT FROM clock k WHERE k.case_id = c.id)`

async function* wrongRisk(db: Queryable, tools: Tools): AsyncIterable<OffendingRow> {
  const known = await calendars(db)
  for await (const { caseId, riskAt, tasks, clocks } of tools.rows<Planned>(PLANNED)) {
    const tier = presentTier(tasks)
    let first: number | null = null
    for (const { id, rule, calendarId, riskAt: shown, ledger } of clocks) {
      const entries = ledgerOf(ledger)
      const calendar = known.get(calendarId)
      if (!calendar || ledgerFault(entries)) continue
      const computed = atRiskAt(rule, readLedger(rule, entries, calendar), tier, calendar)?.getTime() ?? null
      if (computed !== shown) yield { caseId, clockId: id, tier, shown, computed }
      if (computed !== null && (first === null || computed < first)) first = computed
    }
    if ((riskAt?.getTime() ?? null) !== first) yield { caseId, tier, shown: riskAt?.getTime() ?? null, computed: first }
  }
}

/** From when promises are at risk. */
export const CLOCK_RISK: readonly Invariant[] = [
  inCode({
    code: 'clocks.at_risk',
    sentence:
      'A promise is at risk from its share on, or from when the desk that has the case should have passed it on; the case shows the earliest',
    rule: 'promise: the due date planned back into tier budgets, used for "at risk"',
    offending: wrongRisk,
  }),
  inSql({
    code: 'clocks.at_risk_on_tasks',
    sentence: 'What waits on a desk is at risk when its case is',
    rule: '23: lists sort by it without a join, so it must be true',
    sql: `SELECT t.id AS "taskId", t.kind, t.case_id AS "caseId", t.at_risk_at::text AS task, c.next_at_risk_at::text AS "case" FROM task t JOIN "case" c ON c.id = t.case_id
      WHERE t.closed_at IS NULL AND t.at_risk_at IS DISTINCT FROM coalesce(c.next_at_risk_at, 'infinity')`,
  }),
]
