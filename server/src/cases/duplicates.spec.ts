import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { as } from '../../../test/support/as.js'
import { aRegistration, type Worker } from '../../../test/support/casework.js'
import { act, Office } from '../../../test/support/correspondence.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { RegisterCase, type RegisterCaseInput } from './index.js'

const LETTER_NUMBER = '800/77/BKPSDM/2026'
const SENDER = 'Rahmat Wijayakusuma'
const SUBJECT = 'Permohonan konsultasi pengisian jabatan administrator'
const REPORTED_NIP = '198609262015051001'

let database: FreshDatabase
let running: RunningApp
let office: Office
let mine: string

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  office = await Office.open(running.app)
  for (let n = 0; n < 25; n += 1) await register(office.people.clerk, { secrecy: 'sangat_rahasia', subject: SUBJECT })
  // A little less alike than all that are hidden, so that it comes after every one of them.
  mine = await register(office.people.clerk, { subject: `${SUBJECT} dan pengawas` })
}, 60_000)
afterAll(async () => {
  await running.close()
  await database.drop()
})

async function register(by: Worker, given: Partial<RegisterCaseInput>): Promise<string> {
  const input = aRegistration('NETRALITAS', { letterNumber: LETTER_NUMBER, ...given })
  const parties = input.parties.map((party) => (party.role === 'requester' ? { ...party, name: SENDER } : party))
  return (await running.app.get(RegisterCase).run(await office.viewer(by), { ...input, parties }, act())).id
}

const DOCUMENT = 'query ($input: DuplicateInput!) { possibleDuplicates(input: $input) { caseId reason similarity } }'

interface Answer {
  readonly possibleDuplicates: readonly { readonly caseId: string; readonly reason: string; readonly similarity: number }[]
}

const ask = async (who: Worker, input: object) => (await (await as(running.url, who)).ask<Answer>(DOCUMENT, { input })).possibleDuplicates

test.each([
  ['letter_number', { letterNumber: LETTER_NUMBER.toLowerCase() }],
  ['reported_nip', { reportedNip: REPORTED_NIP }],
  ['sender_and_subject', { senderName: SENDER, subject: SUBJECT }],
])('by %s, twenty-five cases that may not be read do not crowd out the one that may', async (reason, input) => {
  expect((await ask(office.people.clerk2, input)).map((found) => [found.caseId, found.reason])).toEqual([[mine, reason]])
})

test('whoever may read them all is shown the five most alike', async () => {
  const found = await ask(office.people.clerk, { senderName: SENDER, subject: SUBJECT })
  expect(found.map(({ similarity }) => similarity)).toEqual([1, 1, 1, 1, 1])
  expect(found.map(({ caseId }) => caseId)).not.toContain(mine)
})

test('whoever may read none is shown none', async () => {
  expect(await ask(office.people.outsider, { letterNumber: LETTER_NUMBER, senderName: SENDER, subject: SUBJECT })).toEqual([])
})
