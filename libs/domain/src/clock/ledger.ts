import type { Calendar } from './calendar.js'
import { dueDate, type CountingRule, type Due } from './due.js'
import { epochMs, type Instant } from './jakarta.js'
import type { Pause, PauseReason } from './pauses.js'
import type { ClockLimit } from './rules.js'

/**
 * What happened to a clock, in the order it happened. `set_limit` gives a limit to a clock whose standard leaves it open, `excuse` records why lateness
 * is excused, `recount` says that another calendar version counts from here on.
 */
export type LedgerEntry =
  | { readonly kind: 'start' | 'resume' | 'reclassify' | 'excuse' | 'recount' | 'stop'; readonly at: Instant }
  | { readonly kind: 'pause'; readonly at: Instant; readonly reason: PauseReason }
  | { readonly kind: 'extend'; readonly at: Instant; readonly amount: number }
  | { readonly kind: 'set_limit'; readonly at: Instant; readonly limit: ClockLimit }

export const LEDGER_KINDS = ['start', 'pause', 'resume', 'extend', 'reclassify', 'set_limit', 'excuse', 'recount', 'stop'] as const
export type LedgerKind = (typeof LEDGER_KINDS)[number]

/** A pause that has not ended. */
export type OpenPause = Omit<Pause, 'to'>

/** All that a clock is, read from its rule, its ledger and its calendar. Instants are epoch milliseconds. */
export interface ClockState {
  readonly startedAt: number | null
  readonly stoppedAt: number | null
  readonly excusedAt: number | null
  /** Pauses that have ended, in order. */
  readonly pauses: readonly Pause[]
  readonly openPause: OpenPause | null
  /** The limit before extensions; null while none has been set. */
  readonly limit: ClockLimit | null
  /** What was granted on top of the limit in force, in its unit, and in how many extensions. */
  readonly granted: number
  readonly extensions: number
  /** When the promise must be kept. An open pause moves nothing: the date stays visible and moves when work is resumed. Null before the start. */
  readonly due: Due | null
  /** What `due` would be without the extensions. */
  readonly dueBeforeExtension: Due | null
}

export type LedgerFault =
  'before_start' | 'started_twice' | 'paused_already' | 'not_paused' | 'stopped_paused' | 'after_stop' | 'back_in_time' | 'nothing_granted'

/** What is wrong with the order of a ledger, or null. The database refuses the same entries. */
export function ledgerFault(entries: readonly LedgerEntry[]): LedgerFault | null {
  let started = false
  let paused = false
  let stopped = false
  let last = Number.NEGATIVE_INFINITY
  for (const entry of entries) {
    if (stopped) return 'after_stop'
    if (entry.kind === 'start' && started) return 'started_twice'
    if (!started && (entry.kind === 'pause' || entry.kind === 'extend' || entry.kind === 'excuse')) return 'before_start'
    if (entry.kind === 'pause' && paused) return 'paused_already'
    if (entry.kind === 'resume' && !paused) return 'not_paused'
    if (entry.kind === 'stop' && paused) return 'stopped_paused'
    if (entry.kind === 'extend' && !(entry.amount > 0)) return 'nothing_granted'
    const at = epochMs(entry.at)
    if (started && at < last) return 'back_in_time'
    last = at
    started ||= entry.kind === 'start'
    paused = entry.kind === 'pause' || (paused && entry.kind !== 'resume')
    stopped = entry.kind === 'stop'
  }
  return null
}

/**
 * Reads a ledger under the rule in force now. A reclassification keeps start and pauses and brings its own limit: what was granted on the limit before
 * ends with it. Throws RangeError for a ledger that has a fault.
 */
export function readLedger(rule: CountingRule, entries: readonly LedgerEntry[], calendar: Calendar): ClockState {
  const fault = ledgerFault(entries)
  if (fault) throw new RangeError(`A ledger is not in order: ${fault}`)
  let startedAt: number | null = null
  let stoppedAt: number | null = null
  let excusedAt: number | null = null
  let openPause: OpenPause | null = null
  let ownLimit: ClockLimit | null = null
  let granted = 0
  let extensions = 0
  const pauses: Pause[] = []
  for (const entry of entries) {
    const at = epochMs(entry.at)
    switch (entry.kind) {
      case 'start':
        startedAt = at
        break
      case 'pause':
        openPause = { from: at, reason: entry.reason }
        break
      case 'resume':
        if (openPause) pauses.push({ ...openPause, to: at })
        openPause = null
        break
      case 'extend':
        granted += entry.amount
        extensions += 1
        break
      case 'set_limit':
        ownLimit = entry.limit
        granted = 0
        extensions = 0
        break
      case 'reclassify':
        ownLimit = null
        granted = 0
        extensions = 0
        break
      case 'excuse':
        excusedAt = at
        break
      case 'stop':
        stoppedAt = at
        break
      case 'recount':
        break
    }
  }
  const limit = rule.limit ?? ownLimit
  const counted = { startedAt, stoppedAt, excusedAt, pauses, openPause, limit, granted, extensions }
  if (startedAt === null) return { ...counted, due: null, dueBeforeExtension: null }
  const dueBeforeExtension = dueDate({ ...rule, limit }, startedAt, calendar, pauses)
  const due =
    limit === null || granted === 0
      ? dueBeforeExtension
      : dueDate({ ...rule, limit: { ...limit, amount: limit.amount + granted } }, startedAt, calendar, pauses)
  return { ...counted, due, dueBeforeExtension }
}

/** What a list must say beside a due date, the weightiest first. */
export const CLOCK_FLAGS = ['paused', 'excused', 'undecreed', 'ends_on_closed_day', 'limit_not_set'] as const
export type ClockFlag = (typeof CLOCK_FLAGS)[number]

/** The flag of a clock, or null when its date needs no word. */
export function flagOf(state: ClockState): ClockFlag | null {
  if (state.openPause && state.stoppedAt === null) return 'paused'
  if (state.excusedAt !== null) return 'excused'
  const flags = state.due?.flags
  if (flags?.undecreed) return 'undecreed'
  if (flags?.endsOnClosedDay) return 'ends_on_closed_day'
  return flags?.limitNotSet ? 'limit_not_set' : null
}
