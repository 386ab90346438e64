import { caseFacts, type CaseFacts, type EventKind, type HeldPosition } from '@domain'
import type { JsonObject } from '../platform/json.js'
import type { NoticeFor, Tx } from '../platform/work.js'

interface Said {
  readonly position?: HeldPosition | null
  readonly note?: string | null
  readonly detail?: JsonObject
  readonly notify?: readonly NoticeFor[]
}

/** Announces what happened to a clock, with the facts of its case: whoever may read the case hears it. */
export function announceClock(
  tx: Tx,
  kind: EventKind,
  theCase: CaseFacts,
  clock: { readonly id: string; readonly code: string },
  said: Said = {},
): Promise<void> {
  const facts = caseFacts(theCase)
  return tx.announce({
    ...said,
    kind,
    subject: { __typename: 'Clock', id: clock.id },
    caseId: theCase.id,
    version: theCase.version,
    before: facts,
    after: facts,
    detail: { code: clock.code, ...said.detail },
  })
}
