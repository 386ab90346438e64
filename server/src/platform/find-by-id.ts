import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm'
import { PLANNED_ONCE } from './planned-once.js'
import { RowColumns } from './row-columns.js'

/** One row as it is now, not locked; null when there is none. What TypeORM's `findOneBy` gives, planned once a connection. */
export async function findById<T extends ObjectLiteral>(manager: EntityManager, entity: EntityTarget<T>, id: string): Promise<T | null> {
  const columns = new RowColumns(manager.connection, entity, 'r')
  const [row] = await manager.query<object[]>(`${PLANNED_ONCE}SELECT ${columns.select} FROM ${columns.table} r WHERE r.id = $1`, [id])
  return row ? columns.entityOf({ ...row }) : null
}
