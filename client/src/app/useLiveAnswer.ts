import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import type { AnyVariables, TypedDocumentNode } from '@urql/vue'
import { askServer } from './askServer.js'
import { failureOf, type Failure } from './failure.js'
import { failureText } from './failureText.js'
import { onChange, type Change } from './live.js'

/** However many things move, the same question is asked no more often than this. */
const AT_MOST_EVERY_MS = 250

interface Options<Answer, Data, Variables> {
  readonly document: TypedDocumentNode<Data, Variables>
  /** What is asked; null while there is nothing to ask. It is asked anew when it changes. */
  readonly variables: () => Variables | null
  readonly pick: (data: Data) => Answer
  /** Whether this change may have moved the answer. A `Reset` always has. */
  readonly moves: (change: Change) => boolean
  readonly atMostEveryMs?: number
  /** The last answer stays while another question is asked. Without it nothing is shown of what was asked before. */
  readonly keep?: boolean
}

/** The answer to one question, kept true by asking again whenever the stream says that it may have moved. */
export function useLiveAnswer<Answer, Data, Variables extends AnyVariables>(options: Options<Answer, Data, Variables>) {
  const answer = shallowRef<Answer | null>(null) as Ref<Answer | null>
  const failure = ref<Failure | null>(null)
  const loading = ref(true)
  let turn = 0
  let askedAt = 0
  let waiting: ReturnType<typeof setTimeout> | undefined

  async function reload(): Promise<void> {
    clearTimeout(waiting)
    waiting = undefined
    const variables = options.variables()
    const mine = ++turn
    if (variables === null) {
      loading.value = false
      return
    }
    askedAt = Date.now()
    const { data, error } = await askServer(options.document, variables)
    if (mine !== turn) return
    failure.value = error ? failureOf(error) : null
    if (data) answer.value = options.pick(data)
    loading.value = false
  }

  function reloadSoon(): void {
    waiting ??= setTimeout(() => void reload(), Math.max(0, askedAt + (options.atMostEveryMs ?? AT_MOST_EVERY_MS) - Date.now()))
  }

  watch(
    () => JSON.stringify(options.variables()),
    () => {
      loading.value = true
      if (!options.keep) answer.value = null
      void reload()
    },
    { immediate: true },
  )
  onChange((change) => {
    if (change.__typename === 'Reset' || options.moves(change)) reloadSoon()
  })
  onScopeDispose(() => {
    turn += 1
    clearTimeout(waiting)
  })

  return {
    answer,
    failure,
    /** The sentence of the last failure in the language of the moment. */
    sentence: computed(() => (failure.value ? failureText(failure.value) : null)),
    loading,
    reload,
    reloadSoon,
  }
}
