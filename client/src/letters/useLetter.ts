import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { askServer } from '../app/askServer.js'
import { failureOf, type Failure } from '../app/failure.js'
import { onChange } from '../app/live.js'
import { client } from '../app/urql.js'
import { LetterPageDocument, type LetterDetailFragment } from '../generated/graphql.js'

/** Several changes of one transaction are one question. */
const SOON_MS = 120

/**
 * One letter with everything its page shows, kept true by the stream: a change carries the row, versions, steps, comments and deliveries are asked
 * for again. `gone` when it is not, or no longer, the viewer's to read.
 */
export function useLetter(id: () => string | null) {
  const letter = shallowRef<LetterDetailFragment | null>(null)
  const failure = ref<Failure | null>(null)
  const gone = ref(false)
  let stop: (() => void) | null = null
  let waiting: ReturnType<typeof setTimeout> | undefined

  function open(): void {
    stop?.()
    stop = null
    failure.value = null
    gone.value = false
    const wanted = id()
    if (wanted === null) return
    const { unsubscribe } = client
      .query(LetterPageDocument, { id: wanted }, { requestPolicy: 'network-only' })
      .subscribe(({ data, error, stale }) => {
        if (gone.value) return
        if (!data && !error && !stale) return void refetch()
        failure.value = error ? failureOf(error) : null
        gone.value = failure.value?.kind === 'refused' && failure.value.code === 'access.denied'
        if (gone.value) letter.value = null
        else if (data) letter.value = data.letter
      })
    stop = unsubscribe
  }

  /** Asks the server again; the answer is also what the page shows. Null when it could not be had. */
  async function refetch(): Promise<LetterDetailFragment | null> {
    const wanted = id()
    if (wanted === null) return null
    const { data } = await askServer(LetterPageDocument, { id: wanted })
    return data?.letter ?? null
  }

  watch(
    id,
    () => {
      letter.value = null
      open()
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    clearTimeout(waiting)
    stop?.()
  })

  onChange((change) => {
    if (change.__typename === 'Gone' && change.typename === 'Letter' && change.id === id()) {
      gone.value = true
      letter.value = null
    }
    if (change.__typename !== 'LetterChange' || change.letter.id !== id()) return
    clearTimeout(waiting)
    waiting = setTimeout(() => void refetch(), SOON_MS)
  })

  return { letter, failure, gone, retry: open, refetch }
}
