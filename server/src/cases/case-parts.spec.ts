import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { as } from '../../../test/support/as.js'
import { Office } from '../../../test/support/correspondence.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { Case } from './index.js'

let database: FreshDatabase
let running: RunningApp
let office: Office

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  office = await Office.open(running.app)
})
afterAll(async () => {
  await running.close()
  await database.drop()
})

test('all parts of a case page together ask once whether the case may be read', async () => {
  const { id } = await office.assigned()
  const head = await as(running.url, office.people.head)
  const find = jest.spyOn(office.db.manager, 'findBy')
  const { case: page } = await head.ask<{ case: { parties: object[]; tasks: object[]; timeline: object[] } }>(
    'query ($id: ID!) { case(id: $id) { parties { name } requirements { code } tasks { kind } timeline { kind } related { kind } } }',
    { id },
  )
  const asked = find.mock.calls.filter(([entity]) => entity === Case).length
  find.mockRestore()
  expect(asked).toBe(1)
  expect([page.parties.length, page.tasks.length]).toEqual([1, 1])
  expect(page.timeline.length).toBeGreaterThan(3)
})
