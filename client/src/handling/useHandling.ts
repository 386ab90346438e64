import { computed } from 'vue'
import { useLiveAnswer } from '../app/useLiveAnswer.js'
import { HandlingDocument, type HandlingQuery } from '../generated/graphql.js'

export type Parties = HandlingQuery['case']['parties']

/** What was recorded in the handling of one complaint, asked for again when the stream says that it moved. */
export function useHandling(caseId: string) {
  const { answer, failure, reload } = useLiveAnswer({
    document: HandlingDocument,
    variables: () => ({ caseId }),
    pick: (data) => data,
    moves: (change) =>
      ((change.__typename === 'HandlingChange' || change.__typename === 'PointChange') && change.caseId === caseId) ||
      (change.__typename === 'CaseChange' && change.case.id === caseId),
  })
  return {
    handling: computed(() => answer.value?.handling ?? null),
    parties: computed<Parties>(() => answer.value?.case.parties ?? []),
    failure,
    reload,
  }
}
