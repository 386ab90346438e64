import type { HeldPosition } from '@domain'
import { closeAnswered, type Case } from '../cases/index.js'
import type { Tx } from '../platform/work.js'

/** Closes an answered case once its answer is with the addressee and no other letter of it is still on its way. */
export async function closeWhenDone(tx: Tx, theCase: Case, post: HeldPosition | null): Promise<void> {
  if (theCase.stage !== 'answered') return
  const [left] = await tx.query<{ answered: boolean; open: boolean }>(
    `SELECT coalesce(bool_or(closes_case AND status = 'delivered'), false) AS answered,
       coalesce(bool_or(status NOT IN ('delivered', 'withdrawn')), false) AS open FROM letter WHERE case_id = $1`,
    [theCase.id],
  )
  if (left?.answered && !left.open) await closeAnswered(tx, theCase, post)
}
