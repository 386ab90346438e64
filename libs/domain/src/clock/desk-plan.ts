import type { Calendar } from './calendar.js'
import { DESK_TIERS, openOfficeMs, type DeskTier } from './desk-tiers.js'
import { epochMs, MINUTE_MS, type Instant } from './jakarta.js'
import type { Pause } from './pauses.js'
import type { ClockRule, StartEvent, StopEvent } from './rules.js'

/** The share of a limit each tier may use. A rule of the house; the standards print none. */
export const TIER_SHARE: Readonly<Record<Exclude<DeskTier, 'outside'>, number>> = {
  registry: 0.05,
  leadership: 0.1,
  unit: 0.1,
  assistant: 0.5,
  review: 0.15,
  dispatch: 0.1,
}
export type PlannedTier = keyof typeof TIER_SHARE
export const PLANNED_TIERS: readonly PlannedTier[] = ['registry', 'leadership', 'unit', 'assistant', 'review', 'dispatch']

/** Where a case lies when its clock starts: the tiers before it have nothing to plan. */
const FIRST_TIER: Readonly<Record<StartEvent, PlannedTier>> = {
  received: 'registry',
  complete: 'registry',
  arrived: 'registry',
  received_by_unit: 'unit',
  confirmed_by_unit: 'unit',
  confirmed_processed: 'assistant',
}

/** The tier whose passing on keeps the promise; null for a visitor who stands at the desk: an hour is not planned back over the house. */
const LAST_TIER: Readonly<Record<StopEvent, PlannedTier | null>> = {
  answer_delivered: 'dispatch',
  follow_up_begun: 'assistant',
  consultation_begun: null,
}

/** What one tier may use, and when it must have passed the case on. */
export interface TierBudget {
  readonly tier: PlannedTier
  readonly minutes: number
  readonly latest: Date
}

/** A clock that has started and has a due date. */
export interface PlannedClock {
  readonly rule: Pick<ClockRule, 'startEvent' | 'stopEvent'>
  readonly startedAt: Instant
  readonly dueAt: Instant
  readonly pauses: readonly Pick<Pause, 'from' | 'to'>[]
}

/** The tiers a promise goes through, from the one that has it at the start to the one that keeps it. */
export function tiersPlanned({ startEvent, stopEvent }: PlannedClock['rule']): readonly PlannedTier[] {
  const last = LAST_TIER[stopEvent]
  return last === null ? [] : PLANNED_TIERS.slice(PLANNED_TIERS.indexOf(FIRST_TIER[startEvent]), PLANNED_TIERS.indexOf(last) + 1)
}

/** The due date planned back into the budgets of the tiers: the last must be done at the due instant, each before it early enough for those that follow. */
export function tierBudgets(clock: PlannedClock, calendar: Calendar): TierBudget[] {
  const tiers = tiersPlanned(clock.rule)
  const whole = shareOf(tiers)
  const total = plannedMs(clock, calendar)
  return tiers.map((tier, index) => ({
    tier,
    minutes: ((TIER_SHARE[tier] / whole) * total) / MINUTE_MS,
    latest: latestFor(clock, shareOf(tiers.slice(index + 1)) / whole, total, calendar),
  }))
}

/**
 * When the tier that has the case must have passed it on; null where the promise is not planned for it. A tier that has it again before the plan begins
 * is held to the first budget.
 */
export function latestOf(tier: DeskTier, clock: PlannedClock, calendar: Calendar): Date | null {
  const tiers = tiersPlanned(clock.rule)
  const index = tiers.findIndex((one) => DESK_TIERS.indexOf(one) >= DESK_TIERS.indexOf(tier))
  return index < 0 ? null : latestFor(clock, shareOf(tiers.slice(index + 1)) / shareOf(tiers), plannedMs(clock, calendar), calendar)
}

const shareOf = (tiers: readonly PlannedTier[]): number => tiers.reduce((sum, tier) => sum + TIER_SHARE[tier], 0)

/** The open time between start and due date that is nobody's pause. */
function plannedMs({ startedAt, dueAt, pauses }: PlannedClock, calendar: Calendar): number {
  const [start, due] = [epochMs(startedAt), epochMs(dueAt)]
  const paused = pauses.reduce(
    (sum, pause) => sum + openOfficeMs(calendar, Math.max(start, pause.from), Math.max(start, Math.min(due, pause.to))),
    0,
  )
  return Math.max(0, openOfficeMs(calendar, start, due) - paused)
}

function latestFor({ startedAt, dueAt, pauses }: PlannedClock, shareAfter: number, total: number, calendar: Calendar): Date {
  const due = epochMs(dueAt)
  if (shareAfter === 0) return new Date(due)
  return new Date(Math.max(epochMs(startedAt), instantBefore(due, Math.round(shareAfter * total), pauses, calendar)))
}

/** The instant from which so much open time, beside the pauses, leads to another. */
function instantBefore(end: number, ms: number, pauses: readonly Pick<Pause, 'from' | 'to'>[], calendar: Calendar): number {
  const office = calendar.schedule('office')
  let cursor = end
  let left = ms
  for (const { from, to } of [...pauses].reverse()) {
    if (from >= cursor) continue
    const counted = to < cursor ? openOfficeMs(calendar, to, cursor) : 0
    if (left <= counted) break
    left -= counted
    cursor = Math.min(cursor, from)
  }
  return office.instantOfOpenMs(office.openMsBefore(cursor) - left)
}
