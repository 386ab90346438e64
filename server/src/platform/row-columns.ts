import type { DataSource, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm'

/** An entity's columns in a statement of our own, and the entity in what comes back: what TypeORM's finders do, without building the text each time. */
export class RowColumns<T extends ObjectLiteral> {
  readonly metadata: EntityMetadata
  /** The table, quoted. */
  readonly table: string
  /** The projection; each column is called by its place, so that several entities fit into one row. */
  readonly select: string

  constructor(
    private readonly db: Pick<DataSource, 'driver' | 'getMetadata'>,
    entity: EntityTarget<T>,
    private readonly alias: string,
  ) {
    this.metadata = db.getMetadata(entity)
    this.table = `"${this.metadata.tableName}"`
    this.select = this.metadata.columns.map((column, at) => `${alias}."${column.databaseName}" AS ${alias}${at}`).join(', ')
  }

  entityOf(row: Readonly<Record<string, unknown>>): T {
    const { driver } = this.db
    const entity = this.metadata.create() as T
    for (const [at, column] of this.metadata.columns.entries()) {
      column.setEntityValue(entity, driver.prepareHydratedValue(row[`${this.alias}${at}`], column))
    }
    return entity
  }
}
