import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { indonesianCalendar, jakarta, workingMinutesBetween } from '@domain'
import { as } from '../../../test/support/as.js'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { act, Office } from '../../../test/support/correspondence.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { timeTravel } from '../platform/moment.js'
import { PauseClock } from '../timekeeping/index.js'
import { DeskSumsResolver } from './desk-sums.resolver.js'
import { DeskTimeResolver } from './desk-time.resolver.js'
import { Workload } from './workload.resolver.js'

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

/** Monday 9 March 2026, 09.00; the last look is on Thursday. */
const MONDAY = jakarta('2026-03-09', '09.00')
const THURSDAY = jakarta('2026-03-12', '11.00')
const minutes = workingMinutesBetween(indonesianCalendar(), 'office', MONDAY, THURSDAY)

test('the ledger of a case as the real acts made it: with the Asisten since the disposition, against a plan to the due date', async () => {
  const theCase = await timeTravel(MONDAY, () => office.assigned({ service: 'NETRALITAS', given: { receivedAt: MONDAY } }))
  const desk = await timeTravel(THURSDAY, () => running.app.get(DeskTimeResolver).deskTime(theCase))
  expect(desk.now).toBe('assistant')
  expect(desk.stretches).toEqual([
    { tier: 'assistant', positionId: office.people.assistant.post.id, from: MONDAY, to: THURSDAY, minutes: expect.closeTo(minutes, 3) },
  ])
  expect(desk).toMatchObject({ clockCode: 'netralitas.letter', returns: 0, behind: false })
  const due = (
    await office.db.query<{ due_at: Date }[]>(`SELECT due_at FROM clock WHERE case_id = $1 AND code = 'netralitas.letter'`, [theCase.id])
  )[0]?.due_at
  expect(desk.tiers.find(({ tier }) => tier === 'dispatch')?.latest).toEqual(due)
  const latest = desk.tiers.map((tier) => tier.latest?.getTime() ?? Number.NaN).filter((at) => !Number.isNaN(at))
  expect(latest).toEqual([...latest].sort((one, other) => one - other))

  const passedOn = (desk.tiers.find(({ tier }) => tier === 'assistant')?.latest?.getTime() ?? 0) + 1
  const muchLater = await timeTravel(new Date(passedOn), () => running.app.get(DeskTimeResolver).deskTime(theCase))
  expect(muchLater).toMatchObject({ now: 'assistant', behind: true })
})

test('an issued letter lies with those who deliver it, and no open minute is lost on the way', async () => {
  const letter = await timeTravel(MONDAY, () => office.issued({ service: 'MERIT' }))
  const desk = await running.app.get(DeskTimeResolver).deskTime(await office.case(letter.caseId))
  expect(desk.now).toBe('dispatch')
  const [first, last] = [desk.stretches[0], desk.stretches.at(-1)]
  expect(first?.from).toEqual(MONDAY)
  const whole = workingMinutesBetween(indonesianCalendar(), 'office', MONDAY, last?.to ?? MONDAY)
  expect(desk.tiers.reduce((sum, { used }) => sum + used, 0)).toBeCloseTo(whole, 3)
})

test('over the wire for whoever may read the case', async () => {
  const theCase = await office.assigned()
  const ASK = 'query ($id: ID!) { case(id: $id) { deskTime { now tiers { tier used planned } } } }'
  const assistant = await as(running.url, office.people.assistant)
  const answer = await assistant.ask<{ case: { deskTime: { now: string } } }>(ASK, { id: theCase.id })
  expect(answer.case.deskTime.now).toBe('assistant')
  expect((await (await as(running.url, office.people.outsider)).gql(ASK, { id: theCase.id })).code).toBe('access.denied')
})

test('summed by post for the head: what lay on each desk in the last thirty days, without the pause; an Asisten may not ask', async () => {
  const { head, assistant, outsider } = office.people
  const sumsAt = async (when: Date) => {
    const asked = Object.assign(new Workload(), { unitId: office.people.unitId })
    const desks = await timeTravel(when, () => running.app.get(DeskSumsResolver).desks(asked))
    return new Map(desks.map((row) => [row.positionId, row]))
  }
  const before = jakarta('2027-06-07', '08.30')
  const none = await sumsAt(before)
  const held = none.get(assistant.post.id)
  const theCase = await timeTravel(before, () => office.assigned({ service: 'NETRALITAS', given: { receivedAt: before } }))
  const [clock] = await office.db.query<{ id: string; version: number }[]>(
    `SELECT id, version FROM clock WHERE case_id = $1 AND code = 'netralitas.letter'`,
    [theCase.id],
  )
  const me = await office.viewer(assistant)
  const target = { id: clock?.id ?? '', version: clock?.version ?? 0 }
  await timeTravel(jakarta('2027-06-08', '10.00'), () =>
    running.app.get(PauseClock).run(me, target, 'applicant_completion', 'Menunggu kelengkapan', act()),
  )
  const after = (await sumsAt(jakarta('2027-06-09', '10.00'))).get(assistant.post.id)
  const untilPause = workingMinutesBetween(indonesianCalendar(), 'office', before, jakarta('2027-06-08', '10.00'))
  const oldCases = workingMinutesBetween(indonesianCalendar(), 'office', before, jakarta('2027-06-09', '10.00')) * (held?.cases ?? 0)
  expect(after?.cases).toBe((held?.cases ?? 0) + 1)
  expect(after?.minutes ?? 0).toBeGreaterThanOrEqual(untilPause)
  expect(after?.minutes ?? 0).toBeLessThanOrEqual((held?.minutes ?? 0) + oldCases + untilPause + 0.01)
  const ASK = 'query ($unitId: ID) { workload(unitId: $unitId) { desks { positionId cases minutes returns } } }'
  const wanted = { unitId: office.people.unitId }
  expect((await (await as(running.url, head)).gql(ASK, wanted)).code).toBeNull()
  expect((await (await as(running.url, assistant)).gql(ASK, wanted)).code).toBe('access.denied')
  expect((await (await as(running.url, outsider)).gql(ASK, wanted)).code).toBe('access.denied')
})
