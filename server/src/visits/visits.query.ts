import { epochMs, localDate, openPeriods, type ClockRule, type HoursKind, type Viewer } from '@domain'
import { In, type DataSource } from 'typeorm'
import { whereAllowedSql } from '../platform/where-allowed.js'
import { Visit } from './visit.entity.js'

interface Named {
  readonly id: string
}

/** The visits of a day that somebody may read, in the order they came; for today also those of earlier days that are still under way. */
export async function visitsOf(db: DataSource, me: Viewer, day: string, now: Date): Promise<Visit[]> {
  const allowed = whereAllowedSql(me, 'read', 'Visit', 'v', 3)
  const rows = await db.query<Named[]>(
    `SELECT v.id FROM visit v WHERE (v.queue_day = $1::date OR ($2 AND v.ended_at IS NULL)) AND ${allowed.sql} ORDER BY v.arrived_at, v.id LIMIT 500`,
    [day, day === localDate(now), ...allowed.params],
  )
  const found = await db.manager.findBy(Visit, { id: In(rows.map(({ id }) => id)) })
  const place = new Map(rows.map(({ id }, index) => [id, index]))
  return found.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
}

/** Where a running promise stands, with the open hours of its days: a screen lets it rest in the break without a calendar of its own. */
export interface VisitPromise {
  readonly code: string
  readonly startedAt: Date | null
  readonly dueAt: Date | null
  readonly stoppedAt: Date | null
  readonly excusable: boolean
  readonly inMinutes: boolean
  readonly openHours: readonly { readonly startsAt: Date; readonly endsAt: Date }[]
}

interface ClockOfVisit {
  readonly code: string
  readonly rule: ClockRule
  readonly startedAt: Date | null
  readonly dueAt: Date | null
  readonly stoppedAt: Date | null
}

/** The promise of a visit as the board shows it. */
export function promiseOf(clock: ClockOfVisit, calendar: Parameters<typeof openPeriods>[0], now: Date): VisitPromise {
  const hours: HoursKind = clock.rule.hours
  const from = clock.startedAt && epochMs(clock.startedAt) < epochMs(now) ? clock.startedAt : now
  const to = clock.dueAt && epochMs(clock.dueAt) > epochMs(now) ? clock.dueAt : now
  const recent = new Date(Math.max(epochMs(from), epochMs(now) - LONGEST_SHOWN_MS))
  return {
    code: clock.code,
    startedAt: clock.startedAt,
    dueAt: clock.dueAt,
    stoppedAt: clock.stoppedAt,
    excusable: clock.rule.condition.asUnitActivityAllows ?? false,
    inMinutes: clock.rule.limit?.unit === 'hour' || clock.rule.limit?.unit === 'minute',
    openHours: clock.stoppedAt
      ? []
      : openPeriods(calendar, hours, recent, to).map(({ startsAt, endsAt }) => ({
          startsAt: new Date(startsAt),
          endsAt: new Date(endsAt),
        })),
  }
}

/** What lies further back is late by days, not by minutes. */
const LONGEST_SHOWN_MS = 14 * 86_400_000
