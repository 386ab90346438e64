import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { Office } from '../../../test/support/correspondence.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { Loaders } from '../platform/loaders.js'
import { lettersOfCases, versionsOf } from './letter-reads.js'

let database: FreshDatabase
let running: RunningApp

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
})
afterAll(async () => {
  await running.close()
  await database.drop()
})

test('whoever asks for nothing, or for what they may not read, makes nobody read the whole table', async () => {
  const office = await Office.open(running.app)
  const { id } = await office.submitted()
  const viewer = await office.viewer(office.people.outsider)
  const scope = { db: office.db, viewer, loaders: new Loaders({ db: office.db, viewer }) }
  const find = jest.spyOn(office.db.manager, 'find')
  expect(await lettersOfCases([], scope)).toEqual([])
  expect(await versionsOf([id], scope)).toEqual([[]])
  const read = await Promise.all(find.mock.results.map(({ value }) => value))
  find.mockRestore()
  expect(read).toEqual([[], []])
})
