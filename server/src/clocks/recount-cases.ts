import { randomUUID } from 'node:crypto'
import { readLedger, type ClockState } from '@domain'
import { Case } from '../cases/case.entity.js'
import { RowColumns } from '../platform/row-columns.js'
import type { Tx } from '../platform/work.js'
import type { CalendarInForce } from '../standards/index.js'
import { calendarById } from '../standards/index.js'
import { announceClock } from './announce-clock.js'
import { byCase, COLUMNS, derived, INSTANTS, readBooks, type BookedClock } from './booked-clock.js'
import { iso, risksOf, type Risks } from './plan-risk.js'
import { nearestOf } from './settle.js'

/** How many open clocks were counted anew, and for how many the date, or the breach, is another. */
export interface Recounted {
  readonly clocks: number
  readonly moves: number
  readonly leaves: number
  readonly enters: number
}

const TYPES = [
  'text',
  'uuid',
  'timestamptz',
  'timestamptz',
  'timestamptz',
  'timestamptz',
  'timestamptz',
  'text',
  'timestamptz',
  'int',
  'int',
  'int',
  'text',
  'text',
]
const NAMES = COLUMNS.split(',').map((name) => name.trim())

/**
 * Counts the open clocks of many cases with another calendar version from now on: a line in the ledger of each, an event for each whose date or flag is
 * another, and the nearest promise on the cases and their tasks. A few statements whatever the number of cases.
 */
export async function recountCases(tx: Tx, caseIds: readonly string[], calendar: CalendarInForce, note: string): Promise<Recounted> {
  const cases = await lockCases(tx, caseIds)
  const books = await readBooks(tx, [...cases.keys()], 'FOR UPDATE OF k')
  const states = new Map<string, ClockState>()
  const recounted: BookedClock[] = []
  const moved: { clock: BookedClock; before: ClockState }[] = []
  const counts = { clocks: 0, moves: 0, leaves: 0, enters: 0 }
  for (const clock of books) {
    const before = readLedger(clock.rule, clock.entries, (await calendarById(tx, clock.calendarId)).calendar)
    states.set(clock.id, before)
    if (clock.calendarId === calendar.id || before.stoppedAt !== null) continue
    clock.calendarId = calendar.id
    const after = readLedger(clock.rule, clock.entries, calendar.calendar)
    states.set(clock.id, after)
    recounted.push(clock)
    counts.clocks += 1
    const late = [before, after].map(
      ({ due, openPause, excusedAt }) => due?.dueAt && !openPause && excusedAt === null && due.dueAt < tx.now,
    )
    const moves = before.due?.dueAt?.getTime() !== after.due?.dueAt?.getTime()
    if (moves) counts.moves += 1
    if (late[0] && !late[1]) counts.leaves += 1
    if (!late[0] && late[1]) counts.enters += 1
    if (moves || before.due?.flags.undecreed !== after.due?.flags.undecreed) moved.push({ clock, before })
  }
  await enterRecounts(tx, recounted, calendar.id, note)
  const risks = await risksOf(tx, books, states)
  await writeClocks(tx, recounted, states, risks)
  await writeNearest(tx, cases, books, states, risks)
  for (const { clock, before } of moved) {
    const theCase = cases.get(clock.caseId)
    const iso = (state: ClockState | undefined) => state?.due?.dueAt?.toISOString() ?? null
    const detail = { from: iso(before), dueAt: iso(states.get(clock.id)), calendarId: calendar.id }
    if (theCase) await announceClock(tx, 'clock.recounted', theCase, clock, { note, detail })
  }
  return counts
}

async function lockCases(tx: Tx, caseIds: readonly string[]): Promise<Map<string, Case>> {
  const columns = new RowColumns(tx.manager.connection, Case, 'r')
  const rows = await tx.query<object>(`SELECT ${columns.select} FROM ${columns.table} r WHERE r.id = ANY ($1) ORDER BY r.id FOR UPDATE`, [
    caseIds,
  ])
  return new Map(rows.map((row) => columns.entityOf({ ...row })).map((theCase) => [theCase.id, theCase]))
}

async function enterRecounts(tx: Tx, clocks: readonly BookedClock[], calendarId: string, note: string): Promise<void> {
  await tx.query(
    `INSERT INTO clock_event (id, clock_id, kind, at, reason, calendar_version_id)
     SELECT e.id, e.clock_id, 'recount', greatest($2::timestamptz, e.at), $3, $4 FROM jsonb_to_recordset($1::jsonb) AS e (id uuid, clock_id uuid, at timestamptz)`,
    [JSON.stringify(clocks.map((clock) => ({ id: randomUUID(), clock_id: clock.id, at: latest(clock) }))), tx.now, note, calendarId],
  )
}

/** A ledger goes forward: a clock whose last line lies ahead (a confirmed start) is recounted then. */
const latest = ({ entries }: BookedClock): string | null => {
  const last = entries.at(-1)?.at
  return last === undefined ? null : new Date(last).toISOString()
}

async function writeClocks(tx: Tx, clocks: readonly BookedClock[], states: ReadonlyMap<string, ClockState>, risks: Risks): Promise<void> {
  const rows = clocks.flatMap((clock) => {
    const state = states.get(clock.id)
    if (!state) return []
    const values = derived(clock, state).map((value, at) =>
      INSTANTS.includes(at) && typeof value === 'number' ? new Date(value).toISOString() : value,
    )
    return [
      {
        id: clock.id,
        risk: iso(risks.ofClock.get(clock.id) ?? null),
        ...Object.fromEntries(NAMES.map((name, at) => [name, values[at] ?? null])),
      },
    ]
  })
  await tx.query(
    `UPDATE clock k SET version = k.version + 1, at_risk_at = n.risk, ${NAMES.map((name) => `${name} = n.${name}`).join(', ')}
     FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, risk timestamptz, ${NAMES.map((name, at) => `${name} ${TYPES[at]}`).join(', ')}) WHERE k.id = n.id`,
    [JSON.stringify(rows)],
  )
}

async function writeNearest(
  tx: Tx,
  cases: ReadonlyMap<string, Case>,
  books: readonly BookedClock[],
  states: ReadonlyMap<string, ClockState>,
  risks: Risks,
): Promise<void> {
  const clocks = byCase(books)
  const rows = [...cases.values()].map((theCase) => {
    const next = nearestOf(clocks.get(theCase.id) ?? [], states)
    Object.assign(theCase, next)
    return {
      id: theCase.id,
      due: next.nextDueAt,
      code: next.nextClockCode,
      started: next.nextClockStartedAt,
      flag: next.nextDueFlag,
      risk: iso(risks.ofCase.get(theCase.id) ?? null),
    }
  })
  const given = JSON.stringify(rows)
  await tx.query(
    `UPDATE "case" c SET next_due_at = n.due, next_clock_code = n.code, next_clock_started_at = n.started, next_due_flag = n.flag, next_at_risk_at = n.risk
     FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, due timestamptz, code text, started timestamptz, flag text, risk timestamptz)
     WHERE c.id = n.id AND (c.next_due_at, c.next_clock_code, c.next_clock_started_at, c.next_due_flag, c.next_at_risk_at)
       IS DISTINCT FROM (n.due, n.code, n.started, n.flag, n.risk)`,
    [given],
  )
  await tx.query(
    `UPDATE task t SET due_at = coalesce(n.due, 'infinity'), at_risk_at = coalesce(n.risk, 'infinity')
     FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, due timestamptz, risk timestamptz)
     WHERE t.case_id = n.id AND t.closed_at IS NULL AND (t.due_at, t.at_risk_at) IS DISTINCT FROM (coalesce(n.due, 'infinity'), coalesce(n.risk, 'infinity'))`,
    [given],
  )
}
