import type { ObjectLiteral } from 'typeorm'
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js'
import { Refusal } from '@domain'
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
  const { columns, target } = tx.manager.connection.getMetadata(entity.constructor)
  const values: Record<string, unknown> = {}
  for (const column of columns) {
    if (column.isPrimary || column.isVersion || column.propertyName === 'version' || !column.isUpdate || column.isVirtual) continue
    values[column.propertyName] = column.getEntityValue(entity)
  }
  const result = await tx.manager
    .createQueryBuilder()
    .update(target)
    .set({ ...values, version: entity.version + 1 } as QueryDeepPartialEntity<ObjectLiteral>)
    .where('id = :id AND version = :version', { id: entity.id, version: entity.version })
    .execute()
  if (result.affected !== 1) throw new Refusal('conflict.changed_meanwhile')
  entity.version += 1
  return entity
}
