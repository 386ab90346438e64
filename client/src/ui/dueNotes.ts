import type { InjectionKey, Ref } from 'vue'
import { localYear } from '@domain'

/** The years whose days off are decreed, from the shell of the application; null until they are known. */
export const DECREED_YEARS: InjectionKey<Readonly<Ref<ReadonlySet<number> | null>>> = Symbol('decreed years')

/** What stands beside a due date in a list. */
export type DueNote = 'closedDay' | 'undecreed' | 'excused'

interface Due {
  /** The weightiest flag of the clock, as it is stored. */
  readonly flag: string | null
  readonly startedAt: string | null
  /** Null once the clock has stopped: its date cannot move any more. */
  readonly dueAt: string | null
}

/**
 * Every word a due date needs. The stored flag is one only, so a paused or excused clock would not say that its date lies in a year whose days off
 * are not decreed: that is seen from the date itself. `decreed` is null until the years are known.
 */
export function dueNotes({ flag, startedAt, dueAt }: Due, decreed: ReadonlySet<number> | null): DueNote[] {
  const last = dueAt === null ? null : localYear(Date.parse(dueAt))
  const first = last === null ? null : startedAt === null ? last : Math.min(last, localYear(Date.parse(startedAt)))
  const open = last !== null && first !== null && decreed !== null && years(first, last).some((year) => !decreed.has(year))
  return [
    ...(flag === 'excused' ? (['excused'] as const) : []),
    ...(open || flag === 'undecreed' ? (['undecreed'] as const) : []),
    ...(flag === 'ends_on_closed_day' ? (['closedDay'] as const) : []),
  ]
}

const years = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, index) => first + index)
