import 'reflect-metadata'
import { DataSource, getMetadataArgsStorage, type EntityMetadata } from 'typeorm'
import './app.module.js'
import { databaseOptions } from './platform/database.module.js'

interface Column {
  readonly table: string
  readonly name: string
  /** PostgreSQL's own name of the type, e.g. `int4`, `timestamptz`; arrays as `uuid[]`. */
  readonly type: string
  readonly nullable: boolean
}

/** The names TypeORM and we use for what PostgreSQL calls otherwise. */
const SYNONYMS: Readonly<Record<string, string>> = {
  int: 'int4',
  integer: 'int4',
  bigint: 'int8',
  smallint: 'int2',
  boolean: 'bool',
  'character varying': 'varchar',
  'timestamp with time zone': 'timestamptz',
  'double precision': 'float8',
}

const keyOf = ({ table, name }: Column): string => `${table}.${name}`

function expected(db: DataSource, entity: EntityMetadata): Column[] {
  return entity.columns
    .filter((column) => !column.isVirtual)
    .map((column) => {
      const type = db.driver.normalizeType(column)
      return {
        table: entity.tableName,
        name: column.databaseName,
        type: `${SYNONYMS[type] ?? type}${column.isArray ? '[]' : ''}`,
        nullable: column.isNullable,
      }
    })
}

async function present(db: DataSource, tables: readonly string[]): Promise<Column[]> {
  return db.query<Column[]>(
    `SELECT table_name AS "table", column_name AS name, CASE WHEN data_type = 'ARRAY' THEN ltrim(udt_name, '_') || '[]' ELSE udt_name END AS type,
       is_nullable = 'YES' AS nullable
     FROM information_schema.columns WHERE table_schema = 'public' AND table_name = ANY($1)`,
    [tables],
  )
}

/** What entities and migrated tables say differently about each other's columns; empty when they agree. */
export async function differences(url: string): Promise<string[]> {
  const entities = getMetadataArgsStorage().tables.map((table) => table.target)
  const db = await new DataSource({
    ...databaseOptions(url, 1),
    entities: entities.filter((target) => typeof target === 'function'),
  }).initialize()
  try {
    const wanted = new Map(db.entityMetadatas.flatMap((entity) => expected(db, entity)).map((column) => [keyOf(column), column]))
    const found = new Map(
      (
        await present(
          db,
          db.entityMetadatas.map((entity) => entity.tableName),
        )
      ).map((column) => [keyOf(column), column]),
    )
    const describe = ({ type, nullable }: Column): string => `${type} ${nullable ? 'NULL' : 'NOT NULL'}`
    return [...new Set([...wanted.keys(), ...found.keys()])].sort().flatMap((key) => {
      const [entity, table] = [wanted.get(key), found.get(key)]
      if (!table) return [`${key}: only in the entity`]
      if (!entity) return [`${key}: only in the database`]
      return describe(entity) === describe(table) ? [] : [`${key}: entity ${describe(entity)}, database ${describe(table)}`]
    })
  } finally {
    await db.destroy()
  }
}
