import type { Calendar } from '../clock/calendar.js'
import { dueDate } from '../clock/due.js'
import { explain, type ClockExplanation } from '../clock/explain.js'
import type { LedgerEntry } from '../clock/ledger.js'
import { MINUTE_MS } from '../clock/jakarta.js'
import type { ClockRule } from '../clock/rules.js'

/** Working days a PPK has for a point unless the letter says otherwise. A rule of the house: the standard prints no limit for the follow-up. */
export const POINT_DAYS = 14
export const MOST_POINT_DAYS = 90
/** How far the time of a point may be extended in all, in working days. A rule of the house. */
export const MOST_POINT_EXTENSION = 30

/** An extension of the time of a point. */
export interface PointExtension {
  readonly at: Date
  readonly days: number
}

/** The time of a point as a rule of the clock: working days from the day after the letter reached the PPK. */
export const pointRule = (days: number): ClockRule => ({
  code: 'netralitas.point',
  service: 'NETRALITAS',
  label: { id: 'Tindak lanjut butir rekomendasi', en: 'Follow-up of a recommendation point' },
  clause: 'Surat Rekomendasi',
  limit: { amount: days, unit: 'working_day' },
  startEvent: 'received',
  stopEvent: 'answer_delivered',
  channels: [],
  condition: {},
  countReceiptDay: false,
  hours: 'office',
})

const granted = (extensions: readonly PointExtension[]): number => extensions.reduce((sum, { days }) => sum + days, 0)

/** The last instant in time for a point that was opened then. */
export function pointDue(openedAt: Date, days: number, extensions: readonly PointExtension[], calendar: Calendar): Date {
  const { dueAt } = dueDate(pointRule(days + granted(extensions)), openedAt, calendar)
  if (!dueAt) throw new RangeError('A limit in days always has a due date')
  return dueAt
}

/** How the due date of a point comes about, day by day. */
export function explainPoint(openedAt: Date, days: number, extensions: readonly PointExtension[], calendar: Calendar): ClockExplanation {
  const entries: LedgerEntry[] = [
    { kind: 'start', at: openedAt },
    ...extensions.map(({ at, days: amount }): LedgerEntry => ({ kind: 'extend', at, amount })),
  ]
  return explain(pointRule(days), openedAt, calendar, entries)
}

/** What is said of an open point while its time runs out: once each. */
export const POINT_REMINDERS = ['point.nears', 'point.due', 'point.late'] as const
export type PointReminder = (typeof POINT_REMINDERS)[number]

const DAY = 24 * 60 * MINUTE_MS
/** The reminder before the due date comes when a fifth of the time is left, and no later than on its last day. */
const LEFT = 5

/** When each reminder falls due: before, on the last day, after. */
export function reminderTimes(openedAt: Date, dueAt: Date): Record<PointReminder, Date> {
  const length = dueAt.getTime() - openedAt.getTime()
  const lastDay = dueAt.getTime() - DAY
  return {
    'point.nears': new Date(Math.min(dueAt.getTime() - length / LEFT, lastDay)),
    'point.due': new Date(lastDay),
    'point.late': dueAt,
  }
}

/** The reminder that holds at an instant: the latest that has fallen due, or none yet. */
export function reminderAt(openedAt: Date, dueAt: Date, now: Date): PointReminder | null {
  const times = reminderTimes(openedAt, dueAt)
  return POINT_REMINDERS.findLast((step) => now.getTime() > times[step].getTime()) ?? null
}
