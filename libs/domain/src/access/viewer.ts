/** The roles of the organisation. A role comes from a position, never from a person. */
export const ROLES = ['PIMPINAN', 'POKJA', 'ASISTEN', 'SEKRETARIAT', 'FRONT_OFFICE', 'ADMIN', 'CUSTODIAN', 'AUDITOR'] as const
export type Role = (typeof ROLES)[number]

/** How a post is held: definitive, Plt. (acting in a vacant post) or Plh. (acting day to day for an absent holder). */
export const HOLDER_KINDS = ['definitive', 'plt', 'plh'] as const
export type HolderKind = (typeof HOLDER_KINDS)[number]

/** A post somebody holds today. */
export interface HeldPosition {
  readonly id: string
  readonly title: string
  readonly role: Role
  readonly unitId: string
  readonly kind: HolderKind
  /** The definitive holder stood in for, when `kind` is plh: both names appear in the trail. */
  readonly onBehalfOf: string | null
}

/** Who is asking: a person with the posts they hold at this moment. */
export interface Viewer {
  readonly id: string
  readonly name: string
  readonly positions: readonly HeldPosition[]
}

/** The posts of the viewer that carry one of these roles. */
export const positionsAs = (viewer: Viewer, ...roles: readonly Role[]): HeldPosition[] =>
  viewer.positions.filter((held) => roles.includes(held.role))

export const hasRole = (viewer: Viewer, role: Role): boolean => viewer.positions.some((held) => held.role === role)

export const positionIdsOf = (viewer: Viewer): string[] => viewer.positions.map((held) => held.id)

export const unitIdsAs = (viewer: Viewer, ...roles: readonly Role[]): string[] => [
  ...new Set(positionsAs(viewer, ...roles).map((held) => held.unitId)),
]

/** "Plh. Ketua" for an acting holder, "Ketua" for a definitive one. */
export const titleHeld = (held: Pick<HeldPosition, 'kind' | 'title'>): string =>
  held.kind === 'plt' ? `Plt. ${held.title}` : held.kind === 'plh' ? `Plh. ${held.title}` : held.title
