import { onScopeDispose, ref, shallowRef } from 'vue'
import { askServer } from '../app/askServer.js'
import { failureOf, type Failure } from '../app/failure.js'
import { onChange } from '../app/live.js'
import { HandlingDocument, type HandlingQuery, type HandlingRowFragment } from '../generated/graphql.js'

/** Several changes of one transaction ask once. */
const ASK_AFTER_MS = 150

export type Parties = HandlingQuery['case']['parties']

/** What was recorded in the handling of one complaint, asked for again when the stream says that it moved. */
export function useHandling(caseId: string) {
  const handling = shallowRef<HandlingRowFragment | null>(null)
  const parties = shallowRef<Parties>([])
  const failure = ref<Failure | null>(null)
  let waiting: ReturnType<typeof setTimeout> | undefined

  async function reload(): Promise<void> {
    waiting = undefined
    const { data, error } = await askServer(HandlingDocument, { caseId })
    failure.value = error ? failureOf(error) : null
    if (!data) return
    handling.value = data.handling
    parties.value = data.case.parties
  }

  void reload()
  onChange((change) => {
    const own = (change.__typename === 'HandlingChange' || change.__typename === 'PointChange') && change.caseId === caseId
    const amended = change.__typename === 'CaseChange' && change.case.id === caseId
    if (own || amended || change.__typename === 'Reset') waiting ??= setTimeout(() => void reload(), ASK_AFTER_MS)
  })
  onScopeDispose(() => clearTimeout(waiting))

  return { handling, parties, failure, reload }
}
