import { pointDue, type Calendar, type RehearsedPoints } from '@domain'
import { openPointsOf } from '../handling/index.js'
import { calendarById } from '../standards/index.js'

interface Asked {
  query<T>(sql: string, params?: unknown[]): Promise<T[]>
}

/** What a drafted calendar does to the open recommendation points. `moves` counts every point whose date differs. */
export async function rehearsePoints(db: Asked, drafted: Calendar, now: Date): Promise<RehearsedPoints> {
  const points = await openPointsOf(db)
  const counts = { open: points.length, moves: 0, leaves: 0, enters: 0 }
  for (const { openedAt, days, extensions, calendarId } of points) {
    const { calendar } = await calendarById(db, calendarId)
    const [old, fresh] = [calendar, drafted].map((one) => pointDue(openedAt, days, extensions, one).getTime())
    if (old === undefined || fresh === undefined || old === fresh) continue
    counts.moves += 1
    if (old < now.getTime() && fresh >= now.getTime()) counts.leaves += 1
    if (old >= now.getTime() && fresh < now.getTime()) counts.enters += 1
  }
  return counts
}
