import { pointDue, rearmed, Refusal, type PointExtension } from '@domain'
import type { Tx } from '../platform/work.js'
import type { CalendarInForce } from '../standards/index.js'
import type { RecommendationPoint } from './recommendation-point.entity.js'

/** The extensions of a point, oldest first. */
export const extensionsOf = (tx: Tx, pointId: string): Promise<PointExtension[]> =>
  tx.query('SELECT at, days FROM point_extension WHERE point_id = $1 ORDER BY at, id', [pointId])

/** Counts the due date of an open point with a calendar, and plans what is still to be said about it. The point is locked; the caller saves it. */
export async function countAnew(tx: Tx, point: RecommendationPoint, { id, calendar }: CalendarInForce): Promise<void> {
  const { openedAt, days, reminded } = point
  if (!openedAt) throw new Refusal('handling.point_state')
  const dueAt = pointDue(openedAt, days, await extensionsOf(tx, point.id), calendar)
  Object.assign(point, { calendarVersionId: id, ...rearmed({ openedAt, reminded }, dueAt, tx.now, calendar) })
}
