import { lobbyClock } from '@domain'
import type { VisitRowFragment } from '../generated/graphql.js'

type Clock = NonNullable<VisitRowFragment['clock']>

/** How the promise of a visit stands at an instant. A visit that ended before anybody was met neither kept nor broke it. */
export type ClockLook =
  | { readonly kind: 'none' | 'waiting' | 'met' | 'missed' }
  | { readonly kind: 'days' }
  | { readonly kind: 'running'; readonly minutesLeft: number; readonly resting: boolean }

export function clockLook({ clock, begunAt }: { readonly clock: Clock | null; readonly begunAt: string | null }, now: number): ClockLook {
  if (!clock || (clock.stoppedAt && !begunAt)) return { kind: 'none' }
  if (clock.stoppedAt) return { kind: clock.dueAt && Date.parse(clock.stoppedAt) > Date.parse(clock.dueAt) ? 'missed' : 'met' }
  if (!clock.startedAt || !clock.dueAt) return { kind: clock.startedAt ? 'none' : 'waiting' }
  if (!clock.inMinutes) return { kind: 'days' }
  const periods = clock.openHours.map(({ startsAt, endsAt }) => ({ startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) }))
  const { minutesLeft, resting } = lobbyClock(periods, Date.parse(clock.dueAt), now)
  return { kind: 'running', minutesLeft, resting }
}
