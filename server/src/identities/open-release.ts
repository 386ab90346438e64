import { releaseFacts, Refusal, type EventKind, type HeldPosition, type IdentityReleaseFacts } from '@domain'
import { Case } from '../cases/index.js'
import { findForUpdate } from '../platform/find-for-update.js'
import type { JsonObject } from '../platform/json.js'
import type { NoticeFor, Tx } from '../platform/work.js'
import { IdentityRelease } from './identity-release.entity.js'

/** A release and its case, both locked, with the facts as they were found. */
export interface OpenRelease {
  readonly release: IdentityRelease
  readonly theCase: Case
  readonly before: IdentityReleaseFacts
}

/** Locks the case, then the release (rule 6). */
export async function openRelease(tx: Tx, id: string, version: number | null): Promise<OpenRelease> {
  const [found] = await tx.query<{ case_id: string }>('SELECT case_id FROM identity_release WHERE id = $1', [id])
  if (!found) throw new Refusal('access.denied')
  const theCase = await findForUpdate(tx, Case, found.case_id, null)
  const release = await findForUpdate(tx, IdentityRelease, id, version)
  return { release, theCase, before: releaseFacts(release) }
}

interface Told {
  readonly position?: HeldPosition | null
  readonly detail?: JsonObject
  readonly notify?: readonly NoticeFor[]
}

/** Says what happened to a release. Reasons stay on the row: the timeline of the case is read by more people than the release. */
export const announceRelease = (
  tx: Tx,
  kind: EventKind,
  { release, before }: Pick<OpenRelease, 'release'> & { readonly before: IdentityReleaseFacts | null },
  { position = null, detail = {}, notify = [] }: Told = {},
): Promise<void> =>
  tx.announce({
    kind,
    subject: { __typename: 'IdentityRelease', id: release.id },
    caseId: release.caseId,
    version: release.version,
    before,
    after: releaseFacts(release),
    position,
    detail: { purpose: release.purpose, ...detail },
    notify,
  })

/** The words of a reason, which must say something. */
export function demandWords(text: string, least = 3): string {
  const said = text.trim()
  if (said.length < least || said.length > 2000) throw new Refusal('request.invalid', { fields: ['reason'] })
  return said
}
