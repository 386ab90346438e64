import type { Role } from '../access/viewer.js'
import type { DispositionKind } from './disposition.js'

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
