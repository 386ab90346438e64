import { Calendar, localDate, type CalendarData } from '@domain'

/** A calendar version with its id, ready to count with. */
export interface CalendarInForce {
  readonly id: string
  readonly calendar: Calendar
}

interface Asked {
  query<T>(sql: string, params?: unknown[]): Promise<T[]>
}

const built = new Map<string, Calendar>()

/** Builds a calendar once per version and node; versions never change. */
function calendarOf(id: string, data: CalendarData): Calendar {
  const known = built.get(id)
  if (known) return known
  const fresh = new Calendar(data)
  built.set(id, fresh)
  return fresh
}

/** The calendar version in force on the day of an instant: the newest that had taken effect, the oldest for what came before all of them. */
export async function calendarInForce(db: Asked, at: Date): Promise<CalendarInForce> {
  const [row] = await db.query<{ id: string; data: CalendarData }>(
    `SELECT id, data FROM calendar_version ORDER BY (effective_from <= $1::date) DESC,
       CASE WHEN effective_from <= $1::date THEN effective_from END DESC, effective_from, number DESC LIMIT 1`,
    [localDate(at)],
  )
  if (!row) throw new Error('No calendar version is installed')
  return { id: row.id, calendar: calendarOf(row.id, row.data) }
}

/** A calendar version by its id: what an existing clock counts with. */
export async function calendarById(db: Asked, id: string): Promise<CalendarInForce> {
  const known = built.get(id)
  if (known) return { id, calendar: known }
  const [row] = await db.query<{ data: CalendarData }>('SELECT data FROM calendar_version WHERE id = $1', [id])
  if (!row) throw new Error(`Calendar version ${id} does not exist`)
  return { id, calendar: calendarOf(id, row.data) }
}
