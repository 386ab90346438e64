import type { ClockFlag } from './ledger.js'

/** What decides which promise of a case is shown on lists. */
export interface RunningClock {
  readonly code: string
  readonly startedAt: Date | null
  readonly stoppedAt: Date | null
  readonly dueAt: Date | null
  readonly flag: string | null
}

const STANDS_STILL: ClockFlag = 'paused'

/** The promise a case is sorted by: the one due first among those that run, then among those that are paused; null when none has started. */
export function nearestClock<T extends RunningClock>(clocks: readonly T[]): T | null {
  const rank = (clock: T) => Number(clock.flag === STANDS_STILL)
  const due = (clock: T) => clock.dueAt?.getTime() ?? Number.MAX_VALUE
  const [first] = clocks
    .filter((clock) => clock.startedAt && !clock.stoppedAt)
    .sort((one, other) => rank(one) - rank(other) || due(one) - due(other) || (one.code < other.code ? -1 : 1))
  return first ?? null
}
