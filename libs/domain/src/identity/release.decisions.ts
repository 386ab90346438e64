import { ruleRefusal } from '../access/rules.js'
import type { Viewer } from '../access/viewer.js'
import { Refusal, type ProblemCode } from '../problem.js'
import type { IdentityReleaseFacts, ReleaseStanding, ReleaseStatus } from './release.js'
import { RELEASE_WORKFLOW, type ReleaseAction, type ReleaseStep } from './release.workflow.js'

/** The end of the window; null while nothing was granted. */
export interface Windowed {
  readonly status: ReleaseStatus
  readonly until: Date | null
}

const isOver = ({ until }: Windowed, now: Date): boolean => until === null || until.getTime() <= now.getTime()

/** How a release stands now. */
export const standingOf = (release: Windowed, now: Date): ReleaseStanding =>
  release.status !== 'granted' ? release.status : isOver(release, now) ? 'expired' : 'open'

/** Why the viewer cannot take this action on the release now, or null when they can. Outside its window nothing is shown and nothing is left to revoke. */
export function releaseRefusal(
  release: IdentityReleaseFacts & Windowed,
  action: ReleaseAction,
  viewer: Viewer,
  now: Date,
): ProblemCode | null {
  const rule = ruleRefusal(viewer, action, release)
  if (rule) return rule
  const step: ReleaseStep = RELEASE_WORKFLOW[action]
  if (!step.from.includes(release.status)) return 'release.wrong_status'
  return release.status === 'granted' && isOver(release, now) ? 'release.expired' : null
}

/** The status the release will have, or a refusal. */
export function nextReleaseStatus(
  release: IdentityReleaseFacts & Windowed,
  action: ReleaseAction,
  viewer: Viewer,
  now: Date,
): ReleaseStatus {
  const refusal = releaseRefusal(release, action, viewer, now)
  if (refusal) throw new Refusal(refusal)
  return RELEASE_WORKFLOW[action].to
}
