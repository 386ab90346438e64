import { flagOf, nearestClock, type ClockState } from '@domain'
import type { Case } from '../cases/case.entity.js'
import { PLANNED_ONCE } from '../platform/planned-once.js'
import type { Tx } from '../platform/work.js'
import { COLUMNS, derived, INSTANTS, stateInFull, type BookedClock } from './booked-clock.js'
import { planRisk } from './plan-risk.js'

/**
 * Writes what the clocks show, and the nearest promise onto the case and its tasks, so that lists sort by it without a join. The only place where any
 * of it is written; the case is saved by the caller. Gives the state of each clock.
 */
export async function settle(tx: Tx, theCase: Case, clocks: readonly BookedClock[]): Promise<Map<string, ClockState>> {
  const states = new Map<string, ClockState>()
  for (const clock of clocks) {
    const state = await stateInFull(tx, clock)
    states.set(clock.id, state)
    const values = derived(clock, state)
    if (JSON.stringify(values) === clock.written) continue
    const columns = values.map((value, index) => (INSTANTS.includes(index) && typeof value === 'number' ? new Date(value) : value))
    // From when it is at risk is derived when the transaction ends.
    await tx.query(
      `${PLANNED_ONCE}UPDATE clock SET version = version + 1, at_risk_at = NULL, rule = $2, (${COLUMNS}) = (${values.map((_, index) => `$${index + 3}`).join(', ')}) WHERE id = $1`,
      [clock.id, JSON.stringify(clock.rule), ...columns],
    )
  }
  planRisk(tx, theCase.id)
  Object.assign(theCase, nearestOf(clocks, states))
  await tx.query(
    `${PLANNED_ONCE}UPDATE task SET due_at = coalesce($2::timestamptz, 'infinity') WHERE case_id = $1 AND closed_at IS NULL
       AND due_at IS DISTINCT FROM coalesce($2::timestamptz, 'infinity')`,
    [theCase.id, theCase.nextDueAt],
  )
  return states
}

/** What a case shows of its nearest promise. */
export type Nearest = Pick<Case, 'nextDueAt' | 'nextClockCode' | 'nextClockStartedAt' | 'nextDueFlag'>

/** The nearest promise among the clocks of one case. */
export function nearestOf(clocks: readonly BookedClock[], states: ReadonlyMap<string, ClockState>): Nearest {
  const at = (ms: number | null) => (ms === null ? null : new Date(ms))
  const next = nearestClock(
    clocks.flatMap(({ id, code }) => {
      const state = states.get(id)
      if (!state) return []
      const { startedAt, stoppedAt, due } = state
      return { code, startedAt: at(startedAt), stoppedAt: at(stoppedAt), dueAt: due?.dueAt ?? null, flag: flagOf(state) }
    }),
  )
  return {
    nextDueAt: next?.dueAt ?? null,
    nextClockCode: next?.code ?? null,
    nextClockStartedAt: next?.startedAt ?? null,
    nextDueFlag: next?.flag ?? null,
  }
}
