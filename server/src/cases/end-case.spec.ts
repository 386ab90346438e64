import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { act, Office } from '../../../test/support/correspondence.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { aPost, holds } from '../../../test/support/people.js'
import { WithdrawCase } from './index.js'

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

test('who holds another post as well, and that one first, is named in the trail by the post that may', async () => {
  const { clerk } = office.people
  await holds(office.db, clerk, await aPost(office.db, { role: 'AUDITOR', title: 'Auditor', rank: 0 }))
  const both = await office.viewer(clerk)
  expect(both.positions.map(({ role }) => role)).toEqual(['AUDITOR', 'SEKRETARIAT'])

  const { id } = await office.assigned()
  await running.app.get(WithdrawCase).run(both, await office.case(id), 'Dicabut oleh pemohon', act())
  const [event] = await office.db.query<object[]>(
    `SELECT position_id, position_title FROM event WHERE case_id = $1 AND kind = 'case.withdrawn'`,
    [id],
  )
  expect(event).toEqual({ position_id: clerk.post.id, position_title: clerk.post.title })
})
