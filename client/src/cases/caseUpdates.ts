import type { Cache, Entity } from '@urql/exchange-graphcache'

/** The part of a change this file reads; every member of the `Change` union fits it. */
interface CaseStreamChange {
  readonly __typename?: string
  readonly caseId?: string
  readonly closed?: boolean
  readonly taskId?: string
  readonly entry?: { readonly __typename?: string; readonly id: string }
  readonly case?: { readonly __typename?: string; readonly id: string }
  readonly letter?: { readonly __typename?: string; readonly id: string }
  readonly disposition?: { readonly __typename?: string; readonly id: string }
  readonly task?: { readonly __typename?: string; readonly id: string; readonly case?: { readonly id: string } | null } | null
}

/**
 * Places what the live stream brings into the lists of a case that has been opened: timeline, dispositions, letters, tasks. Rows merge by id on
 * their own; only membership is decided here. A case whose lists were never read is left alone.
 */
export function caseSubscriptionUpdates(change: CaseStreamChange, cache: Cache): void {
  switch (change.__typename) {
    case 'CaseChange':
      append(cache, change.case?.id, 'timeline', 'TimelineEntry', change.entry?.id)
      break
    case 'DispositionChange':
      append(cache, change.caseId, 'timeline', 'TimelineEntry', change.entry?.id)
      append(cache, change.caseId, 'dispositions', 'Disposition', change.disposition?.id)
      break
    case 'LetterChange':
      append(cache, change.caseId, 'timeline', 'TimelineEntry', change.entry?.id)
      append(cache, change.caseId, 'letters', 'Letter', change.letter?.id)
      break
    case 'TaskChange':
      placeTask(change, cache)
      break
  }
}

function placeTask(change: CaseStreamChange, cache: Cache): void {
  const taskId = change.task?.id ?? change.taskId
  if (!taskId) return
  const caseId = change.task?.case?.id ?? caseOfTask(cache, taskId)
  if (change.closed) remove(cache, caseId, 'tasks', 'Task', taskId)
  else append(cache, caseId, 'tasks', 'Task', taskId)
}

function caseOfTask(cache: Cache, taskId: string): string | undefined {
  const caseId = cache.resolve({ __typename: 'Task', id: taskId }, 'caseId')
  return typeof caseId === 'string' ? caseId : undefined
}

function append(cache: Cache, caseId: string | undefined, field: string, typename: string, id: string | undefined): void {
  if (!caseId || !id) return
  const known = listed(cache, caseId, field)
  const key = cache.keyOfEntity({ __typename: typename, id })
  if (!known || !key || known.includes(key)) return
  cache.link({ __typename: 'Case', id: caseId }, field, [...known, key] as Entity[])
}

function remove(cache: Cache, caseId: string | undefined, field: string, typename: string, id: string): void {
  if (!caseId) return
  const known = listed(cache, caseId, field)
  const key = cache.keyOfEntity({ __typename: typename, id })
  if (!known || !key || !known.includes(key)) return
  cache.link({ __typename: 'Case', id: caseId }, field, known.filter((entry) => entry !== key) as Entity[])
}

/** The keys in a list of the case, or null when the list has not been read. */
function listed(cache: Cache, caseId: string, field: string): string[] | null {
  const list = cache.resolve({ __typename: 'Case', id: caseId }, field)
  return Array.isArray(list) ? list.filter((key) => typeof key === 'string') : null
}
