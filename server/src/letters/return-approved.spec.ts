import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { closePress } from '@press'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { act, Office, refusalOf } from '../../../test/support/correspondence.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { offendingIn } from '../../../test/support/offending.js'
import { ReturnApproved } from './return-approved.js'

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
  await closePress()
  await database.drop()
})

const WHY = 'Naskah menyebut nama pelapor'
const giveBack = async (who: { id: string }, letter: { id: string; version: number }, reason = WHY) =>
  running.app.get(ReturnApproved).run(await office.viewer(who), letter, reason, act())
const noticed = (letterId: string, kind: string) =>
  office.db
    .query<{ name: string }[]>(
      'SELECT p.name FROM notice n JOIN person p ON p.id = n.person_id WHERE n.letter_id = $1 AND n.kind = $2 ORDER BY p.name',
      [letterId, kind],
    )
    .then((rows) => rows.map(({ name }) => name))

describe('a letter that was approved', () => {
  test.each(['clerk', 'chair'] as const)('is given back by the %s: the approval is gone, its author revises it', async (who) => {
    const { people } = office
    const approved = await office.approved()
    expect(await refusalOf(giveBack(people[who], approved, ' '))).toBe('letter.reason_missing')
    await giveBack(people[who], approved)
    const back = await office.letter(approved.id)
    expect(back).toMatchObject({
      status: 'returned',
      returnReason: WHY,
      approvedBy: null,
      approvedHash: null,
      signatoryName: null,
      number: null,
    })
    expect(await office.desks(back.caseId)).toEqual(['revise@Asisten 1'])
    expect(await noticed(back.id, 'letter.returned_to_you')).toEqual([people.assistant.name])
    const told = await noticed(back.id, 'letter.approval_withdrawn')
    expect(told.includes(people.chair.name)).toBe(who === 'clerk')
    expect(told.includes(people.clerk.name)).toBe(who === 'chair')

    const again = await office.submit(await office.written(back, ['Tanpa nama.']))
    expect(again).toMatchObject({ status: 'in_review', tier: 1, round: 2, returnReason: null })
    const issued = await office.issue(await office.approve(await office.pass(again)))
    expect(issued).toMatchObject({ status: 'issued', signatoryName: people.chair.name })
    const steps = await office.db.query<{ action: string; note: string | null }[]>(
      'SELECT action, note FROM review_step WHERE letter_id = $1 ORDER BY at, tier',
      [back.id],
    )
    expect(steps.map(({ action }) => action)).toEqual(['submit', 'pass', 'approve', 'return_approved', 'submit', 'pass', 'approve'])
    expect(steps[3]?.note).toBe(WHY)
  })

  test('is not given back by anybody else, nor at another version', async () => {
    const approved = await office.approved()
    for (const who of ['assistant', 'head', 'outsider', 'administrator', 'auditor'] as const) {
      expect(await refusalOf(giveBack(office.people[who], approved))).toBe('access.denied')
    }
    const seenEarlier = { ...approved, version: approved.version - 1 }
    expect(await refusalOf(giveBack(office.people.clerk, seenEarlier))).toBe('conflict.changed_meanwhile')
  })

  test.each([
    ['in review', () => office.submitted()],
    ['issued', () => office.issued()],
  ])('is not given back while it is %s', async (_, made) => {
    expect(await refusalOf(giveBack(office.people.clerk, await made()))).toBe('letter.wrong_status')
  })
})

test('what the trail, the steps and the tasks say of letters given back holds together', async () => {
  await giveBack(office.people.clerk, await office.approved())
  expect(await offendingIn(database.url)).toEqual([])
})
