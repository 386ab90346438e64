import { computed, ref } from 'vue'
import type { TypedDocumentNode } from '@urql/vue'
import type { ProblemCode } from '@domain'
import { Attempt } from './attempt.js'
import { failureOf, type Failure } from './failure.js'
import { failureText } from './failureText.js'
import { refreshQueries } from './refresh.js'
import { showToast } from './toasts.js'
import { client } from './urql.js'

type Input<Variables> = Omit<Variables, 'key'>

interface Options {
  /** The form shows the refusal itself: no toast for it. */
  readonly inline?: boolean
  /** The sentence that confirms success, if the screen does not speak for itself. */
  readonly done?: () => string
}

/**
 * One mutation behind one button or form. `run` gives the data, or null after a failure, which is then in `failure` and `sentence`. The
 * idempotency key is kept until the server has answered; what somebody else changed meanwhile is fetched anew.
 */
export function useAction<Data, Variables extends { key: string }>(document: TypedDocumentNode<Data, Variables>, options: Options = {}) {
  const busy = ref(false)
  const failure = ref<Failure | null>(null)
  const attempt = new Attempt()

  async function run(input: Input<Variables>): Promise<Data | null> {
    if (busy.value) return null
    busy.value = true
    failure.value = null
    const variables = { ...input, key: attempt.keyFor(input) } as Variables
    const { data, error } = await client.mutation(document, variables).toPromise()
    busy.value = false

    if (error) {
      failure.value = failureOf(error)
      if (failure.value.kind !== 'unreachable') attempt.answered()
      const conflict = failure.value.kind === 'refused' && failure.value.code === 'conflict.changed_meanwhile'
      if (conflict) refreshQueries()
      if (conflict || !options.inline) showToast('error', failureText(failure.value))
      return null
    }
    attempt.answered()
    if (options.done) showToast('success', options.done())
    return data ?? null
  }

  return {
    run,
    busy,
    failure,
    /** The refusal code of the last attempt, if it was refused. */
    refusal: computed<ProblemCode | null>(() => (failure.value?.kind === 'refused' ? failure.value.code : null)),
    /** The sentence of the last failure in the language of the moment. */
    sentence: computed(() => (failure.value ? failureText(failure.value) : null)),
    /** Names of the inputs the server found at fault. */
    fields: computed<readonly string[]>(() => (failure.value?.kind === 'refused' ? failure.value.fields : [])),
  }
}
