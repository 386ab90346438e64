import { addWorkingMinutes, DAY_MS, indonesianCalendar, workingMinutesBetween, type Service } from '@domain'
import { PACE, type Act, type Ending } from './plot.js'
import type { Dice } from './random.js'

/** One act and when it happens. */
export interface Scheduled {
  readonly act: Act
  readonly at: Date
}

const MINUTES_A_DAY = 7 * 60

/** Services that promise an answer within a day or two are worked on faster. */
const HASTE: Readonly<Partial<Record<Service, number>>> = { MEDLIN: 0.25, KODE_ETIK: 0.2, JPT: 0.8 }

const FURTHEST_DAYS = 200
const FINISHED: readonly Ending[] = ['closed', 'declined', 'withdrawn']

/** How long ago the last act was, in working minutes: finished cases lie further back, a few open ones have been left lying and are late. */
function ageOf(ending: Ending, haste: number, dice: Dice): number {
  if (FINISHED.includes(ending)) return dice.between(30, 28 * MINUTES_A_DAY)
  return dice.chance(0.1) ? dice.between(7 * MINUTES_A_DAY, 16 * MINUTES_A_DAY) : Math.round(dice.between(5, 2 * MINUTES_A_DAY) * haste)
}

/** Gives every act its instant in office hours, so that the last one lies the right while before `now`. */
export function timetable(acts: readonly Act[], ending: Ending, service: Service, now: Date, dice: Dice): Scheduled[] {
  const haste = HASTE[service] ?? 1
  const calendar = indonesianCalendar()
  const gaps = acts.map((act) => Math.round(dice.between(...PACE[act]) * haste))
  const start = instantBefore(
    now,
    gaps.reduce((sum, gap) => sum + gap, ageOf(ending, haste, dice)),
  )
  let minutes = 0
  return acts.map((act, index) => {
    minutes += gaps[index] ?? 0
    const at = addWorkingMinutes(calendar, 'office', start, minutes + 1).getTime() + dice.between(0, 59_999)
    return { act, at: new Date(Math.min(at, now.getTime() - (acts.length - index) * 1_000)) }
  })
}

/** The instant from which so many office minutes lead to another, by bisection over the monotone count. */
export function instantBefore(end: Date, minutes: number): Date {
  const calendar = indonesianCalendar()
  let early = end.getTime() - FURTHEST_DAYS * DAY_MS
  let late = end.getTime()
  while (late - early > 30_000) {
    const middle = Math.floor((early + late) / 2)
    if (workingMinutesBetween(calendar, 'office', middle, end) >= minutes) early = middle
    else late = middle
  }
  return new Date(early)
}
