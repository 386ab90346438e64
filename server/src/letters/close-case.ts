import { CASE_WORKFLOW, LETTER_WORKFLOW, TERMINAL_LETTER_STATUSES, type CaseStage, type HeldPosition } from '@domain'
import { closeAnswered, type Case } from '../cases/index.js'
import type { Tx } from '../platform/work.js'

const CLOSABLE: readonly CaseStage[] = CASE_WORKFLOW.close.from

/** Closes an answered case once its answer is with the addressee and no other letter of it is still on its way. */
export async function closeWhenDone(tx: Tx, theCase: Case, post: HeldPosition | null): Promise<void> {
  if (!CLOSABLE.includes(theCase.stage)) return
  const [left] = await tx.query<{ answered: boolean; open: boolean }>(
    `SELECT coalesce(bool_or(closes_case AND status = $2), false) AS answered,
       coalesce(bool_or(status <> ALL ($3)), false) AS open FROM letter WHERE case_id = $1`,
    [theCase.id, LETTER_WORKFLOW.deliver.to, TERMINAL_LETTER_STATUSES],
  )
  if (left?.answered && !left.open) await closeAnswered(tx, theCase, post)
}
