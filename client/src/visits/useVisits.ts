import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { localDate } from '@domain'
import { askServer } from '../app/askServer.js'
import { failureOf, type Failure } from '../app/failure.js'
import { onChange } from '../app/live.js'
import { VisitsOfDayDocument, type VisitDetailFragment } from '../generated/graphql.js'

/** However many visitors move, the board is asked for no more often than this. */
const AT_MOST_EVERY_MS = 400

/** The visitors of today and those still under way, kept true by the stream. */
export function useVisits() {
  const rows = shallowRef<readonly VisitDetailFragment[]>([])
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
    const day = localDate(Date.now())
    const { data, error } = await askServer(VisitsOfDayDocument, { day })
    if (mine !== turn) return
    failure.value = error ? failureOf(error) : null
    if (data) rows.value = data.visits
    loading.value = false
  }
  const reloadSoon = () => {
    waiting ??= setTimeout(() => void reload(), Math.max(0, askedAt + AT_MOST_EVERY_MS - Date.now()))
  }

  onChange((change) => {
    if (change.__typename === 'Gone' && change.typename === 'Visit') rows.value = rows.value.filter(({ id }) => id !== change.id)
    if (change.__typename === 'VisitChange' || change.__typename === 'BookingChange' || change.__typename === 'Reset') reloadSoon()
    if (change.__typename === 'CaseChange' && rows.value.some(({ caseId }) => caseId === change.case.id)) reloadSoon()
  })
  onScopeDispose(() => clearTimeout(waiting))
  void reload()

  return {
    rows,
    underWay: computed(() => rows.value.filter(({ endedAt }) => endedAt === null)),
    ended: computed(() => rows.value.filter(({ endedAt }) => endedAt !== null)),
    failure,
    loading,
    reload,
  }
}
