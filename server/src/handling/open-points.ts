import type { PointExtension } from '@domain'

interface Asked {
  query<T>(sql: string, params?: unknown[]): Promise<T[]>
}

/** What the due date of an open point is counted from, and the calendar it is counted with. */
export interface OpenPoint {
  readonly openedAt: Date
  readonly days: number
  readonly calendarId: string
  readonly extensions: readonly PointExtension[]
}

/** Every open recommendation point of the house, for a count without names. */
export async function openPointsOf(db: Asked): Promise<OpenPoint[]> {
  const rows = await db.query<Omit<OpenPoint, 'extensions'> & { extra: number }>(
    `SELECT opened_at AS "openedAt", days, calendar_version_id AS "calendarId",
       (SELECT coalesce(sum(e.days), 0)::int FROM point_extension e WHERE e.point_id = p.id) AS extra FROM recommendation_point p WHERE state = 'open'`,
  )
  return rows.map(({ extra, ...row }) => ({ ...row, extensions: [{ at: row.openedAt, days: extra }] }))
}
