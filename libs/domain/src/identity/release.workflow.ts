import type { ReleaseStatus } from './release.js'

export interface ReleaseStep {
  readonly from: readonly ReleaseStatus[]
  readonly to: ReleaseStatus
}

/**
 * The life of a release: one person asks, a custodian grants it for some hours or refuses, either side ends it early. Looking at the identity
 * changes no status: that the time is over follows from the clock, not from a row.
 */
export const RELEASE_WORKFLOW = {
  grant: { from: ['requested'], to: 'granted' },
  refuse: { from: ['requested'], to: 'refused' },
  withdraw: { from: ['requested'], to: 'withdrawn' },
  revoke: { from: ['granted'], to: 'revoked' },
  view_identity: { from: ['granted'], to: 'granted' },
} as const satisfies Record<string, ReleaseStep>

export type ReleaseAction = keyof typeof RELEASE_WORKFLOW
export const RELEASE_ACTIONS = Object.keys(RELEASE_WORKFLOW) as ReleaseAction[]
