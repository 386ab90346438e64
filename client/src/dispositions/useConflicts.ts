import { askServer } from '../app/askServer.js'
import { ref } from 'vue'
import { CaseConflictsDocument } from '../generated/graphql.js'

/** The posts that may not have the case because their holder stands too near to it, each with the posts that could instead. */
export function useConflicts(caseId: string) {
  const conflicts = ref<ReadonlyMap<string, readonly string[]>>(new Map())
  void askServer(CaseConflictsDocument, { id: caseId }).then(({ data }) => {
    conflicts.value = new Map(data?.case.conflicts.map(({ positionId, alternatives }) => [positionId, alternatives]))
  })
  return conflicts
}
