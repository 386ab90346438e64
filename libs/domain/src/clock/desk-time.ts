import { LEADERSHIP_ROLE } from '../access/posts.js'
import type { Role } from '../access/viewer.js'
import type { TaskKind } from '../case/task.js'
import type { Calendar } from './calendar.js'
import { DESK_TIERS, openOfficeMs, type DeskTier } from './desk-tiers.js'
import { epochMs, MINUTE_MS, type Instant } from './jakarta.js'
import type { Pause } from './pauses.js'

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
  release: null,
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

const span = ({ tier, positionId }: Pick<DeskSpan, 'tier' | 'positionId'>, from: number, to: number, calendar: Calendar): DeskSpan => ({
  ...{ tier, positionId, from, to },
  minutes: openOfficeMs(calendar, from, to) / MINUTE_MS,
})

/** Open minutes per tier. */
export const minutesOfTier = (spans: readonly DeskSpan[], tier: DeskTier): number =>
  spans.reduce((sum, one) => sum + (one.tier === tier ? one.minutes : 0), 0)

/** How often a letter came back to be revised. */
export const returnsOf = (tasks: readonly Pick<DeskTask, 'kind'>[]): number => tasks.filter(({ kind }) => kind === 'revise').length

/**
 * The tier that must move a case on: of the desks it lies on the one it came to last; between two desks the one it left last; before the first the
 * registry.
 */
export function presentTier(tasks: readonly Pick<DeskTask, 'kind' | 'role' | 'openedAt' | 'closedAt'>[]): DeskTier {
  const placed = tasks.flatMap((task) => {
    const tier = tierOf(task)
    return tier === null ? [] : [{ tier, open: task.closedAt === null, openedAt: epochMs(task.openedAt) }]
  })
  const [last] = placed.sort(
    (one, other) =>
      Number(other.open) - Number(one.open) ||
      other.openedAt - one.openedAt ||
      DESK_TIERS.indexOf(other.tier) - DESK_TIERS.indexOf(one.tier),
  )
  return last?.tier ?? 'registry'
}
