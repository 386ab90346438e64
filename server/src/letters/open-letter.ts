import { caseFacts, letterFacts, Refusal, REGISTRY_ROLE, type EventKind, type HeldPosition, type LetterFacts, type Viewer } from '@domain'
import { Case } from '../cases/index.js'
import { findForUpdate } from '../platform/find-for-update.js'
import type { JsonObject } from '../platform/json.js'
import type { NoticeFor, Tx } from '../platform/work.js'
import { Letter } from './letter.entity.js'

/** A letter and its case, both locked, with the facts as they were found. */
export interface OpenLetter {
  readonly letter: Letter
  readonly theCase: Case
  readonly before: LetterFacts
}

/** Locks the case, then the letter, in the fixed order (rule 6). `version` is the one the person looked at, or null where it does not matter. */
export async function openLetter(tx: Tx, id: string, version: number | null): Promise<OpenLetter> {
  const [found] = await tx.query<{ case_id: string }>('SELECT case_id FROM letter WHERE id = $1', [id])
  if (!found) throw new Refusal('access.denied')
  const theCase = await findForUpdate(tx, Case, found.case_id, null)
  const letter = await findForUpdate(tx, Letter, id, version)
  return { letter, theCase, before: letterFacts(letter, caseFacts(theCase)) }
}

export interface Told {
  readonly position: HeldPosition | null
  readonly note?: string | null
  readonly detail?: JsonObject
  readonly notify?: readonly NoticeFor[]
}

/** Says what happened to a letter, with its facts before and after beside those of the case. */
export const announceLetter = (tx: Tx, kind: EventKind, { letter, theCase, before }: OpenLetter, told: Told): Promise<void> =>
  tx.announce({
    kind,
    subject: { __typename: 'Letter', id: letter.id },
    caseId: letter.caseId,
    version: letter.version,
    before: kind === 'letter.drafted' ? null : before,
    after: letterFacts(letter, caseFacts(theCase)),
    position: told.position,
    note: told.note ?? null,
    detail: { kind: letter.kind, ...told.detail },
    ...(told.notify ? { notify: told.notify } : {}),
  })

/** The reason of an act that takes something back; it must say something. */
export function demandReason(reason: string): string {
  const said = reason.trim()
  if (said.length < 3 || said.length > 2000) throw new Refusal('letter.reason_missing')
  return said
}

/** The viewer's post with this id. */
export function postOf(me: Viewer, positionId: string | null): HeldPosition {
  const post = me.positions.find((held) => held.id === positionId)
  if (!post) throw new Refusal('access.denied')
  return post
}

/** The posts of the unit whose queue holds numbering and delivery: whom a notice for the Sekretariat reaches. */
export async function registryPosts(tx: Tx, unitId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>('SELECT id FROM "position" WHERE unit_id = $1 AND role = $2 AND closed_at IS NULL', [
    unitId,
    REGISTRY_ROLE,
  ])
  return rows.map((row) => row.id)
}
