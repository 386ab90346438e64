import { computed } from 'vue'
import { localDate } from '@domain'
import { onChange } from '../app/live.js'
import { useLiveAnswer } from '../app/useLiveAnswer.js'
import { useNow } from '../app/now.js'
import { VisitsOfDayDocument, type VisitDetailFragment } from '../generated/graphql.js'

/** The visitors of today and those still under way, kept true by the stream. */
export function useVisits() {
  const now = useNow()
  const { answer, failure, loading, reload } = useLiveAnswer({
    document: VisitsOfDayDocument,
    variables: () => ({ day: localDate(now.value) }),
    pick: (data): readonly VisitDetailFragment[] => data.visits,
    moves: (change): boolean =>
      change.__typename === 'VisitChange' ||
      change.__typename === 'BookingChange' ||
      (change.__typename === 'CaseChange' && rows.value.some(({ caseId }) => caseId === change.case.id)),
    atMostEveryMs: 400,
    keep: true,
  })
  const rows = computed<readonly VisitDetailFragment[]>(() => answer.value ?? [])
  onChange((change) => {
    if (change.__typename === 'Gone' && change.typename === 'Visit') answer.value = rows.value.filter(({ id }) => id !== change.id)
  })

  return {
    rows,
    underWay: computed(() => rows.value.filter(({ endedAt }) => endedAt === null)),
    ended: computed(() => rows.value.filter(({ endedAt }) => endedAt !== null)),
    failure,
    loading,
    reload,
  }
}
