import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { selectionAfter, setAsideBy, titleHeld, type ReopenCause, type SelectionStage, type Viewer } from '@domain'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { keepChange, openForChange, type Target } from './open-for-change.js'
import { setChoicesAside } from './set-aside.js'
import { demanded } from './typed.js'

export interface Reopening {
  readonly stage: SelectionStage
  readonly cause: ReopenCause
  readonly reason: string
}

/**
 * Takes a selection back to an earlier stage, where something was entered wrongly or the agency corrected its report. What rested on that stage is set aside
 * with the reason: checks, the three, the appointed, and the letters of what was corrected. Papers and scores stay, and are corrected with their history.
 */
@Injectable()
export class ReopenSelection {
  constructor(private readonly work: Work) {}

  run(me: Viewer, target: Target, { stage, cause, reason }: Reopening, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'reopenSelection', attempt, async (tx) => {
      const open = await openForChange(tx, target, 'reopen')
      const { selection, before, post } = open
      const after = selectionAfter(before, 'reopen', stage)
      const why = demanded(reason, 'reason', 2000, 3)
      const id = randomUUID()
      await tx.query(
        `INSERT INTO selection_reopening (id, selection_id, from_stage, from_state, to_stage, cause, reason, at, by_name, by_title)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [id, target.id, before.stage, before.state, after.stage, cause, why, tx.now, me.name, post ? titleHeld(post) : null],
      )
      const aside = setAsideBy(after.stage, cause)
      await setChecksAside(tx, id, target.id, aside.checks)
      await setChoicesAside(tx, { selectionId: target.id, postId: null, reason: why }, aside.shortlist)
      await tx.query(
        `UPDATE selection_request SET superseded_at = $3 WHERE selection_id = $1 AND stage = ANY ($2) AND state IN ('answered', 'withdrawn') AND superseded_at IS NULL`,
        [target.id, aside.requests, tx.now],
      )
      Object.assign(selection, { ...after, stageSince: tx.now, endedAt: null })
      return keepChange(tx, open, 'selection.reopened', {
        ...{ detail: { to: after.stage, cause }, note: why },
        notify: [{ positionIds: before.handlerPositionIds, kind: 'selection.reopened' }],
      })
    })
  }
}

async function setChecksAside(tx: Tx, reopeningId: string, selectionId: string, stages: readonly SelectionStage[]): Promise<void> {
  await tx.query(
    `INSERT INTO set_aside_check (reopening_id, stage, code, met, note, checked_at, checked_by_name)
     SELECT $1, stage, code, met, note, checked_at, checked_by_name FROM selection_check WHERE selection_id = $2 AND stage = ANY ($3)`,
    [reopeningId, selectionId, stages],
  )
  await tx.query('DELETE FROM selection_check WHERE selection_id = $1 AND stage = ANY ($2)', [selectionId, stages])
}
