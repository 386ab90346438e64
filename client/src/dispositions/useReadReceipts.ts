import { watch } from 'vue'
import { dispositionRefusal, positionIdsOf, type CaseFacts } from '@domain'
import { useMe } from '../app/session.js'
import { client } from '../app/urql.js'
import { ReadDispositionDocument, type DispositionRowFragment } from '../generated/graphql.js'

interface CaseWithBranches {
  readonly stage: CaseFacts['stage']
  readonly dispositions: readonly DispositionRowFragment[]
}

/** Leaves the read receipt of every branch that waits unread for the viewer, once, while the page is really in sight. */
export function useReadReceipts(theCase: () => CaseWithBranches | null): void {
  const me = useMe()
  const told = new Set<string>()

  watch(
    theCase,
    (row) => {
      if (!row || document.visibilityState !== 'visible') return
      const posts = positionIdsOf(me.value)
      for (const branch of row.dispositions) {
        if (!posts.includes(branch.toPositionId) || told.has(branch.id)) continue
        if (dispositionRefusal(branch, 'mark_read', me.value, row) !== null) continue
        told.add(branch.id)
        void client.mutation(ReadDispositionDocument, { id: branch.id, key: crypto.randomUUID() }).toPromise()
      }
    },
    { immediate: true },
  )
}
