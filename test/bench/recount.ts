import { randomUUID } from 'node:crypto'
import { DataSource } from 'typeorm'
import { addCalendarDays, clockRule, INDONESIAN_CALENDAR, localDate, type CalendarData } from '@domain'
import { Case } from '../../server/src/cases/case.entity.js'
import { CommitBell } from '../../server/src/platform/bell.js'
import { databaseOptions } from '../../server/src/platform/database.module.js'
import { Work } from '../../server/src/platform/work.js'
import { recountOpenClocks } from '../../server/src/rulebook/recount-open-clocks.js'
import { makeBed } from './bed.js'
import type { Measurement } from './report.js'

const OPEN_CLOCKS = 100_000
const RECOUNTED_WITHIN_S = 300

/** A clock on every case, started within the last thirty days and due within the next; a third was paused for a day. */
async function fillClocks(db: DataSource): Promise<void> {
  const rule = clockRule('netralitas.letter')
  const [calendar] = await db.query<{ id: string }[]>('SELECT id FROM calendar_version ORDER BY number LIMIT 1')
  if (!rule || !calendar) throw new Error('There is no rule or no calendar to count by')
  await db.query(
    `INSERT INTO clock (id, case_id, code, rule, calendar_version_id, started_at, due_at, first_due_at)
     SELECT gen_random_uuid(), c.id, $1, $2, $3, s.at, s.at + interval '21 days', s.at + interval '21 days'
     FROM "case" c CROSS JOIN LATERAL (SELECT date_trunc('milliseconds', now()) - (c.agenda_number * 7919 % 43200) * interval '1 minute' AS at) s`,
    [rule.code, JSON.stringify(rule), calendar.id],
  )
  const line = (kind: string, after: string, more = 'NULL', where = 'true') =>
    db.query(
      `INSERT INTO clock_event (id, clock_id, kind, at, pause_reason) SELECT gen_random_uuid(), id, $1, started_at + $2::interval, ${more} FROM clock WHERE ${where}`,
      [kind, after],
    )
  const third = 'hashtext(id::text) % 3 = 0'
  await line('start', '0')
  await line('pause', '1 hour', `'applicant_completion'`, third)
  await line('resume', '25 hours', 'NULL', third)
  await db.query('VACUUM ANALYZE clock, clock_event')
}

/** The calendar with one more day without work, next week, consented to by two people. */
async function consentCalendar(db: DataSource): Promise<void> {
  const closed = {
    date: addCalendarDays(localDate(new Date()), 7),
    name: 'Hari libur yang baru ditetapkan',
    kind: 'libur_nasional',
  } as const
  const data: CalendarData = { ...INDONESIAN_CALENDAR, version: 'bench', closedDays: [...INDONESIAN_CALENDAR.closedDays, closed] }
  const [first, second] = await db.query<{ id: string }[]>('SELECT id FROM person LIMIT 2')
  const draftId = randomUUID()
  await db.query(
    `INSERT INTO rule_draft (id, version, kind, state, reason, document, effective_from, based_on, author_id, author_name, saved_at, rehearsal, proposer_id, proposer_name,
       proposed_at, consenter_id, consenter_name, consented_at, outcome)
     SELECT $1, 1, 'calendar', 'active', 'SKB Contoh', $2, current_date, id, $3, 'A', now(), '{}', $3, 'A', now(), $4, 'B', now(),
       '{"clocks": 0, "moves": 0, "leaves": 0, "enters": 0, "finished": false}' FROM calendar_version LIMIT 1`,
    [draftId, JSON.stringify(data), first?.id, second?.id],
  )
  await db.query(
    `INSERT INTO calendar_version (id, code, number, effective_from, data, draft_id) SELECT $1, 'bench', max(number) + 1, current_date, $2, $3 FROM calendar_version`,
    [randomUUID(), JSON.stringify(data), draftId],
  )
}

/**
 * Seconds in which the job counts 100,000 open clocks anew in the database after a consented calendar: ledger line, derived columns, nearest promise and
 * risk on cases and tasks, an event each that moved. Throws when it takes longer than five minutes.
 */
export async function benchRecount(): Promise<Measurement[]> {
  const bed = await makeBed(OPEN_CLOCKS, 1)
  try {
    await bed.server.stop()
    // A filling takes longer than any request may.
    const filler = await new DataSource({ ...databaseOptions(bed.url, 1), extra: { max: 1 } }).initialize()
    await fillClocks(filler)
    await consentCalendar(filler)
    await filler.destroy()
    const db = await new DataSource({ ...databaseOptions(bed.url, 2), entities: [Case] }).initialize()
    const began = performance.now()
    await recountOpenClocks(db, new Work(db, new CommitBell()))
    const seconds = (performance.now() - began) / 1000
    await db.destroy()
    const [row] = await bed.db.query<{ lines: number; moved: number; planned: number }[]>(
      `SELECT (SELECT count(*)::int FROM clock_event WHERE kind = 'recount') AS lines, (SELECT count(*)::int FROM event WHERE kind = 'clock.recounted') AS moved,
         (SELECT count(*)::int FROM "case" c JOIN clock k ON k.case_id = c.id WHERE k.at_risk_at = c.next_at_risk_at) AS planned`,
    )
    if (row?.lines !== OPEN_CLOCKS || row.planned !== OPEN_CLOCKS)
      throw new Error(`Of ${OPEN_CLOCKS} clocks ${row?.lines} were counted, ${row?.planned} planned`)
    if (seconds > RECOUNTED_WITHIN_S) throw new Error(`Counting ${OPEN_CLOCKS} clocks anew takes ${seconds.toFixed(1)} s`)
    return [
      {
        bench: 'recount',
        what: `${OPEN_CLOCKS / 1000},000 open clocks counted anew in the database`,
        figures: { seconds, 'clocks/s': OPEN_CLOCKS / seconds, moved: row.moved },
      },
    ]
  } finally {
    await bed.stop()
  }
}
