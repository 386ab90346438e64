import { LEADERSHIP_ROLE } from '../access/posts.js'
import type { Role } from '../access/viewer.js'
import type { TaskKind } from '../case/task.js'
import type { Calendar } from './calendar.js'
import { epochMs, MINUTE_MS, type Instant } from './jakarta.js'
import type { Pause } from './pauses.js'

/** Where a case can lie, in the order in which it goes up and down the house; `outside` is with nobody here: it waits for somebody else. */
export const DESK_TIERS = ['registry', 'leadership', 'unit', 'assistant', 'review', 'dispatch', 'outside'] as const
export type DeskTier = (typeof DESK_TIERS)[number]

/** A task of the case, open or done, with the role of the post it was for. */
export interface DeskTask {
  readonly kind: TaskKind
  readonly positionId: string | null
  readonly role: Role | null
  readonly openedAt: Instant
  readonly closedAt: Instant | null
}

/** A stretch of time in which the case lay on one desk. Instants are epoch milliseconds, minutes are open minutes of the office. */
export interface DeskSpan {
  readonly tier: DeskTier
  readonly positionId: string | null
  readonly from: number
  readonly to: number
  readonly minutes: number
}

const TIER_OF_TASK: Readonly<Record<TaskKind, DeskTier | 'by_role' | null>> = {
  complete_registration: 'registry',
  dispose: 'by_role',
  decide: 'assistant',
  draft: 'assistant',
  revise: 'assistant',
  review: 'review',
  issue: 'dispatch',
  deliver: 'dispatch',
  // Asked about the case beside its way: whoever has it in hand keeps it meanwhile.
  consent_void: null,
  approve_clock: null,
  reassign: 'by_role',
}

/** The tier a task lies on; null for what is asked beside the way of the case. */
export function tierOf({ kind, role }: Pick<DeskTask, 'kind' | 'role'>): DeskTier | null {
  const tier = TIER_OF_TASK[kind]
  return tier === 'by_role' ? (role === LEADERSHIP_ROLE ? 'leadership' : 'unit') : tier
}

interface Held {
  readonly tier: DeskTier
  readonly positionId: string | null
  readonly from: number
  readonly to: number
}

/** What the ledger is made of: the life of the case so far, its tasks, and the pauses of its promise in order. */
export interface DeskLife {
  readonly registeredAt: Instant
  /** The end of the case, or now. */
  readonly until: Instant
  readonly tasks: readonly DeskTask[]
  readonly pauses: readonly Pick<Pause, 'from' | 'to'>[]
}

/**
 * On whose desk the case lay from its registration on, without gap or overlap. Of several desks at once the one it came to last has it. A pause of the
 * promise is time outside, whoever's task stays open; before the first task the case is with the registry, between tasks with nobody here.
 */
export function deskTime({ registeredAt, until, tasks, pauses }: DeskLife, calendar: Calendar): DeskSpan[] {
  const [start, end] = [epochMs(registeredAt), epochMs(until)]
  if (end <= start) return []
  const held = tasks
    .flatMap((task): Held[] => {
      const tier = tierOf(task)
      const closed = task.closedAt === null ? end : epochMs(task.closedAt)
      return tier === null
        ? []
        : [{ tier, positionId: task.positionId, from: Math.max(start, epochMs(task.openedAt)), to: Math.min(end, closed) }]
    })
    .filter(({ from, to }) => from < to)
    .sort((one, other) => one.from - other.from || DESK_TIERS.indexOf(one.tier) - DESK_TIERS.indexOf(other.tier))
  const first = Math.min(end, ...tasks.filter((task) => tierOf(task) !== null).map((task) => Math.max(start, epochMs(task.openedAt))))
  const edges = [
    ...new Set([start, end, first, ...held.flatMap(({ from, to }) => [from, to]), ...pauses.flatMap(({ from, to }) => [from, to])]),
  ]
    .filter((edge) => edge >= start && edge <= end)
    .sort((one, other) => one - other)

  const spans: DeskSpan[] = []
  for (const [index, from] of edges.entries()) {
    const to = edges[index + 1]
    if (to === undefined) break
    const desk = pauses.some((pause) => pause.from <= from && to <= pause.to)
      ? { tier: 'outside' as const, positionId: null }
      : (held.findLast((one) => one.from <= from && to <= one.to) ?? {
          tier: from < first ? ('registry' as const) : ('outside' as const),
          positionId: null,
        })
    const last = spans.at(-1)
    if (last?.tier === desk.tier && last.positionId === desk.positionId) spans[spans.length - 1] = span(desk, last.from, to, calendar)
    else spans.push(span(desk, from, to, calendar))
  }
  return spans
}

const openMs = (calendar: Calendar, from: number, to: number): number => {
  const office = calendar.schedule('office')
  return office.openMsBefore(to) - office.openMsBefore(from)
}

const span = ({ tier, positionId }: Pick<DeskSpan, 'tier' | 'positionId'>, from: number, to: number, calendar: Calendar): DeskSpan => ({
  ...{ tier, positionId, from, to },
  minutes: openMs(calendar, from, to) / MINUTE_MS,
})

/** Open minutes per tier. */
export const minutesOfTier = (spans: readonly DeskSpan[], tier: DeskTier): number =>
  spans.reduce((sum, one) => sum + (one.tier === tier ? one.minutes : 0), 0)

/** How often a letter came back to be revised. */
export const returnsOf = (tasks: readonly Pick<DeskTask, 'kind'>[]): number => tasks.filter(({ kind }) => kind === 'revise').length

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

/** What one tier may use, and when it must have passed the case on. */
export interface TierBudget {
  readonly tier: PlannedTier
  readonly minutes: number
  readonly latest: Date
}

export interface PlannedClock {
  readonly startedAt: Instant
  readonly dueAt: Instant
  readonly pauses: readonly Pick<Pause, 'from' | 'to'>[]
  /** Where the case lay when the clock started: the tiers before it have nothing to plan. */
  readonly startTier: DeskTier
}

/** The due date planned back into the budgets of the tiers: the last must be done at the due instant, each before it early enough for those that follow. */
export function tierBudgets({ startedAt, dueAt, pauses, startTier }: PlannedClock, calendar: Calendar): TierBudget[] {
  const [start, due] = [epochMs(startedAt), epochMs(dueAt)]
  const paused = pauses.reduce(
    (sum, pause) => sum + openMs(calendar, Math.max(start, pause.from), Math.max(start, Math.min(due, pause.to))),
    0,
  )
  const total = Math.max(0, openMs(calendar, start, due) - paused)
  const begun = startTier === 'outside' ? 0 : PLANNED_TIERS.indexOf(startTier)
  const tiers = PLANNED_TIERS.slice(Math.max(0, begun))
  const whole = tiers.reduce((sum, tier) => sum + TIER_SHARE[tier], 0)
  return tiers.map((tier, index) => {
    const after = tiers.slice(index + 1).reduce((sum, later) => sum + TIER_SHARE[later], 0)
    return {
      tier,
      minutes: ((TIER_SHARE[tier] / whole) * total) / MINUTE_MS,
      latest:
        after === 0 ? new Date(due) : new Date(Math.max(start, instantBefore(due, Math.round((after / whole) * total), pauses, calendar))),
    }
  })
}

/** The instant from which so much open time, beside the pauses, leads to another. */
function instantBefore(end: number, ms: number, pauses: readonly Pick<Pause, 'from' | 'to'>[], calendar: Calendar): number {
  const office = calendar.schedule('office')
  let cursor = end
  let left = ms
  for (const { from, to } of [...pauses].reverse()) {
    if (from >= cursor) continue
    const counted = to < cursor ? openMs(calendar, to, cursor) : 0
    if (left <= counted) break
    left -= counted
    cursor = Math.min(cursor, from)
  }
  return office.instantOfOpenMs(office.openMsBefore(cursor) - left)
}

/** Whether the tier that has the case now should have passed it on: the case is at risk from then on, or from the share of its span, whichever comes first. */
export function behindPlan(budgets: readonly TierBudget[], tier: DeskTier, now: Instant): boolean {
  const own = budgets.find((budget) => budget.tier === tier)
  return own !== undefined && epochMs(now) > own.latest.getTime()
}
