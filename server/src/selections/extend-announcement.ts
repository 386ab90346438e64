import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { isPlannable, localDate, Refusal, type Viewer } from '@domain'
import { Work, type Attempt } from '../platform/work.js'
import { keepChange, openForChange, type Target } from './open-for-change.js'
import { demanded } from './typed.js'

/** Fewer than three applicants for a post: the vacancy stays open for longer, or the post leaves the selection. */
@Injectable()
export class ExtendAnnouncement {
  constructor(private readonly work: Work) {}

  /** The announcement closes later; the day before and the day after are kept. */
  extend(
    me: Viewer,
    target: Target,
    { closesOn, reason }: { closesOn: string; reason: string },
    attempt: Attempt,
  ): Promise<{ id: string }> {
    return this.work.run(me, 'extendAnnouncement', attempt, async (tx) => {
      const open = await openForChange(tx, target, 'extend')
      const why = demanded(reason, 'reason', 2000, 3)
      const [row] = await tx.query<{ old: string }>(
        `SELECT ends_on::text AS old FROM selection_schedule WHERE selection_id = $1 AND stage = 'announcement'`,
        [target.id],
      )
      if (!row || closesOn <= row.old || !isPlannable(closesOn, localDate(tx.now)))
        throw new Refusal('request.invalid', { fields: ['closesOn'] })
      await tx.query(`UPDATE selection_schedule SET ends_on = $2 WHERE selection_id = $1 AND stage = 'announcement'`, [target.id, closesOn])
      await tx.query(
        `INSERT INTO announcement_extension (id, selection_id, old_closes_on, new_closes_on, reason, at, by_name) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [randomUUID(), target.id, row.old, closesOn, why, tx.now, me.name],
      )
      return keepChange(tx, open, 'selection.announcement_extended', { detail: { from: row.old, to: closesOn }, note: why })
    })
  }

  /** The post is not filled by this selection; what was recorded for it stays. */
  drop(me: Viewer, target: Target, { postId, reason }: { postId: string; reason: string }, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'dropVacantPost', attempt, async (tx) => {
      const open = await openForChange(tx, target, 'drop_post')
      const why = demanded(reason, 'reason', 2000, 3)
      const dropped = await tx.query<{ id: string }>(
        `UPDATE vacant_post SET dropped_at = $3, drop_reason = $4 WHERE id = $1 AND selection_id = $2 AND dropped_at IS NULL
           AND NOT EXISTS (SELECT FROM appointment a WHERE a.post_id = $1) RETURNING id`,
        [postId, target.id, tx.now, why],
      )
      if (dropped.length === 0) throw new Refusal('request.invalid', { fields: ['postId'] })
      return keepChange(tx, open, 'selection.post_dropped', { detail: { postId }, note: why })
    })
  }
}
