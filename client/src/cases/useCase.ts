import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { askServer } from '../app/askServer.js'
import { failureOf, type Failure } from '../app/failure.js'
import { onChange, type Change } from '../app/live.js'
import { client } from '../app/urql.js'
import {
  CaseClocksDocument,
  CaseFilesDocument,
  CasePageDocument,
  CasePartiesDocument,
  CaseTasksDocument,
  type CaseDetailFragment,
} from '../generated/graphql.js'

/** Several changes of one transaction ask for a part once. */
const ASK_AFTER_MS = 120

/** The parts of a case that no row of the stream carries, and the changes after which they are asked for again. */
const PARTS = [
  { renew: (id: string) => askServer(CaseTasksDocument, { id }), after: /^(case|letter|disposition)\.(?!read|saved|commented)/ },
  { renew: (id: string) => askServer(CasePartiesDocument, { id }), after: /^case\.amended/ },
  { renew: (id: string) => askServer(CaseFilesDocument, { id }), after: /^(case\.(attached|amended)|file\.|letter\.(issued|rendered))/ },
  {
    renew: (id: string) => askServer(CaseClocksDocument, { id }),
    after: /^(clock\.|case\.|disposition\.accepted|letter\.(issued|delivered))/,
  },
] as const

const caseOf = (change: Change): string | null => {
  switch (change.__typename) {
    case 'CaseChange':
      return change.case.id
    case 'LetterChange':
    case 'DispositionChange':
      return change.caseId
    default:
      return null
  }
}

/** One case with everything its page shows, kept true by the stream. `gone` when it is not, or no longer, the viewer's to read. */
export function useCase(id: () => string) {
  const row = shallowRef<CaseDetailFragment | null>(null)
  const failure = ref<Failure | null>(null)
  const loading = ref(true)
  const gone = ref(false)
  let stop: (() => void) | null = null

  function open(): void {
    stop?.()
    loading.value = true
    failure.value = null
    gone.value = false
    const { unsubscribe } = client
      .query(CasePageDocument, { id: id() }, { requestPolicy: 'cache-and-network' })
      .subscribe(({ data, error, stale }) => {
        if (gone.value) return
        if (!data && !error && !stale) return void askServer(CasePageDocument, { id: id() })
        failure.value = error ? failureOf(error) : null
        gone.value = failure.value?.kind === 'refused' && failure.value.code === 'access.denied'
        row.value = gone.value ? null : (data?.case ?? row.value)
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
  const asked = new Set<(typeof PARTS)[number]>()
  let waiting: ReturnType<typeof setTimeout> | undefined

  function ask(): void {
    for (const part of asked) void part.renew(id())
    asked.clear()
  }

  onScopeDispose(() => {
    clearTimeout(waiting)
    stop?.()
  })

  onChange((change) => {
    if (change.__typename === 'Gone' && change.typename === 'Case' && change.id === id()) {
      gone.value = true
      row.value = null
      return
    }
    if (caseOf(change) !== id() || !('entry' in change)) return
    const { kind } = change.entry
    for (const part of PARTS) if (part.after.test(kind)) asked.add(part)
    clearTimeout(waiting)
    waiting = setTimeout(ask, ASK_AFTER_MS)
  })

  return { row, failure, loading, gone, retry: open }
}
