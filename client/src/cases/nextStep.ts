import { positionIdsOf, unitIdsAs, type Viewer } from '@domain'
import type { TaskKind } from '../generated/graphql.js'

/** What waits on a case, as the page needs it. */
export interface WaitingTask {
  readonly id: string
  readonly kind: TaskKind
  readonly positionId?: string | null
  readonly unitId?: string | null
  readonly letterId?: string | null
  readonly closedAt?: string | null
}

/** Whether the task waits for the viewer: for a post they hold, or for the shared queue of the Sekretariat they belong to. */
export function isMine(task: WaitingTask, me: Viewer): boolean {
  if (task.positionId) return positionIdsOf(me).includes(task.positionId)
  return task.unitId ? unitIdsAs(me, 'SEKRETARIAT').includes(task.unitId) : false
}

/** How far a case has come: the first kind in this order is the step the page speaks of when several wait. */
const ORDER: readonly TaskKind[] = [
  'consent_void',
  'approve_clock',
  'reassign',
  'deliver',
  'issue',
  'review',
  'revise',
  'draft',
  'decide',
  'dispose',
  'complete_registration',
  'release',
]

/** The task the page puts in front: mine before those of others, then the one furthest along. Null when nothing waits. */
export function leadingTask<T extends WaitingTask>(tasks: readonly T[], me: Viewer): T | null {
  const open = tasks.filter((task) => !task.closedAt)
  const mine = open.filter((task) => isMine(task, me))
  const first = (candidates: readonly T[]) => ORDER.flatMap((kind) => candidates.filter((task) => task.kind === kind))[0] ?? null
  return first(mine) ?? first(open)
}
