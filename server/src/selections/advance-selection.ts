import { Injectable } from '@nestjs/common'
import { Refusal, selectionAfter, unready, type SelectionAction, type Viewer } from '@domain'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { keepChange, openForChange, type OpenSelectionRow, type Target } from './open-for-change.js'
import { standingOf } from './standing.js'
import { demanded } from './typed.js'

/** Takes a selection to its next stage, to its end, or out of the way. */
@Injectable()
export class AdvanceSelection {
  constructor(private readonly work: Work) {}

  /** On to the next stage, or to the end after the last; refused with everything that is still missing. */
  run(me: Viewer, target: Target, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'advanceSelection', attempt, async (tx) => {
      const action = await nextActionOf(tx, target.id)
      const open = await openForChange(tx, target, action)
      const reasons = unready(await standingOf(tx, open.selection))
      if (reasons.length > 0) throw new Refusal('selection.not_ready', { reasons })
      move(open, action, tx.now)
      return keepChange(tx, open, action === 'finish' ? 'selection.finished' : 'selection.advanced', {
        detail: { to: open.selection.stage },
      })
    })
  }

  /** The agency gave the selection up, or it was opened by mistake. */
  cancel(me: Viewer, target: Target, reason: string, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'cancelSelection', attempt, async (tx) => {
      const open = await openForChange(tx, target, 'cancel')
      open.selection.endReason = demanded(reason, 'reason', 2000, 3)
      move(open, 'cancel', tx.now)
      return keepChange(tx, open, 'selection.cancelled', { note: open.selection.endReason })
    })
  }
}

async function nextActionOf(tx: Tx, id: string): Promise<SelectionAction> {
  const [row] = await tx.query<{ stage: string }>('SELECT stage FROM selection WHERE id = $1', [id])
  return row?.stage === 'appointment' ? 'finish' : 'advance'
}

function move({ selection }: OpenSelectionRow, action: SelectionAction, now: Date): void {
  const after = selectionAfter(selection, action)
  if (after.stage !== selection.stage) selection.stageSince = now
  if (after.state !== 'running') selection.endedAt = now
  selection.stage = after.stage
  selection.state = after.state
}
