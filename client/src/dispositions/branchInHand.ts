import { positionIdsOf, STANDING_DISPOSITION_STATES, type Viewer } from '@domain'
import type { DispositionRowFragment } from '../generated/graphql.js'

/** The main branch through which the viewer has the case: the one whose post holds it now, else the deepest. Null when there is none. */
export function branchInHand(
  branches: readonly DispositionRowFragment[],
  { holderPositionId }: { readonly holderPositionId: string | null },
  me: Viewer,
): DispositionRowFragment | null {
  const posts = positionIdsOf(me)
  const mine = branches.filter(
    ({ kind, state, toPositionId }) => kind === 'main' && STANDING_DISPOSITION_STATES.includes(state) && posts.includes(toPositionId),
  )
  return mine.find((branch) => branch.toPositionId === holderPositionId) ?? mine.at(-1) ?? null
}
