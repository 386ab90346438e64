import { epochMs, flagOf, readLedger, type CaseFacts, type ClockState } from '@domain'
import type { Tx } from '../platform/work.js'
import type { CalendarInForce } from '../standards/index.js'
import { calendarById } from '../standards/index.js'
import { announceClock } from './announce-clock.js'
import { byCase, readBooks, type BookedClock } from './booked-clock.js'
import { iso, risksOf, type Risks } from './plan-risk.js'
import { nearestOf } from './settle.js'

/** How many open clocks were counted anew, and for how many the date, or the breach, is another. */
export interface Recounted {
  readonly clocks: number
  readonly moves: number
  readonly leaves: number
  readonly enters: number
}

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
  const risks = await risksOf(tx, books, states)
  await writeClocks(tx, recounted, states, risks, calendar.id, note)
  await writeNearest(tx, [...cases.keys()], books, states, risks)
  for (const { clock, before } of moved) {
    const theCase = cases.get(clock.caseId)
    const iso = (state: ClockState | undefined) => state?.due?.dueAt?.toISOString() ?? null
    const detail = { from: iso(before), dueAt: iso(states.get(clock.id)), calendarId: calendar.id }
    if (theCase) await announceClock(tx, 'clock.recounted', theCase, clock, { note, detail })
  }
  return counts
}

async function lockCases(tx: Tx, caseIds: readonly string[]): Promise<Map<string, CaseFacts>> {
  const rows = await tx.query<CaseFacts>(
    `SELECT 'Case' AS "__typename", id, version, stage, service, channel, secrecy, unit_id AS "unitId", registrar_id AS "registrarId",
       handler_position_ids AS "handlerPositionIds", holder_position_id AS "holderPositionId", processable, excluded_person_ids AS "excludedPersonIds"
     FROM "case" WHERE id = ANY ($1) ORDER BY id FOR UPDATE`,
    [caseIds],
  )
  return new Map(rows.map((facts) => [facts.id, facts]))
}

/** A ledger goes forward: a clock whose last line lies ahead (a confirmed start) is recounted then. */
const recountedAt = ({ entries }: BookedClock, now: Date): string =>
  new Date(Math.max(now.getTime(), epochMs(entries.at(-1)?.at ?? now))).toISOString()

/** A line in the ledger of each clock, and what the calendar moves of it. */
async function writeClocks(
  tx: Tx,
  clocks: readonly BookedClock[],
  states: ReadonlyMap<string, ClockState>,
  risks: Risks,
  calendarId: string,
  note: string,
): Promise<void> {
  const stateOf = clocks.map(({ id }) => states.get(id))
  await tx.query(
    `WITH line AS (
       INSERT INTO clock_event (id, clock_id, kind, at, reason, calendar_version_id)
       SELECT gen_random_uuid(), l.clock_id, 'recount', l.at, $7, $8 FROM unnest($1::uuid[], $2::timestamptz[]) AS l (clock_id, at)
     )
     UPDATE clock k SET version = k.version + 1, calendar_version_id = $8, due_at = n.due, first_due_at = n.first, flag = n.flag, at_risk_at = n.risk
     FROM unnest($1::uuid[], $3::timestamptz[], $4::timestamptz[], $5::text[], $6::timestamptz[]) AS n (id, due, first, flag, risk) WHERE k.id = n.id`,
    [
      clocks.map(({ id }) => id),
      clocks.map((clock) => recountedAt(clock, tx.now)),
      stateOf.map((state) => iso(state?.due?.dueAt?.getTime() ?? null)),
      stateOf.map((state) => iso(state?.dueBeforeExtension?.dueAt?.getTime() ?? null)),
      stateOf.map((state) => (state ? flagOf(state) : null)),
      clocks.map(({ id }) => iso(risks.ofClock.get(id) ?? null)),
      note,
      calendarId,
    ],
  )
}

/** The nearest promise, and from when it is at risk, onto the cases and their open tasks; only where it is another. */
async function writeNearest(
  tx: Tx,
  caseIds: readonly string[],
  books: readonly BookedClock[],
  states: ReadonlyMap<string, ClockState>,
  risks: Risks,
): Promise<void> {
  const clocks = byCase(books)
  const nearest = caseIds.map((id) => nearestOf(clocks.get(id) ?? [], states))
  await tx.query(
    `WITH given AS MATERIALIZED (
       SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::timestamptz[], $5::text[], $6::timestamptz[]) AS n (id, due, code, started, flag, risk)
     ), waiting AS (
       UPDATE task t SET due_at = coalesce(n.due, 'infinity'), at_risk_at = coalesce(n.risk, 'infinity') FROM given n
       WHERE t.case_id = n.id AND t.closed_at IS NULL AND (t.due_at, t.at_risk_at) IS DISTINCT FROM (coalesce(n.due, 'infinity'), coalesce(n.risk, 'infinity'))
     )
     UPDATE "case" c SET next_due_at = n.due, next_clock_code = n.code, next_clock_started_at = n.started, next_due_flag = n.flag, next_at_risk_at = n.risk
     FROM given n WHERE c.id = n.id AND (c.next_due_at, c.next_clock_code, c.next_clock_started_at, c.next_due_flag, c.next_at_risk_at)
       IS DISTINCT FROM (n.due, n.code, n.started, n.flag, n.risk)`,
    [
      caseIds,
      nearest.map(({ nextDueAt }) => nextDueAt?.toISOString() ?? null),
      nearest.map(({ nextClockCode }) => nextClockCode),
      nearest.map(({ nextClockStartedAt }) => nextClockStartedAt?.toISOString() ?? null),
      nearest.map(({ nextDueFlag }) => nextDueFlag),
      caseIds.map((id) => iso(risks.ofCase.get(id) ?? null)),
    ],
  )
}
