import { onScopeDispose } from 'vue'
import { useLiveAnswer } from '../app/useLiveAnswer.js'
import { WorkloadDocument, type WorkloadQuery } from '../generated/graphql.js'

export type Workload = WorkloadQuery['workload']

/** Time alone makes cases late. */
const TICK_MS = 60_000

/** The board of one unit, or of all (null), kept true by the stream and by the clock. */
export function useWorkload(unitId: () => string | null) {
  const { answer, failure, loading, reload, reloadSoon } = useLiveAnswer({
    document: WorkloadDocument,
    variables: () => ({ unitId: unitId() }),
    pick: (data) => data.workload,
    moves: (change) => {
      if (change.__typename === 'DirectoryChange') return true
      const watched = unitId()
      return change.__typename === 'WorkloadChange' && (watched === null || change.unitId === null || change.unitId === watched)
    },
    atMostEveryMs: 1_000,
    keep: true,
  })
  const tick = setInterval(() => document.visibilityState === 'visible' && reloadSoon(), TICK_MS)
  onScopeDispose(() => clearInterval(tick))
  return { workload: answer, failure, loading, reload }
}
