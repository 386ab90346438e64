import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { askServer } from '../app/askServer.js'
import { failureOf, type Failure } from '../app/failure.js'
import { onChange } from '../app/live.js'
import { WorkloadDocument, type WorkloadQuery } from '../generated/graphql.js'

export type Workload = WorkloadQuery['workload']

/** However many cases move, the board is asked for no more often than this. */
const AT_MOST_EVERY_MS = 1_000
/** Time alone makes cases late. */
const TICK_MS = 60_000

/** The board of one unit, or of all (null), kept true by the stream and by the clock. */
export function useWorkload(unitId: () => string | null) {
  const workload = shallowRef<Workload | null>(null)
  const failure = ref<Failure | null>(null)
  const loading = ref(true)
  let turn = 0
  let askedAt = 0
  let waiting: ReturnType<typeof setTimeout> | undefined

  async function reload(): Promise<void> {
    clearTimeout(waiting)
    waiting = undefined
    askedAt = Date.now()
    const mine = ++turn
    const { data, error } = await askServer(WorkloadDocument, { unitId: unitId() })
    if (mine !== turn) return
    failure.value = error ? failureOf(error) : null
    if (data) workload.value = data.workload
    loading.value = false
  }

  function reloadSoon(): void {
    waiting ??= setTimeout(() => void reload(), Math.max(0, askedAt + AT_MOST_EVERY_MS - Date.now()))
  }

  watch(
    unitId,
    () => {
      loading.value = true
      void reload()
    },
    { immediate: true },
  )
  onChange((change) => {
    if (change.__typename === 'Reset' || change.__typename === 'DirectoryChange') return reloadSoon()
    if (change.__typename !== 'WorkloadChange') return
    const watched = unitId()
    if (watched === null || change.unitId === null || change.unitId === watched) reloadSoon()
  })
  const tick = setInterval(() => document.visibilityState === 'visible' && reloadSoon(), TICK_MS)
  onScopeDispose(() => {
    clearInterval(tick)
    clearTimeout(waiting)
  })

  return { workload, failure, loading, reload }
}
