import type { PostLevel } from './selection.js'

/** Who appoints: the agency's appointing authority (pejabat pembina kepegawaian), or the President. */
export const AUTHORITIES = ['ppk', 'president'] as const
export type Authority = (typeof AUTHORITIES)[number]

/**
 * The appointing authority by level (Standar Pelayanan JPT, Mekanisme 6): the PPK for pratama, the President for madya and utama. The page speaks of
 * pratama in central agencies; in a region its PPK (governor, regent, mayor) appoints as well.
 */
export const authorityFor = (level: PostLevel): Authority => (level === 'pratama' ? 'ppk' : 'president')

/** How many names reach the authority: exactly three for every post (Mekanisme 5 and 6). */
export const SHORTLIST_SIZE = 3

/** Whether the appointed is one of the three. */
export const isOneOfThree = (chosenId: string, shortlist: readonly string[]): boolean =>
  shortlist.length === SHORTLIST_SIZE && shortlist.includes(chosenId)
