/** What ties a member of the staff to somebody or to an agency: family, former superior or subordinate, an interest. */
export const RELATION_KINDS = ['family', 'superior', 'interest'] as const
export type RelationKind = (typeof RELATION_KINDS)[number]
