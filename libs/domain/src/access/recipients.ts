import type { DispositionKind } from '../disposition/disposition.js'
import type { Role } from './viewer.js'

/** What decides who may receive from whom: the post's role and unit. */
export interface Post {
  readonly id: string
  readonly role: Role
  readonly unitId: string
}

const RECIPIENTS: Readonly<Partial<Record<Role, Readonly<Record<DispositionKind, readonly Role[]>>>>> = {
  SEKRETARIAT: { main: ['PIMPINAN'], copy: ['PIMPINAN'] },
  PIMPINAN: { main: ['PIMPINAN', 'POKJA'], copy: ['PIMPINAN', 'POKJA', 'ASISTEN', 'SEKRETARIAT'] },
  POKJA: { main: ['ASISTEN'], copy: ['ASISTEN', 'POKJA'] },
}

/** Whether a post may dispose to another: tier by tier (disposisi berjenjang), an Asisten only within the own working group. */
export function mayDisposeTo(from: Post, to: Post, kind: DispositionKind): boolean {
  if (from.id === to.id || !RECIPIENTS[from.role]?.[kind].includes(to.role)) return false
  return from.role !== 'POKJA' || to.role !== 'ASISTEN' || to.unitId === from.unitId
}

/** Which move brings a case back to the post above: to the registry when there is none, else to Pimpinan or to the working group. */
export const moveBackTo = (above: Pick<Post, 'role'> | null): 'return_to_registry' | 'return_to_leadership' | 'return_to_unit' =>
  above === null ? 'return_to_registry' : above.role === 'PIMPINAN' ? 'return_to_leadership' : 'return_to_unit'

/** Which move a disposition to such a post is; null when such a post receives no cases. */
export function moveTo(role: Role, processable: boolean | null): 'pass_along' | 'dispose_to_unit' | 'assign' | 'reassign' | null {
  if (role === 'PIMPINAN') return 'pass_along'
  if (role === 'POKJA') return 'dispose_to_unit'
  if (role === 'ASISTEN') return processable === null ? 'assign' : 'reassign'
  return null
}

/** What waits on the desk of somebody the case was disposed to. */
export const taskFor = (move: ReturnType<typeof moveTo>): 'dispose' | 'decide' | 'draft' =>
  move === 'assign' ? 'decide' : move === 'reassign' ? 'draft' : 'dispose'
