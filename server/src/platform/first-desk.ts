import type { Viewer } from '@domain'
import { holdersOf } from './holders-of.js'
import { loadViewers } from './sessions/load-viewer.js'
import type { Tx } from './work.js'

/**
 * The first of these posts whose desk somebody sits at now who may; null when there is none. The rules are asked of each holder as they are, with every post
 * they hold: a desk gets no task that nobody at it could see and do.
 */
export async function firstDesk(
  tx: Tx,
  positionIds: readonly string[],
  may: (holder: Viewer, positionId: string) => boolean,
): Promise<string | null> {
  const holders = await holdersOf(tx.manager, positionIds, tx.now)
  const viewers = await loadViewers(tx.manager, tx.now, [...holders.values()].flat())
  const mayAt = (positionId: string) => viewers.some((one) => holders.get(positionId)?.includes(one.id) && may(one, positionId))
  return positionIds.find(mayAt) ?? null
}
