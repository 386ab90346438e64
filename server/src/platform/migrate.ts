import { Logger as WorkerLogger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { DataSource, type MigrationInterface } from 'typeorm'
import { MIGRATIONS } from './migrations/index.js'

/** Any number no other advisory lock of the product uses: two nodes that start together migrate one after the other. */
const MIGRATION_LOCK = 7_226_001

/** A migration under the name it is remembered by. */
type Named = MigrationInterface & { readonly name: string }

/** Brings the database to the newest schema: the job tables, then each migration that has not run, in order, each in its own transaction. */
export async function migrate(url: string): Promise<void> {
  const lock = new pg.Client({ connectionString: url })
  await lock.connect()
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    await runMigrations({ connectionString: url, logger: new WorkerLogger(() => () => undefined) })
    await migrateTables(url)
  } finally {
    await lock.end()
  }
}

async function migrateTables(url: string): Promise<void> {
  const db = new DataSource({ type: 'postgres', url, poolSize: 1 })
  await db.initialize()
  try {
    await db.query('CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())')
    const rows: { name: string }[] = await db.query('SELECT name FROM migration')
    const applied = new Set(rows.map((row) => row.name))
    for (const Migration of MIGRATIONS) {
      const migration: Named = new Migration()
      if (!applied.has(migration.name)) await apply(db, migration)
    }
  } finally {
    await db.destroy()
  }
}

async function apply(db: DataSource, migration: Named): Promise<void> {
  const runner = db.createQueryRunner()
  await runner.startTransaction()
  try {
    await migration.up(runner)
    await runner.query('INSERT INTO migration (name) VALUES ($1)', [migration.name])
    await runner.commitTransaction()
  } catch (error) {
    await runner.rollbackTransaction()
    throw new Error(`Migration ${migration.name} failed; the database is as it was before it`, { cause: error })
  } finally {
    await runner.release()
  }
}
