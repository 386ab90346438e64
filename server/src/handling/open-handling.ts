import { caseFacts, handlingRefusal, Refusal, type CaseFacts, type EventKind, type HeldPosition } from '@domain'
import { Case, holding } from '../cases/index.js'
import { findForUpdate } from '../platform/find-for-update.js'
import type { JsonObject } from '../platform/json.js'
import type { Tx } from '../platform/work.js'

/** Which row, at the version that was looked at; a new row has neither. */
export interface Target {
  readonly id: string
  readonly version: number
}

/** A complaint under its lock, for whoever has it in hand. */
export interface OpenHandling {
  readonly theCase: Case
  readonly facts: CaseFacts
  readonly post: HeldPosition
}

/** Locks the case (fixed order: case, then its parts) and asks whether the viewer handles it now. */
export async function openHandling(tx: Tx, caseId: string): Promise<OpenHandling> {
  const theCase = await findForUpdate(tx, Case, caseId, null)
  const facts = caseFacts(theCase)
  const refusal = handlingRefusal(facts, tx.me)
  if (refusal) throw new Refusal(refusal)
  return { theCase, facts, post: holding(tx.me, theCase) }
}

/** Says what was recorded in the handling. The facts of the case have not changed; ids, codes and counts only. */
export const announceHandling = (
  tx: Tx,
  kind: EventKind,
  { theCase, facts, post }: OpenHandling,
  said: { readonly detail?: JsonObject; readonly note?: string | null } = {},
): Promise<void> =>
  tx.announce({
    kind,
    subject: { __typename: 'Case', id: theCase.id },
    version: theCase.version,
    before: facts,
    after: facts,
    position: post,
    note: said.note ?? null,
    detail: said.detail ?? {},
  })

/** A text without the space around it, or a refusal that names its field. */
export function words(text: string | null | undefined, field: string, most: number, least = 3): string {
  const said = text?.trim() ?? ''
  if (said.length < least || said.length > most) throw new Refusal('request.invalid', { fields: [field] })
  return said
}

/** A text that may be missing; null when nothing was typed. */
export function maybe(text: string | null | undefined, field: string, most: number): string | null {
  const said = text?.trim() ?? ''
  if (said.length > most) throw new Refusal('request.invalid', { fields: [field] })
  return said === '' ? null : said
}

/** Refuses a file that does not lie with the case, or may not be kept. */
export async function demandFile(tx: Tx, caseId: string, fileId: string | null): Promise<void> {
  if (!fileId) return
  const rows = await tx.query(`SELECT FROM file WHERE id = $1 AND case_id = $2 AND purpose <> 'letter' AND state <> 'refused'`, [
    fileId,
    caseId,
  ])
  if (rows.length === 0) throw new Refusal('file.not_ready', { fields: ['fileId'] })
}
