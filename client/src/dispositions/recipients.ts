import { mayDisposeTo, moveTo, positionsAs, type HeldPosition, type Viewer } from '@domain'
import type { DirectoryPosition } from '../app/directory.js'

/** A post that may receive the case from the viewer, and as what. */
export interface Recipient {
  readonly position: DirectoryPosition
  readonly mayBeMain: boolean
  readonly mayBeCopy: boolean
}

/** The post the viewer disposes from: the one that holds the case, else the first of theirs that handles it. */
export function disposingPost(
  row: { readonly holderPositionId: string | null; readonly handlerPositionIds: readonly string[] },
  me: Viewer,
): HeldPosition | null {
  const leading = positionsAs(me, 'POKJA', 'PIMPINAN').filter((held) => row.handlerPositionIds.includes(held.id))
  return leading.find((held) => held.id === row.holderPositionId) ?? leading[0] ?? null
}

/** Every post below or beside that may receive, those who can be the main recipient first, in the order of the organisation. */
export function recipientsOf(from: HeldPosition, positions: readonly DirectoryPosition[]): Recipient[] {
  return positions
    .filter((position) => !position.closed)
    .map((position) => ({ position, mayBeMain: mayDisposeTo(from, position, 'main'), mayBeCopy: mayDisposeTo(from, position, 'copy') }))
    .filter(({ mayBeMain, mayBeCopy }) => mayBeMain || mayBeCopy)
    .sort(
      (first, second) =>
        order(first) - order(second) ||
        Number(second.position.superiorId === from.id) - Number(first.position.superiorId === from.id) ||
        first.position.rank - second.position.rank ||
        first.position.title.localeCompare(second.position.title, 'id'),
    )
}

/** Working groups and Asisten before fellow leaders, copies last. */
const order = ({ position, mayBeMain }: Recipient): number => (!mayBeMain ? 2 : moveTo(position.role, null) === 'pass_along' ? 1 : 0)
