import { hasRole, type Viewer } from '../access/viewer.js'
import type { CaseFacts } from '../case/case.js'
import { caseRefusal } from '../case/case.decisions.js'
import { DAY_MS, epochMs, MINUTE_MS, type Instant } from '../clock/jakarta.js'
import type { ProblemCode } from '../problem.js'
import type { Bilingual } from '../standard/service.js'

/** How a complaint is handled (Standar Pelayanan Pengaduan Netralitas, Sistem, Mekanisme dan Prosedur 2: "secara daring atau harus tatap muka langsung"). */
export const HANDLING_METHODS = ['online', 'face_to_face'] as const
export type HandlingMethod = (typeof HANDLING_METHODS)[number]

export const HANDLING_METHOD_LABEL: Record<HandlingMethod, Bilingual> = {
  online: { id: 'Daring', en: 'Online' },
  face_to_face: { id: 'Tatap muka langsung', en: 'Face to face' },
}

/** The method as the letter to the complainant says it. */
export const HANDLING_METHOD_IN_LETTER: Record<HandlingMethod, string> = { online: 'daring', face_to_face: 'tatap muka langsung' }

/** What the analysis decides: the method, when and where, and who of the unit handles it. */
export interface HandlingPlan {
  readonly method: HandlingMethod
  readonly at: Date | null
  /** The link and means of an online meeting, or the room of one face to face. */
  readonly place: string
  readonly officer: string
  readonly officerPhone: string | null
}

/** Characters at most. */
export const HANDLING_TEXT = { place: 500, officer: 200, phone: 50, short: 300, long: 4000, minutes: 20_000 } as const

const WEB_LINK = /https:\/\/\S+\.\S+/

/** Whether what is said about an online meeting has its link in it (Prosedur 2: the complainant is told the means). */
export const hasLink = (place: string): boolean => WEB_LINK.test(place)

/**
 * What is missing in a plan: the complainant of an online handling is told time and means (Prosedur 2), one who must come is told where and whom to ask
 * for (Prosedur 3).
 */
export function planFaults(plan: HandlingPlan): string[] {
  const faults: string[] = []
  const place = plan.place.trim()
  if (place.length < 3 || place.length > HANDLING_TEXT.place) faults.push('place')
  else if (plan.method === 'online' && !hasLink(place)) faults.push('place')
  if (plan.method === 'online' && plan.at === null) faults.push('at')
  if (plan.officer.trim().length < 3 || plan.officer.length > HANDLING_TEXT.officer) faults.push('officer')
  if ((plan.officerPhone?.length ?? 0) > HANDLING_TEXT.phone) faults.push('officerPhone')
  return faults
}

/** Nothing of a handling is planned further ahead than so many days: further is a mistyped year. */
const FURTHEST_DAYS = 366

/** Whether a time lies too far ahead to be planned. */
export const isTooFarAhead = (at: Instant, now: Instant): boolean => epochMs(at) > epochMs(now) + FURTHEST_DAYS * DAY_MS

/** Times are typed to the minute. */
const minuteOf = (at: Instant): number => Math.floor(epochMs(at) / MINUTE_MS)

/** Whether the complainant can be told this time: one that is still to come, and near enough to be meant. A time that is already told may stay. */
export const mayBeTold = (at: Instant, now: Instant, told: Instant | null): boolean =>
  (told !== null && minuteOf(told) === minuteOf(at)) || (epochMs(at) > epochMs(now) && !isTooFarAhead(at, now))

/** Why the viewer cannot write allegations, evidence, steps, findings or points of this case now, or null when they can. Only complaints are handled so. */
export function handlingRefusal(subject: CaseFacts, viewer: Viewer): ProblemCode | null {
  const refusal = caseRefusal(subject, 'handle', viewer)
  return refusal ?? (subject.service === 'NETRALITAS' ? null : 'handling.other_service')
}

/** Whether a page of a case has a part about its handling. */
export const isHandled = ({ service }: Pick<CaseFacts, 'service'>): boolean => service === 'NETRALITAS'

/** The roles whose first page says which points the PPK is late with: those who answer for the follow-up. */
export const answersForPoints = (viewer: Viewer): boolean => hasRole(viewer, 'PIMPINAN') || hasRole(viewer, 'POKJA')
