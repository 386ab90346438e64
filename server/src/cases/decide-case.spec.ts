import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { aRegistration } from '../../../test/support/casework.js'
import { act, Office, refusalOf } from '../../../test/support/correspondence.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { DecideCase, type Case, type Confirmation } from './index.js'

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

const withoutEmail = (): Promise<Case> =>
  office.assigned({ given: { parties: aRegistration('MERIT').parties.map((party) => ({ ...party, email: null })) } })

const decide = async (theCase: Case, processable: boolean, confirmBy: Confirmation | null) =>
  running.app
    .get(DecideCase)
    .run(await office.viewer(office.people.assistant), theCase, { processable, reason: 'Sudah ditelaah', confirmBy }, act())

test('nobody is told by e-mail who gave no address, and the case stays where it was', async () => {
  const theCase = await withoutEmail()
  expect(await refusalOf(decide(theCase, true, 'email'))).toBe('case.no_email')
  expect(await office.case(theCase.id)).toMatchObject({ stage: 'assigned', version: theCase.version, processable: null })
})

test.each<[boolean, Confirmation | null]>([
  [true, 'phone'],
  [true, 'letter'],
  [false, null],
])('without an address the decision %s is made with the confirmation by %s', async (processable, confirmBy) => {
  const { id } = await decide(await withoutEmail(), processable, confirmBy)
  expect(await office.case(id)).toMatchObject({ stage: 'in_process', processable })
})

test('with an address the word goes out by e-mail', async () => {
  const { id } = await decide(await office.assigned(), true, 'email')
  expect((await office.case(id)).stage).toBe('in_process')
})
