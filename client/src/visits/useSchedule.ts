import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { askServer } from '../app/askServer.js'
import { failureOf, type Failure } from '../app/failure.js'
import { onChange } from '../app/live.js'
import { ScheduleOfDaysDocument, type ScheduleOfDaysQuery } from '../generated/graphql.js'

/** Rooms, taken times and service hours of some days, kept true by the stream. */
export function useSchedule(days: () => { readonly from: string; readonly to: string }) {
  const schedule = shallowRef<ScheduleOfDaysQuery['schedule'] | null>(null)
  const failure = ref<Failure | null>(null)
  let turn = 0
  let waiting: ReturnType<typeof setTimeout> | undefined

  async function reload(): Promise<void> {
    waiting = undefined
    const mine = ++turn
    const { data, error } = await askServer(ScheduleOfDaysDocument, days())
    if (mine !== turn) return
    failure.value = error ? failureOf(error) : null
    if (data) schedule.value = data.schedule
  }
  watch(
    () => JSON.stringify(days()),
    () => void reload(),
    { immediate: true },
  )
  onChange(({ __typename }) => {
    if (__typename === 'BookingChange' || __typename === 'Reset') waiting ??= setTimeout(() => void reload(), 300)
  })
  onScopeDispose(() => clearTimeout(waiting))
  return { schedule, failure, reload }
}
