import { computed, type Ref } from 'vue'
import { mayRead, type TaskFacts, type TaskKind } from '@domain'
import type { Change } from '../app/live.js'
import { byInstant, type Placement } from '../app/placement.js'
import { useMe } from '../app/session.js'
import { useLiveList, type Meaning } from '../app/useLiveList.js'
import { InboxDocument, type InboxQuery, type InboxQueryVariables, type TaskRowFragment } from '../generated/graphql.js'

const PAGE = 50

/** What is at risk before what is not, what stands still or is undated last, as the server orders them. */
export const byUrgency = (first: TaskRowFragment, second: TaskRowFragment): number =>
  byInstant(first.case?.nextAtRiskAt ?? null, second.case?.nextAtRiskAt ?? null) || byInstant(first.dueAt, second.dueAt)

/** A task as the rules know it: what they ask about its case lies on the case, where the desk reads it. */
const factsOf = (task: TaskRowFragment): TaskFacts => ({
  ...task,
  secrecy: task.case?.secrecy ?? 'sangat_rahasia',
  caseRegistrarId: task.case?.registrarId ?? '',
  excludedPersonIds: task.case?.excludedPersonIds ?? [],
})

/** A task whose desk reads its case. */
export type CaseTask = TaskRowFragment & { readonly case: NonNullable<TaskRowFragment['case']> }
export const hasCase = (task: TaskRowFragment): task is CaseTask => !!task.case

/** What waits for me, in one kind or all, kept true by the stream. */
export function useInbox(kind: Ref<TaskKind | null>) {
  const me = useMe()

  const placement = computed<Placement<TaskRowFragment>>(() => ({
    belongs: (task) => task.closedAt === null && (kind.value === null || task.kind === kind.value) && mayRead(me.value, factsOf(task)),
    order: byUrgency,
  }))

  function meaning(change: Change, rows: readonly TaskRowFragment[]): Meaning<TaskRowFragment> | Meaning<TaskRowFragment>[] {
    switch (change.__typename) {
      case 'TaskChange':
        return change.closed ? { drop: change.taskId } : { place: change.task }
      case 'CaseChange':
        return rows
          .filter((task) => task.caseId === change.case.id && hasCase(task))
          .map((task) => ({ place: { ...task, case: change.case } }))
      case 'Gone':
        if (change.typename === 'Case')
          return rows.filter((task) => task.caseId === change.id && hasCase(task)).map((task) => ({ drop: task.id }))
        return change.typename === 'Task' ? { drop: change.id } : null
      case 'DirectoryChange':
        return 'refetch'
      default:
        return null
    }
  }

  return useLiveList<TaskRowFragment, InboxQuery, InboxQueryVariables>({
    document: InboxDocument,
    variables: (after) => ({ kinds: kind.value ? [kind.value] : null, first: PAGE, after }),
    page: (data) => data.inbox,
    placement: () => placement.value,
    meaning,
  })
}
