import { ruleRefusal, type Action, type Facts } from './rules.js'
import type { HeldPosition, Viewer } from './viewer.js'

/**
 * The post in which somebody takes an action: one whose own rules allow it, were it the only one they hold. Of several such posts the preferred ones come
 * first, in the order given (the one that has the case in hand, the one that was asked). Null when none does: the trail names no post that had no say.
 */
export function actingPost(
  viewer: Viewer,
  action: Action,
  subject: Facts,
  ...preferred: readonly (string | null | undefined)[]
): HeldPosition | null {
  const allowing = viewer.positions.filter((held) => ruleRefusal({ ...viewer, positions: [held] }, action, subject) === null)
  const placeOf = ({ id }: HeldPosition) => (preferred.includes(id) ? preferred.indexOf(id) : preferred.length)
  return allowing.sort((one, other) => placeOf(one) - placeOf(other))[0] ?? null
}
