import { dayNumber, type LocalDate } from '../clock/jakarta.js'
import { SHORTLIST_SIZE } from './appointing.js'

/** Calendar days a vacancy is open at least. */
export const OPEN_DAYS = 15

/** Fewer applicants than this who meet the requirements, and the announcement is extended: the end needs three names for each post. */
export const FEWEST_APPLICANTS = SHORTLIST_SIZE

/** How many calendar days an announcement is open, the last one included; negative or zero when it ends before it begins. */
export const daysOpen = (opensOn: LocalDate, closesOn: LocalDate): number => dayNumber(closesOn) - dayNumber(opensOn) + 1

export const isOpenLongEnough = (opensOn: LocalDate, closesOn: LocalDate): boolean => daysOpen(opensOn, closesOn) >= OPEN_DAYS

/** A selection is planned within so many days of today, before or after: further off is a mistyped year, and an extension cannot be taken back. */
const FURTHEST_DAYS = 731

export const isPlannable = (day: LocalDate, today: LocalDate): boolean => Math.abs(dayNumber(day) - dayNumber(today)) <= FURTHEST_DAYS

/** Someone who wants a post, as far as the administrative selection is concerned. */
export interface Applicant {
  readonly postId: string
  /** Found to meet the requirements; null while not looked at. */
  readonly qualified: boolean | null
  /** With the number of the recommendation of the PPK of the home agency (Mekanisme 3); invited or not. */
  readonly ppkRecommended: boolean
}

/** Who takes part: found qualified, and recommended by the PPK. An invitation does not replace the recommendation. */
export const takesPart = (applicant: Pick<Applicant, 'qualified' | 'ppkRecommended'>): boolean =>
  applicant.qualified === true && applicant.ppkRecommended

/** The posts for which fewer than three applicants take part: their announcement is extended. */
export const shortOfApplicants = (postIds: readonly string[], applicants: readonly Applicant[]): string[] =>
  postIds.filter((postId) => applicants.filter((one) => one.postId === postId && takesPart(one)).length < FEWEST_APPLICANTS)
