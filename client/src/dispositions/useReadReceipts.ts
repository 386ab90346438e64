import { watch } from 'vue'
import { dispositionRefusal, positionIdsOf } from '@domain'
import { useMe } from '../app/session.js'
import { client } from '../app/urql.js'
import { ReadDispositionDocument, type DispositionRowFragment } from '../generated/graphql.js'

/** Leaves the read receipt of every branch that waits unread for the viewer, once, while the page is really in sight. */
export function useReadReceipts(branches: () => readonly DispositionRowFragment[]): void {
  const me = useMe()
  const told = new Set<string>()

  watch(
    branches,
    (all) => {
      if (document.visibilityState !== 'visible') return
      const posts = positionIdsOf(me.value)
      for (const branch of all) {
        if (!posts.includes(branch.toPositionId) || told.has(branch.id) || dispositionRefusal(branch, 'mark_read', me.value) !== null)
          continue
        told.add(branch.id)
        void client.mutation(ReadDispositionDocument, { id: branch.id, key: crypto.randomUUID() }).toPromise()
      }
    },
    { immediate: true },
  )
}
