import { randomUUID } from 'node:crypto'
import type { HeldPosition } from '@domain'
import { custodians } from '../cases/index.js'
import type { JsonObject } from '../platform/json.js'
import { saveVersioned } from '../platform/save-versioned.js'
import type { Tx } from '../platform/work.js'
import { announceRelease, type OpenRelease } from './open-release.js'

/** Writes down a look through an open release, and tells the custodians. Gives the name of the look and the post in which it was taken. */
export async function writeLook(
  tx: Tx,
  open: OpenRelease,
  detail: JsonObject = {},
): Promise<{ readonly readId: string; readonly post: HeldPosition | null }> {
  const { release, theCase } = open
  release.reads += 1
  release.lastReadAt = tx.now
  await saveVersioned(tx, release)
  const post = tx.me.positions.find((held) => theCase.handlerPositionIds.includes(held.id)) ?? null
  const readId = randomUUID()
  const notify = [{ personIds: await custodians(tx), kind: 'identity.read' }]
  await announceRelease(tx, 'identity.read', open, { position: post, detail: { ...detail, readId, read: release.reads }, notify })
  return { readId, post }
}
