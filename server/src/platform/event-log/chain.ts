import { createHash } from 'node:crypto'
import { canonicalJson } from '../json.js'
import type { CommittedEvent } from './logged-event.js'

/** What the first link of the chain follows. */
export const GENESIS = Buffer.alloc(32)

/**
 * The link of one event in the audit chain: sha256(prev || offset as 8 bytes, big endian || canonical event) (rule 31). Names, titles and notes stay
 * outside, so that retention can erase them without breaking the chain; the ids of the people stay in. Whom an acting holder stood in for stays in too:
 * it is on whose authority they acted.
 */
export const link = (prev: Buffer, offset: number, event: CommittedEvent): Buffer =>
  hashed(prev, offset, { ...core(event), onBehalfOf: event.onBehalfOf })

/** Whether the event is what was hashed; `earlier` is the form of the links that were made before `onBehalfOf` was hashed. */
export function isLink(hash: Buffer, prev: Buffer, offset: number, event: CommittedEvent): boolean {
  return hash.equals(link(prev, offset, event)) || hash.equals(earlier(prev, offset, event))
}

/** The key is absent here and always present in `link`, null included: no change of `onBehalfOf` makes one form into the other. */
const earlier = (prev: Buffer, offset: number, event: CommittedEvent): Buffer => hashed(prev, offset, core(event))

const core = ({ id, kind, subjectType, subjectId, caseId, version, actorId, positionId, at, before, after, detail }: CommittedEvent) => ({
  ...{ id, kind, subjectType, subjectId, caseId, version, actorId, positionId, before, after, detail },
  at: at.toISOString(),
})

function hashed(prev: Buffer, offset: number, body: object): Buffer {
  const place = Buffer.alloc(8)
  place.writeBigUInt64BE(BigInt(offset))
  return createHash('sha256').update(prev).update(place).update(canonicalJson(body)).digest()
}
