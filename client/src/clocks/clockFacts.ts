import { isPauseReason, limitLabel, type Bilingual, type ClockFacts, type LimitUnit } from '@domain'
import type { ClockRowFragment } from '../generated/graphql.js'

const UNITS: readonly LimitUnit[] = ['minute', 'hour', 'day', 'working_day', 'week']

/** The unit of a clock's limit; null while no limit is set. */
export const unitOf = (unit: string | null | undefined): LimitUnit | null => UNITS.find((known) => known === unit) ?? null

/** "2 hari kerja". */
export function amountLabel(amount: number | null | undefined, unit: string | null | undefined): Bilingual {
  const known = unitOf(unit)
  return limitLabel(known && amount !== null && amount !== undefined ? { amount, unit: known } : null)
}

const ms = (at: string | null | undefined): number | null => (at ? Date.parse(at) : null)

/** A clock as the decisions of the domain know it: the same that the server asks before it acts. */
export function clockFacts(clock: ClockRowFragment): ClockFacts {
  const unit = unitOf(clock.limitUnit)
  return {
    rule: {
      limit: clock.limitOpen || !unit ? null : { amount: clock.limitAmount, unit },
      pauses: clock.pauses.flatMap(({ reason, needsApproval }) => (isPauseReason(reason) ? [{ reason, needsApproval }] : [])),
      extension: clock.extension
        ? {
            cap: clock.extension.cap,
            times: clock.extension.times,
            approver: clock.extension.approver === 'leadership' ? 'leadership' : 'head',
          }
        : undefined,
      condition: { asUnitActivityAllows: clock.asUnitActivityAllows },
    },
    startedAt: ms(clock.startedAt),
    stoppedAt: ms(clock.stoppedAt),
    pausedSince: ms(clock.pausedSince),
    excusedAt: ms(clock.excusedAt),
    dueAt: ms(clock.dueAt),
    granted: clock.granted,
    extensions: clock.extensions,
  }
}
