import {
  agendaLabel,
  Calendar,
  rehearseClock,
  RehearsalTally,
  type CalendarData,
  type ClockRule,
  type Rehearsal,
  type Service,
} from '@domain'
import { LEDGER_JSON, ledgerOf, type LedgerJson } from '../clocks/index.js'
import { calendarById } from '../standards/index.js'
import { rehearsePoints } from './rehearse-points.js'
import { draftedCalendar, draftedStandard } from './drafts.js'

interface Asked {
  query<T>(sql: string, params?: unknown[]): Promise<T[]>
}

interface Row {
  readonly clockId: string
  readonly caseId: string
  readonly agendaNumber: number
  readonly agendaYear: number
  readonly code: string
  readonly rule: ClockRule
  readonly calendarId: string
  readonly ledger: LedgerJson
}

/** Clocks read at once: few enough that the node answers others in between. */
const BATCH = 4000
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

const COLUMNS = `k.id AS "clockId", k.case_id AS "caseId", c.agenda_number AS "agendaNumber", c.agenda_year AS "agendaYear", k.code, k.rule,
  k.calendar_version_id AS "calendarId", ${LEDGER_JSON} AS ledger FROM clock k JOIN "case" c ON c.id = k.case_id`

async function* batches(db: Asked, where: string, params: readonly unknown[]): AsyncIterable<Row[]> {
  let after = BEFORE_ALL
  for (;;) {
    const rows = await db.query<Row>(`SELECT ${COLUMNS} WHERE k.id > $1 AND ${where} ORDER BY k.id LIMIT ${BATCH}`, [after, ...params])
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = last.clockId
  }
}

type Outcome = Omit<Rehearsal, 'at' | 'hash'>

/** Which promises of cases closed in the last months would have been kept or broken under the drafted limits. */
export async function rehearseStandard(db: Asked, service: Service, document: object, months: number, now: Date): Promise<Outcome> {
  const rules = new Map(draftedStandard(service, document).clocks.map((rule) => [rule.code, rule]))
  const tally = new RehearsalTally()
  const where = `k.started_at IS NOT NULL AND k.stopped_at IS NOT NULL AND c.service = $2 AND c.closed_at >= $3::timestamptz - make_interval(months => $4)`
  for await (const rows of batches(db, where, [service, now, months])) {
    for (const row of rows) {
      const drafted = rules.get(row.code)
      if (!drafted) continue
      const { calendar } = await calendarById(db, row.calendarId)
      tally.add(rehearseClock(clockOf(row), { rule: row.rule, calendar }, { rule: { ...row.rule, limit: drafted.limit }, calendar }, now))
    }
  }
  return tally.outcome()
}

/** What the drafted calendar does to every open clock and recommendation point. */
export async function rehearseCalendar(db: Asked, document: object, now: Date): Promise<Outcome> {
  const data: CalendarData = draftedCalendar(document)
  const drafted = new Calendar(data)
  const tally = new RehearsalTally()
  for await (const rows of batches(db, 'k.started_at IS NOT NULL AND k.stopped_at IS NULL', [])) {
    for (const row of rows) {
      const { calendar } = await calendarById(db, row.calendarId)
      tally.add(rehearseClock(clockOf(row), { rule: row.rule, calendar }, { rule: row.rule, calendar: drafted }, now))
    }
  }
  return { ...tally.outcome(), points: await rehearsePoints(db, drafted, now) }
}

const clockOf = (row: Row) => ({
  clockId: row.clockId,
  caseId: row.caseId,
  agenda: agendaLabel(row),
  code: row.code,
  rule: row.rule,
  entries: ledgerOf(row.ledger),
})
