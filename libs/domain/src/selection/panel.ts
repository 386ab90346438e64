/** From where a member of the panel comes: the agency itself or outside of it. */
export const PANEL_ORIGINS = ['internal', 'external'] as const
export type PanelOrigin = (typeof PANEL_ORIGINS)[number]

export const PANEL_ROLES = ['chair', 'secretary', 'member'] as const
export type PanelRole = (typeof PANEL_ROLES)[number]

export interface PanelSeat {
  readonly role: PanelRole
  readonly origin: PanelOrigin
}

/** Bounds of a panel: an odd number of five to nine, at most 45 % from the agency itself (PermenPANRB 15/2019). */
export const PANEL_BOUNDS = { fewest: 5, most: 9, internalShare: 0.45 } as const

export const PANEL_FINDINGS = ['too_few', 'too_many', 'even', 'too_many_internal', 'one_chair'] as const
export type PanelFinding = (typeof PANEL_FINDINGS)[number]

/**
 * What is irregular about a panel. Findings help whoever checks it and refuse nothing: the agency formed the panel, and the commission answers what it
 * found by letter.
 */
export function panelFindings(seats: readonly PanelSeat[]): PanelFinding[] {
  const internal = seats.filter((seat) => seat.origin === 'internal').length
  const found: Record<PanelFinding, boolean> = {
    too_few: seats.length < PANEL_BOUNDS.fewest,
    too_many: seats.length > PANEL_BOUNDS.most,
    even: seats.length % 2 === 0,
    too_many_internal: seats.length > 0 && internal / seats.length > PANEL_BOUNDS.internalShare,
    one_chair: seats.filter((seat) => seat.role === 'chair').length !== 1,
  }
  return PANEL_FINDINGS.filter((finding) => found[finding])
}
