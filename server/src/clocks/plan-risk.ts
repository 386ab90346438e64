import { atRiskAt, presentTier, readLedger, type Calendar, type ClockState, type DeskTask } from '@domain'
import { PLANNED_ONCE } from '../platform/planned-once.js'
import type { Tx } from '../platform/work.js'
import { calendarById } from '../standards/index.js'
import { byCase, readBooks, type BookedClock } from './booked-clock.js'

/** A task as JSON brings it; instants in epoch milliseconds, null for never. */
interface TaskLine extends Omit<DeskTask, 'openedAt' | 'closedAt'> {
  readonly openedAt: number
  readonly closedAt: number | null
  readonly riskAt: number | null
}

interface Stored {
  readonly case_id: string
  readonly risk: number | null
  readonly tasks: readonly TaskLine[]
}

const ms = (column: string) => `(extract(epoch FROM nullif(${column}, 'infinity')) * 1000)::bigint`

/** What lies on whose desk, and from when things are said to be at risk. */
const STORED = `SELECT c.id AS case_id, ${ms('c.next_at_risk_at')}::float8 AS risk,
  coalesce((SELECT jsonb_agg(jsonb_build_object('kind', t.kind, 'role', p.role, 'positionId', t.position_id, 'openedAt', ${ms('t.opened_at')},
    'closedAt', ${ms('t.closed_at')}, 'riskAt', ${ms('t.at_risk_at')})) FROM task t LEFT JOIN "position" p ON p.id = t.position_id WHERE t.case_id = c.id), '[]'::jsonb) AS tasks
  FROM "case" c WHERE c.id = ANY ($1)`

/**
 * Derives from when the promises of a case are at risk once everything else of the transaction is done: what was asked of whom, and what happened to the
 * clocks. Whoever opens or closes a task or writes a ledger calls it.
 */
export const planRisk = (tx: Tx, caseId: string): void =>
  tx.atEnd(`risk ${caseId}`, async () => {
    await planCases(tx, [caseId])
  })

/** The same for many cases at once. */
export async function planCases(tx: Tx, caseIds: readonly string[]): Promise<void> {
  const books = await readBooks(tx, caseIds)
  const states = new Map<string, ClockState>()
  for (const clock of books)
    states.set(clock.id, readLedger(clock.rule, clock.entries, (await calendarById(tx, clock.calendarId)).calendar))
  await writeRisk(tx, books, states)
}

/** From when each clock is at risk, the earliest of each case, and where another instant is stored; epoch milliseconds. */
export interface Risks {
  readonly ofClock: ReadonlyMap<string, number | null>
  readonly ofCase: ReadonlyMap<string, number | null>
  readonly movedClocks: readonly string[]
  readonly movedCases: readonly string[]
}

/** Derives from when these clocks and their cases are at risk, from the desks the cases lie on now. */
export async function risksOf(tx: Tx, books: readonly BookedClock[], states: ReadonlyMap<string, ClockState>): Promise<Risks> {
  const stored = await tx.query<Stored>(`${PLANNED_ONCE}${STORED}`, [[...new Set(books.map(({ caseId }) => caseId))]])
  const calendars = new Map<string, Calendar>()
  for (const { calendarId } of books)
    if (!calendars.has(calendarId)) calendars.set(calendarId, (await calendarById(tx, calendarId)).calendar)
  const clocksOf = byCase(books)
  const ofClock = new Map<string, number | null>()
  const ofCase = new Map<string, number | null>()
  const movedClocks: string[] = []
  const movedCases: string[] = []
  for (const { case_id: id, risk: shown, tasks } of stored) {
    const tier = presentTier(tasks)
    let first: number | null = null
    for (const clock of clocksOf.get(id) ?? []) {
      const state = states.get(clock.id)
      const calendar = calendars.get(clock.calendarId)
      const risk = (state && calendar && atRiskAt(clock.rule, state, tier, calendar)?.getTime()) ?? null
      ofClock.set(clock.id, risk)
      if (risk !== clock.riskAt) movedClocks.push(clock.id)
      if (risk !== null && (first === null || risk < first)) first = risk
    }
    ofCase.set(id, first)
    if (first !== shown || tasks.some(({ closedAt, riskAt }) => closedAt === null && riskAt !== first)) movedCases.push(id)
  }
  return { ofClock, ofCase, movedClocks, movedCases }
}

/** Writes from when each of these clocks is at risk, and the earliest of a case onto the case and its open tasks; only where it is another. */
async function writeRisk(tx: Tx, books: readonly BookedClock[], states: ReadonlyMap<string, ClockState>): Promise<void> {
  const { ofClock, ofCase, movedClocks, movedCases } = await risksOf(tx, books, states)
  if (movedClocks.length + movedCases.length === 0) return
  const rows = (ids: readonly string[], risks: ReadonlyMap<string, number | null>) =>
    JSON.stringify(ids.map((id) => ({ id, risk: iso(risks.get(id) ?? null) })))
  await tx.query(WRITE, [rows(movedClocks, ofClock), rows(movedCases, ofCase)])
}

/** An instant as JSON takes it into a statement. */
export const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

const WRITE = `${PLANNED_ONCE}WITH timed AS (
    UPDATE clock k SET at_risk_at = n.risk FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, risk timestamptz) WHERE k.id = n.id
  ), given AS (
    SELECT * FROM jsonb_to_recordset($2::jsonb) AS n (id uuid, risk timestamptz)
  ), waiting AS (
    UPDATE task t SET at_risk_at = coalesce(n.risk, 'infinity') FROM given n
    WHERE t.case_id = n.id AND t.closed_at IS NULL AND t.at_risk_at <> coalesce(n.risk, 'infinity')
  )
  UPDATE "case" c SET next_at_risk_at = n.risk FROM given n WHERE c.id = n.id AND c.next_at_risk_at IS DISTINCT FROM n.risk`
