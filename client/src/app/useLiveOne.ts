import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import type { AnyVariables, TypedDocumentNode } from '@urql/vue'
import { askServer } from './askServer.js'
import { failureOf, type Failure } from './failure.js'
import { onChange } from './live.js'
import { client } from './urql.js'

interface Options<Row, Data, Variables> {
  /** The type's name in the schema, as a `Gone` of the stream names it. */
  readonly typename: string
  readonly document: TypedDocumentNode<Data, Variables>
  /** Null while there is none to show. */
  readonly id: () => string | null
  readonly variables: (id: string) => Variables
  readonly pick: (data: Data) => Row
  /** What is already known is shown while the server is asked. Without it only what the server says now is. */
  readonly known?: boolean
}

/**
 * One thing with everything its page shows. Whatever the cache learns of it, from the stream too, is shown at once; `renew` asks the server again.
 * `gone` when it is not, or no longer, the viewer's to read.
 */
export function useLiveOne<Row, Data, Variables extends AnyVariables>(options: Options<Row, Data, Variables>) {
  const row = shallowRef<Row | null>(null) as Ref<Row | null>
  const failure = ref<Failure | null>(null)
  const loading = ref(true)
  const gone = ref(false)
  let stop: (() => void) | null = null

  function open(): void {
    stop?.()
    stop = null
    loading.value = true
    failure.value = null
    gone.value = false
    const id = options.id()
    if (id === null) return
    const { unsubscribe } = client
      .query(options.document, options.variables(id), { requestPolicy: options.known ? 'cache-and-network' : 'network-only' })
      .subscribe(({ data, error, stale }) => {
        if (gone.value) return
        // An answer that a mutation under way made unreadable.
        if (!data && !error && !stale) return void renew()
        failure.value = error ? failureOf(error) : null
        gone.value = failure.value?.kind === 'refused' && failure.value.code === 'access.denied'
        row.value = gone.value ? null : data ? options.pick(data) : row.value
        loading.value = stale && row.value === null
      })
    stop = unsubscribe
  }

  /** Asks the server again; the answer is also what the page shows. Null when it could not be had. */
  async function renew(): Promise<Row | null> {
    const id = options.id()
    if (id === null) return null
    const { data } = await askServer(options.document, options.variables(id))
    return data ? options.pick(data) : null
  }

  watch(
    options.id,
    () => {
      row.value = null
      open()
    },
    { immediate: true },
  )
  onScopeDispose(() => stop?.())
  onChange((change) => {
    if (change.__typename !== 'Gone' || change.typename !== options.typename || change.id !== options.id()) return
    gone.value = true
    row.value = null
  })

  return { row, failure, loading, gone, retry: open, renew }
}
