import type { Calendar } from '../clock/calendar.js'
import { dueDate } from '../clock/due.js'
import { explain, type ClockExplanation } from '../clock/explain.js'
import type { LedgerEntry } from '../clock/ledger.js'
import { dayOf, instantAt } from '../clock/jakarta.js'
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

/** The reminder before the due date comes when a fifth of the time is left, and no later than on the office day before the last one. */
const LEFT = 5

/**
 * When each reminder is given: before, on the last day, after. At its instant if the office is open then, otherwise when it opens next. A point that binds
 * on the eve of its last day has no office day before it: both reminders then come at once.
 */
export function reminderTimes(openedAt: Date, dueAt: Date, calendar: Calendar): Record<PointReminder, Date> {
  const [opened, due] = [openedAt.getTime(), dueAt.getTime()]
  const office = calendar.schedule('office')
  const lastDay = office.openDayUntil(dayOf(due))
  const dayBefore = office.openDayAfter(lastDay, -1)
  const opens = (instant: number) => new Date(office.nextOpen(Math.max(opened, instant)))
  return {
    'point.nears': opens(Math.min(due - (due - opened) / LEFT, instantAt(dayBefore))),
    'point.due': opens(instantAt(lastDay)),
    // The due instant itself is still in time.
    'point.late': opens(due + 1),
  }
}

/** The reminder that holds at an instant: the latest that has fallen due, or none yet. */
export function reminderAt(times: Readonly<Record<PointReminder, Date>>, now: Date): PointReminder | null {
  return POINT_REMINDERS.findLast((step) => now.getTime() >= times[step].getTime()) ?? null
}

/** What is still to be said after a reminder, or after none, and when; null when everything was. */
export function nextReminder(times: Readonly<Record<PointReminder, Date>>, reminded: PointReminder | null): Date | null {
  const next = POINT_REMINDERS[reminded === null ? 0 : POINT_REMINDERS.indexOf(reminded) + 1]
  return next ? times[next] : null
}

/**
 * What is planned for an open point whose due date was counted anew. What was said and still holds is not said twice; what no longer holds is said again
 * when it does; what holds and was not said is said now.
 */
export function rearmed(
  { openedAt, reminded }: { readonly openedAt: Date; readonly reminded: PointReminder | null },
  dueAt: Date,
  now: Date,
  calendar: Calendar,
): { readonly dueAt: Date; readonly reminded: PointReminder | null; readonly nextReminderAt: Date | null } {
  const times = reminderTimes(openedAt, dueAt, calendar)
  const holds = reminderAt(times, now)
  const rank = (step: PointReminder | null) => (step ? POINT_REMINDERS.indexOf(step) : -1)
  const said = rank(reminded) <= rank(holds) ? reminded : holds
  return { dueAt, reminded: said, nextReminderAt: nextReminder(times, said) }
}
