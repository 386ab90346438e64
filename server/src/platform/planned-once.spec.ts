import { DataSource } from 'typeorm'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { databaseOptions } from './database.module.js'
import { PLANNED_ONCE } from './planned-once.js'

let database: FreshDatabase
let db: DataSource

beforeAll(async () => {
  database = await freshDatabase()
  db = await new DataSource(databaseOptions(database.url, 1)).initialize()
})

afterAll(async () => {
  await db.destroy()
  await database.drop()
})

const kept = (): Promise<{ statement: string; uses: number }[]> =>
  db.query(`SELECT statement, (generic_plans + custom_plans)::int AS uses FROM pg_prepared_statements ORDER BY statement`)

test('a statement that says so is kept by its connection under one name, however often and with whatever values it is asked', async () => {
  const ask = (n: number): Promise<unknown> => db.query(`${PLANNED_ONCE}SELECT $1::int + 1 AS more`, [n])
  await expect(ask(1)).resolves.toEqual([{ more: 2 }])
  await expect(ask(41)).resolves.toEqual([{ more: 42 }])
  await expect(ask(7)).resolves.toEqual([{ more: 8 }])
  await expect(kept()).resolves.toEqual([{ statement: `${PLANNED_ONCE}SELECT $1::int + 1 AS more`, uses: 3 }])
})

test('other statements leave nothing behind, so that lists of every shape cannot fill a connection', async () => {
  const before = await kept()
  await db.query('SELECT $1::int AS n', [1])
  await expect(kept()).resolves.toEqual(before)
})

test('it is kept beyond a transaction that was rolled back', async () => {
  const text = `${PLANNED_ONCE}SELECT $1::text AS word`
  const lost = db.transaction(async (manager) => {
    await manager.query(text, ['satu'])
    throw new Error('undone')
  })
  await expect(lost).rejects.toThrow('undone')
  await expect(db.query(text, ['dua'])).resolves.toEqual([{ word: 'dua' }])
})
