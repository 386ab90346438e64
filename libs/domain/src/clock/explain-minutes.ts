import type { Calendar } from './calendar.js'
import type { SpanReason } from './explain-text.js'
import { instantAt, weekdayOf } from './jakarta.js'
import type { ClockState } from './ledger.js'
import type { ClockRule } from './rules.js'

/** A stretch of one day under one reason, in epoch milliseconds. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly reason: SpanReason
}

/** Why the doors are shut on a day. */
export function closedReason(day: number, calendar: Calendar): SpanReason {
  const closed = calendar.closedDay(day)
  if (closed) return { code: closed.kind === 'libur_nasional' ? 'national_holiday' : 'collective_leave', name: closed.name }
  return { code: weekdayOf(day) >= 6 ? 'weekend' : 'no_hours' }
}

/** The stretches of one day that lie between start and due instant, for limits in minutes and hours. */
export function stretchesOf(rule: ClockRule, day: number, start: number, due: number, state: ClockState, calendar: Calendar): Stretch[] {
  const open = calendar.schedule(rule.hours).spansOn(day)
  const stretches: Stretch[] = []
  let cursor = instantAt(day)
  for (const [index, { from, to }] of open.entries()) {
    stretches.push({ from: cursor, to: instantAt(day, from), reason: { code: index === 0 ? 'outside_hours' : 'break' } })
    cursor = instantAt(day, to)
    stretches.push(...besidePauses({ from: instantAt(day, from), to: cursor, reason: { code: 'counted_time' } }, state))
  }
  const rest: SpanReason = open.length === 0 ? closedReason(day, calendar) : { code: 'outside_hours' }
  stretches.push({ from: cursor, to: instantAt(day + 1), reason: rest })

  return stretches
    .map(({ from, to, reason }) => ({ from: Math.max(from, start), to: Math.min(to, due), reason }))
    .filter(({ from, to }) => from < to)
}

/** Open time cut where a pause begins or ends. */
function besidePauses(open: Stretch, { pauses, openPause }: ClockState): Stretch[] {
  const cut: Stretch[] = []
  let cursor = open.from
  const until = (to: number, reason: SpanReason) => {
    const end = Math.min(to, open.to)
    if (end > cursor) cut.push({ from: cursor, to: end, reason })
    cursor = Math.max(cursor, end)
  }
  for (const { from, to, reason } of pauses) {
    until(from, open.reason)
    until(to, { code: 'paused', pause: reason })
  }
  if (openPause) until(openPause.from, open.reason)
  until(open.to, openPause ? { code: 'held_time' } : open.reason)
  return cut
}
