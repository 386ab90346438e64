import type { Calendar } from '../clock/calendar.js'
import { epochMs, type Instant } from '../clock/jakarta.js'
import { flagOf, readLedger, type LedgerEntry } from '../clock/ledger.js'
import type { ClockRule } from '../clock/rules.js'

/** A clock of a case as it stands, with what is needed to count it under other rules. */
export interface RehearsedClock {
  readonly clockId: string
  readonly caseId: string
  /** "0042/2026". */
  readonly agenda: string
  readonly code: string
  readonly rule: ClockRule
  readonly entries: readonly LedgerEntry[]
}

/** enters: would be late and was not; leaves: was late and would not be; moves: only its due date differs. */
export const REHEARSAL_EFFECTS = ['enters', 'leaves', 'moves'] as const
export type RehearsalEffect = (typeof REHEARSAL_EFFECTS)[number]

/** One clock for which the drafted rules make a difference. Instants are epoch milliseconds. */
export interface RehearsalLine {
  readonly clockId: string
  readonly caseId: string
  readonly agenda: string
  readonly code: string
  readonly oldDueAt: number | null
  readonly newDueAt: number | null
  readonly effect: RehearsalEffect
}

export interface RehearsalCounts {
  readonly clocks: number
  readonly moves: number
  readonly leaves: number
  readonly enters: number
}

/** What a drafted calendar would do to the open recommendation points. */
export interface RehearsedPoints extends Omit<RehearsalCounts, 'clocks'> {
  readonly open: number
}

/** What a drafted rule would do: the numbers over all clocks, and the clocks that weigh most. */
export interface Rehearsal extends RehearsalCounts {
  readonly at: string
  /** Of the drafted document that was rehearsed; consent binds it. */
  readonly hash: string
  readonly lines: readonly RehearsalLine[]
  /** Clocks whose due date falls into a year without a decree, before and after. */
  readonly undecreedBefore: number
  readonly undecreedAfter: number
  /** Of a calendar only. */
  readonly points?: RehearsedPoints
}

/** Lines that are kept and shown; the numbers count all. */
export const MOST_REHEARSAL_LINES = 500

interface Reading {
  readonly dueAt: number | null
  readonly late: boolean
  readonly undecreed: boolean
}

function readingOf(rule: ClockRule, entries: readonly LedgerEntry[], calendar: Calendar, now: Instant): Reading | null {
  const state = readLedger(rule, entries, calendar)
  if (state.startedAt === null) return null
  const dueAt = state.due?.dueAt?.getTime() ?? null
  const excused = flagOf(state) === 'excused' || flagOf(state) === 'paused'
  const until = state.stoppedAt ?? epochMs(now)
  return { dueAt, late: dueAt !== null && !excused && until > dueAt, undecreed: state.due?.flags.undecreed ?? false }
}

/** What a clock counts with: its rule and the calendar. */
export interface CountedWith {
  readonly rule: ClockRule
  readonly calendar: Calendar
}

/**
 * The difference a drafted rule makes for one clock, from its whole ledger, pauses and extensions included; null for a clock that has not started. A
 * stopped clock is judged at the instant it stopped, a running one now.
 */
export function rehearseClock(
  clock: RehearsedClock,
  before: CountedWith,
  after: CountedWith,
  now: Instant,
): { readonly line: RehearsalLine | null; readonly undecreedBefore: boolean; readonly undecreedAfter: boolean } | null {
  const old = readingOf(before.rule, clock.entries, before.calendar, now)
  const fresh = readingOf(after.rule, clock.entries, after.calendar, now)
  if (!old || !fresh) return null
  const { clockId, caseId, agenda, code } = clock
  const effect: RehearsalEffect = old.late === fresh.late ? 'moves' : fresh.late ? 'enters' : 'leaves'
  const same = old.dueAt === fresh.dueAt
  return {
    line: same ? null : { clockId, caseId, agenda, code, oldDueAt: old.dueAt, newDueAt: fresh.dueAt, effect },
    undecreedBefore: old.undecreed,
    undecreedAfter: fresh.undecreed,
  }
}

/** Adds up what is rehearsed clock by clock: numbers over all, and the weightiest lines - broken promises first, then the longest move. */
export class RehearsalTally {
  private clocks = 0
  private readonly count: Record<RehearsalEffect, number> = { moves: 0, leaves: 0, enters: 0 }
  private undecreedBefore = 0
  private undecreedAfter = 0
  private lines: RehearsalLine[] = []

  add(result: ReturnType<typeof rehearseClock>): void {
    if (!result) return
    this.clocks += 1
    this.undecreedBefore += Number(result.undecreedBefore)
    this.undecreedAfter += Number(result.undecreedAfter)
    if (!result.line) return
    this.count[result.line.effect] += 1
    this.lines.push(result.line)
    if (this.lines.length > MOST_REHEARSAL_LINES * 4) this.lines = this.weightiest()
  }

  /** `moves` counts every clock whose date differs, those that enter or leave breach included. */
  outcome(): Omit<Rehearsal, 'at' | 'hash'> {
    const { moves, leaves, enters } = this.count
    const { clocks, undecreedBefore, undecreedAfter } = this
    return { clocks, moves: moves + leaves + enters, leaves, enters, undecreedBefore, undecreedAfter, lines: this.weightiest() }
  }

  private weightiest(): RehearsalLine[] {
    const shift = ({ oldDueAt, newDueAt }: RehearsalLine) => Math.abs((newDueAt ?? 0) - (oldDueAt ?? 0))
    const rank = ({ effect }: RehearsalLine) => REHEARSAL_EFFECTS.indexOf(effect)
    return [...this.lines]
      .sort((a, b) => rank(a) - rank(b) || shift(b) - shift(a) || (a.agenda < b.agenda ? -1 : 1) || (a.code < b.code ? -1 : 1))
      .slice(0, MOST_REHEARSAL_LINES)
  }
}
