import { readEmblem } from './emblem.js'

/** What an organisation is called and where it is found, as its papers say it. It is renamed and moves, so this is data with a date. */
export interface OrganisationProfile {
  /** Printed in capitals at the head. */
  readonly organisation: string
  /** The English name under it. */
  readonly english: string | null
  readonly address: string
  /** Telephone, site, e-mail: one line. */
  readonly contact: string
  /** Where letters are dated. */
  readonly place: string
  /** A self-contained drawing that `readEmblem` has let through. */
  readonly emblemSvg: string | null
}

/** Longest texts in characters: what still stands on one line of the head, two for the name. */
export const PROFILE_LIMITS = { organisation: 120, english: 120, address: 140, contact: 140, place: 60 } as const

export type ProfileText = keyof typeof PROFILE_LIMITS
export const PROFILE_TEXTS = Object.keys(PROFILE_LIMITS) as ProfileText[]

/** One line, without the spaces that pasting brings. */
const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ')

/** The profile as it would be kept, and the inputs that are at fault; both sides ask it before they save. */
export function tidyProfile(given: OrganisationProfile): {
  readonly profile: OrganisationProfile
  readonly faults: readonly (keyof OrganisationProfile)[]
} {
  const emblem = given.emblemSvg === null ? null : readEmblem(given.emblemSvg)
  const profile: OrganisationProfile = {
    organisation: oneLine(given.organisation),
    english: oneLine(given.english ?? '') || null,
    address: oneLine(given.address),
    contact: oneLine(given.contact),
    place: oneLine(given.place),
    emblemSvg: emblem && 'svg' in emblem ? emblem.svg : null,
  }
  const faults: (keyof OrganisationProfile)[] = PROFILE_TEXTS.filter((field) => {
    const text = profile[field]
    return text === null ? false : text.length < 1 || text.length > PROFILE_LIMITS[field]
  })
  return { profile, faults: emblem && 'fault' in emblem ? [...faults, 'emblemSvg'] : faults }
}
