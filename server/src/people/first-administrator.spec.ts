import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { DataSource } from 'typeorm'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { databaseOptions } from '../platform/database.module.js'
import { ensureAdministrator } from './first-administrator.js'
import { Person } from './person.entity.js'
import { PositionHolder } from './position-holder.entity.js'
import { Position } from './position.entity.js'
import { Unit } from './unit.entity.js'

let database: FreshDatabase
let db: DataSource

beforeAll(async () => {
  database = await freshDatabase()
  db = await new DataSource({ ...databaseOptions(database.url), entities: [Unit, Position, Person, PositionHolder] }).initialize()
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

test('of two nodes that start on an empty database one makes the administrator, and the other goes on', async () => {
  const accounts = await Promise.all([ensureAdministrator(db, 'https://x.go.id'), ensureAdministrator(db, 'https://x.go.id')])
  expect(accounts.filter((account) => account !== null)).toMatchObject([{ email: 'admin@x.go.id' }])
  expect(await db.query('SELECT count(*)::int AS n FROM person')).toEqual([{ n: 1 }])
})
