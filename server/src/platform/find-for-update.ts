import type { EntityTarget, ObjectLiteral } from 'typeorm'
import { mayRead, Refusal, type Facts } from '@domain'
import { PLANNED_ONCE } from './planned-once.js'
import { RowColumns } from './row-columns.js'
import { SYSTEM } from './system-viewer.js'
import type { Tx } from './tx.js'

interface Versioned extends ObjectLiteral {
  readonly id: string
  readonly version: number
}

const isFacts = (row: object): row is Facts =>
  '__typename' in row &&
  (row.__typename === 'Case' ||
    row.__typename === 'Disposition' ||
    row.__typename === 'Letter' ||
    row.__typename === 'Visit' ||
    row.__typename === 'Booking' ||
    row.__typename === 'Selection' ||
    row.__typename === 'Feedback' ||
    row.__typename === 'RecommendationPoint' ||
    row.__typename === 'IdentityRelease')

/**
 * Locks one row and reads it. A missing row is `access.denied`, like one that may not be seen (rule 22); a row at another version than the one
 * the person looked at is `conflict.changed_meanwhile` with the version it has now. Pass null where the action does not depend on what was seen.
 */
export async function findForUpdate<T extends Versioned>(tx: Tx, entity: EntityTarget<T>, id: string, expected: number | null): Promise<T> {
  const columns = new RowColumns(tx.manager.connection, entity, 'r')
  const [found] = await tx.query<object>(`${PLANNED_ONCE}SELECT ${columns.select} FROM ${columns.table} r WHERE r.id = $1 FOR UPDATE`, [id])
  if (!found) throw new Refusal('access.denied')
  return atVersion(tx, columns.entityOf({ ...found }), expected)
}

/** A locked row, if it is at the version the person looked at; refused as `findForUpdate` says. */
export function atVersion<T extends Versioned>(tx: Tx, row: T, expected: number | null): T {
  if (expected === null || row.version === expected) return row
  if (isFacts(row) && tx.me !== SYSTEM && !mayRead(tx.me, row)) throw new Refusal('access.denied')
  throw new Refusal('conflict.changed_meanwhile', { version: row.version })
}
