import { createHash } from 'node:crypto'
import { canonicalJson } from '../json.js'
import type { CommittedEvent } from './logged-event.js'

/** What the first link of the chain follows. */
export const GENESIS = Buffer.alloc(32)

/**
 * The link of one event in the audit chain: sha256(prev || offset as 8 bytes, big endian || canonical event) (rule 31). Names, titles and notes stay
 * outside, so that retention can erase them without breaking the chain; the ids of the people stay in.
 */
export function link(prev: Buffer, offset: number, event: CommittedEvent): Buffer {
  const place = Buffer.alloc(8)
  place.writeBigUInt64BE(BigInt(offset))
  const { id, kind, subjectType, subjectId, caseId, version, actorId, positionId, before, after, detail } = event
  const body = canonicalJson({
    id,
    kind,
    subjectType,
    subjectId,
    caseId,
    version,
    actorId,
    positionId,
    at: event.at.toISOString(),
    before,
    after,
    detail,
  })
  return createHash('sha256').update(prev).update(place).update(body).digest()
}
