import { onScopeDispose } from 'vue'
import type { Change } from '../app/live.js'
import { useLiveAnswer } from '../app/useLiveAnswer.js'
import { WorkloadDocument, type WorkloadQuery } from '../generated/graphql.js'

export type Workload = WorkloadQuery['workload']

/** Time alone makes cases late. */
const TICK_MS = 60_000

/** Whether this change may have moved what the board of one unit, or of all (null), counts. */
export const movesWorkload = (watched: string | null, change: Change): boolean =>
  change.__typename === 'DirectoryChange' ||
  (change.__typename === 'WorkloadChange' && (watched === null || change.unitId === null || change.unitId === watched))

/** The board of one unit, or of all (null), kept true by the stream and by the clock. */
export function useWorkload(unitId: () => string | null) {
  const { answer, failure, loading, reload, reloadSoon } = useLiveAnswer({
    document: WorkloadDocument,
    variables: () => ({ unitId: unitId() }),
    pick: (data) => data.workload,
    moves: (change) => movesWorkload(unitId(), change),
    atMostEveryMs: 1_000,
    keep: true,
  })
  const tick = setInterval(() => document.visibilityState === 'visible' && reloadSoon(), TICK_MS)
  onScopeDispose(() => clearInterval(tick))
  return { workload: answer, failure, loading, reload }
}
