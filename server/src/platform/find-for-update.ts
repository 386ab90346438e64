import type { EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm'
import { mayRead, Refusal, type Facts } from '@domain'
import { SYSTEM } from './system-viewer.js'
import type { Tx } from './tx.js'

interface Versioned extends ObjectLiteral {
  readonly id: string
  readonly version: number
}

const isFacts = (row: object): row is Facts =>
  '__typename' in row && (row.__typename === 'Case' || row.__typename === 'Disposition' || row.__typename === 'Letter')

/**
 * Locks one row and reads it. A missing row is `access.denied`, like one that may not be seen (rule 22); a row at another version than the one
 * the person looked at is `conflict.changed_meanwhile` with the version it has now. Pass null where the action does not depend on what was seen.
 */
export async function findForUpdate<T extends Versioned>(tx: Tx, entity: EntityTarget<T>, id: string, expected: number | null): Promise<T> {
  const where = { id } as FindOptionsWhere<T>
  const row = await tx.manager.findOne(entity, { where, lock: { mode: 'pessimistic_write' } })
  if (!row) throw new Refusal('access.denied')
  if (expected === null || row.version === expected) return row
  if (isFacts(row) && tx.me !== SYSTEM && !mayRead(tx.me, row)) throw new Refusal('access.denied')
  throw new Refusal('conflict.changed_meanwhile', { version: row.version })
}
