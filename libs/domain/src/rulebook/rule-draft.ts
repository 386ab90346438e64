import type { Role } from '../access/viewer.js'

/** What an administrator may draft: a version of one standard, or of the calendar. */
export const RULE_KINDS = ['standard', 'calendar'] as const
export type RuleKind = (typeof RULE_KINDS)[number]

/** draft: being written; proposed: waits for a second person; active: installed, from its date; discarded: given up. */
export const RULE_DRAFT_STATES = ['draft', 'proposed', 'active', 'discarded'] as const
export type RuleDraftState = (typeof RULE_DRAFT_STATES)[number]

/** The whole life of a drafted rule. */
export const RULE_DRAFT_WORKFLOW = {
  edit: { from: ['draft'], to: null },
  rehearse: { from: ['draft', 'proposed'], to: null },
  propose: { from: ['draft'], to: 'proposed' },
  send_back: { from: ['proposed'], to: 'draft' },
  consent: { from: ['proposed'], to: 'active' },
  discard: { from: ['draft', 'proposed'], to: 'discarded' },
} as const satisfies Record<string, { readonly from: readonly RuleDraftState[]; readonly to: RuleDraftState | null }>

export type RuleDraftAction = keyof typeof RULE_DRAFT_WORKFLOW
export const RULE_DRAFT_ACTIONS = Object.keys(RULE_DRAFT_WORKFLOW) as RuleDraftAction[]

/** The roles whose holders may put a drafted rule into force, as the second person. */
export const CONSENTING_ROLES = ['PIMPINAN', 'ADMIN'] as const satisfies readonly Role[]

/** What a rule may know of a draft. */
export interface RuleDraftFacts {
  readonly __typename: 'RuleDraft'
  readonly id: string
  readonly kind: RuleKind
  readonly state: RuleDraftState
  /** Who asked for consent; null while it is being written. */
  readonly proposerId: string | null
}
