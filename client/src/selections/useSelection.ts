import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { askServer } from '../app/askServer.js'
import { failureOf, type Failure } from '../app/failure.js'
import { onChange } from '../app/live.js'
import { client } from '../app/urql.js'
import { SelectionPageDocument, type SelectionDetailFragment } from '../generated/graphql.js'

/** Several changes of one transaction ask once. */
const ASK_AFTER_MS = 150

/** One selection with everything its page shows, asked for again when the stream says that it moved. `gone` when it is not the viewer's to read. */
export function useSelection(id: () => string) {
  const row = shallowRef<SelectionDetailFragment | null>(null)
  const failure = ref<Failure | null>(null)
  const loading = ref(true)
  const gone = ref(false)
  let stop: (() => void) | null = null
  let waiting: ReturnType<typeof setTimeout> | undefined

  function open(): void {
    stop?.()
    loading.value = true
    failure.value = null
    gone.value = false
    const { unsubscribe } = client
      .query(SelectionPageDocument, { id: id() }, { requestPolicy: 'cache-and-network' })
      .subscribe(({ data, error, stale }) => {
        if (!data && !error && !stale) return void askServer(SelectionPageDocument, { id: id() })
        failure.value = error ? failureOf(error) : null
        gone.value = failure.value?.kind === 'refused' && failure.value.code === 'access.denied'
        row.value = gone.value ? null : (data?.selection ?? row.value)
        loading.value = stale && row.value === null
      })
    stop = unsubscribe
  }

  watch(
    id,
    () => {
      row.value = null
      open()
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    clearTimeout(waiting)
    stop?.()
  })

  onChange((change) => {
    if (change.__typename === 'Gone' && change.typename === 'Selection' && change.id === id()) {
      gone.value = true
      row.value = null
    }
    if (change.__typename !== 'SelectionChange' || change.selectionId !== id()) return
    clearTimeout(waiting)
    waiting = setTimeout(() => void askServer(SelectionPageDocument, { id: id() }), ASK_AFTER_MS)
  })

  return { row, failure, loading, gone, retry: open }
}
