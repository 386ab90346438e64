import { Refusal, type ProblemCode } from '../problem.js'
import { classificationsFor, type Classification } from './classification.js'
import { epochMs, type Instant } from './jakarta.js'
import type { ExtensionTerm, PauseReason, PauseTerm } from './pauses.js'
import type { ClockLimit, ClockRule } from './rules.js'
import type { Channel, Service } from '../standard/service.js'

/** What the decisions below need to know of a clock: its rule and what is shown of it. */
export interface ClockFacts {
  readonly rule: Pick<ClockRule, 'limit' | 'pauses' | 'extension' | 'condition'>
  readonly startedAt: Instant | null
  readonly stoppedAt: Instant | null
  readonly pausedSince: Instant | null
  readonly excusedAt: Instant | null
  readonly dueAt: Instant | null
  /** What was granted on top of the limit in force, and in how many extensions. */
  readonly granted: number
  readonly extensions: number
}

/** Longest limit somebody may set for one case, in its unit. */
export const OWN_LIMIT_MOST = 365

const runs = (clock: ClockFacts): boolean => clock.startedAt !== null && clock.stoppedAt === null

/** What is late stays late: neither a pause nor more time mends it. */
const isLate = (clock: ClockFacts, now: Instant): boolean =>
  clock.dueAt !== null && clock.pausedSince === null && epochMs(now) > epochMs(clock.dueAt)

/** The term under which a rule allows a reason, or null. */
export const pauseTerm = (rule: Pick<ClockRule, 'pauses'>, reason: PauseReason): PauseTerm | null =>
  rule.pauses?.find((term) => term.reason === reason) ?? null

/** Why a clock cannot be paused for a reason now, or null. Whether consent is needed says `pauseTerm`. */
export function pauseRefusal(clock: ClockFacts, reason: PauseReason, now: Instant): ProblemCode | null {
  if (!runs(clock)) return 'clock.not_running'
  if (clock.pausedSince !== null) return 'clock.already_paused'
  if (!pauseTerm(clock.rule, reason)) return 'clock.pause_not_allowed'
  return isLate(clock, now) ? 'clock.already_late' : null
}

export function resumeRefusal(clock: ClockFacts): ProblemCode | null {
  return clock.pausedSince === null || clock.stoppedAt !== null ? 'clock.not_paused' : null
}

/** How much may still be granted, in the unit of the limit. */
export function extensionLeft(clock: ClockFacts): number {
  const term: ExtensionTerm | undefined = clock.rule.extension
  return !term || clock.extensions >= term.times ? 0 : Math.max(0, term.cap - clock.granted)
}

/** Why a clock cannot be extended by so much now, or null. An extension is asked for while the promise can still be kept. */
export function extensionRefusal(clock: ClockFacts, amount: number, now: Instant): ProblemCode | null {
  if (!runs(clock)) return 'clock.not_running'
  if (!clock.rule.extension || clock.dueAt === null) return 'clock.extension_not_allowed'
  if (isLate(clock, now)) return 'clock.already_late'
  if (!Number.isInteger(amount) || amount < 1) return 'request.invalid'
  return amount > extensionLeft(clock) ? 'clock.extension_cap' : null
}

/** Why nobody may set a limit on this clock, or null: only what the standard leaves open is set (JPT, the exception for 3T regions). */
export function ownLimitRefusal(clock: ClockFacts, limit: ClockLimit): ProblemCode | null {
  if (clock.stoppedAt !== null) return 'clock.not_running'
  if (clock.rule.limit !== null) return 'clock.limit_not_open'
  return Number.isInteger(limit.amount) && limit.amount >= 1 && limit.amount <= OWN_LIMIT_MOST ? null : 'request.invalid'
}

/** Why lateness cannot be excused by a recorded reason, or null ("atau dikondisikan dengan kegiatan yang sedang berlangsung di unit kerja"). */
export function excuseRefusal(clock: ClockFacts): ProblemCode | null {
  if (!clock.rule.condition.asUnitActivityAllows) return 'clock.not_excusable'
  if (!runs(clock)) return 'clock.not_running'
  return clock.excusedAt === null ? null : 'clock.already_excused'
}

/** A field examination takes the longest time: the head of the working group consents to it. */
export const classificationNeedsApproval = (to: Classification): boolean => to === 'field_examination'

/** Why a case cannot be classified so, or null. */
export function classificationRefusal(
  theCase: { readonly service: Service; readonly channel: Channel; readonly classification: string | null },
  to: Classification,
): ProblemCode | null {
  if (!classificationsFor(theCase.service, theCase.channel).includes(to)) return 'request.invalid'
  return theCase.classification === to ? 'case.same_classification' : null
}

/** Throws the refusal, if there is one. */
export function demandClock(refusal: ProblemCode | null): void {
  if (refusal) throw new Refusal(refusal)
}
