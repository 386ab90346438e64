import { releaseRefusal, standingOf, type ReleaseAction, type ReleaseStanding, type Viewer } from '@domain'
import type { ReleaseRowFragment } from '../generated/graphql.js'

/** A release with the end of its window as an instant, as the rules ask for it. */
const timed = (row: ReleaseRowFragment) => ({ ...row, until: row.until === null ? null : new Date(row.until) })

/** How a release stands now; the hour moves it, not an answer of the server. */
export const releaseStanding = (row: ReleaseRowFragment, now: number): ReleaseStanding => standingOf(timed(row), new Date(now))

/** Whether the viewer can do this with the release now. */
export const canDo = (row: ReleaseRowFragment, action: ReleaseAction, me: Viewer, now: number): boolean =>
  releaseRefusal(timed(row), action, me, new Date(now)) === null
