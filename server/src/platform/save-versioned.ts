import type { ObjectLiteral } from 'typeorm'
import { Refusal } from '@domain'
import { PLANNED_ONCE } from './planned-once.js'
import type { Tx } from './tx.js'

interface Versioned extends ObjectLiteral {
  readonly id: string
  version: number
}

/**
 * Writes every column of the row if it still has the version it was read with, and counts the version up; otherwise `conflict.changed_meanwhile`
 * (rule 2: TypeORM's own `save` does not look at the version).
 */
export async function saveVersioned<T extends Versioned>(tx: Tx, entity: T): Promise<T> {
  const { driver } = tx.manager.connection
  const { columns, tableName } = tx.manager.connection.getMetadata(entity.constructor)
  const values: unknown[] = [entity.id, entity.version]
  const set = ['version = version + 1']
  for (const column of columns) {
    if (column.isPrimary || column.isVersion || column.propertyName === 'version' || !column.isUpdate || column.isVirtual) continue
    const value: unknown = column.getEntityValue(entity)
    if (value !== undefined) set.push(`"${column.databaseName}" = $${values.push(driver.preparePersistentValue(value, column))}`)
  }
  const sql = `${PLANNED_ONCE}UPDATE "${tableName}" SET ${set.join(', ')} WHERE id = $1 AND version = $2 RETURNING version`
  const written = await tx.query(sql, values)
  if (written.length !== 1) throw new Refusal('conflict.changed_meanwhile')
  entity.version += 1
  return entity
}
