import { askServer } from '../app/askServer.js'
import { ref } from 'vue'
import { RecipientLoadDocument } from '../generated/graphql.js'

/** How much a post or a whole working group has in hand. */
export interface Load {
  readonly open: number
  readonly late: number
}

/** The open load of the recipients, by position and by unit; stays empty where the viewer may not see the workload. */
export function useLoads(unitId: string | null) {
  const loads = ref(new Map<string, Load>())
  void askServer(RecipientLoadDocument, { unitId }).then(({ data }) => {
    loads.value = new Map(
      data?.workload.rows.flatMap(({ positionId, unitId: unit, open, late }) => {
        const key = positionId ?? unit
        return key ? [[key, { open, late }] as const] : []
      }),
    )
  })
  return loads
}
