import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { clocksOfPromise, DAY_MS, requirementsFor, type Service } from '@domain'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { Office } from '../../../test/support/correspondence.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { CaseSort, CasesResolver, receiptOf } from '../cases/index.js'
import { timeTravel } from '../platform/moment.js'
import { ruleOf } from './commitment-rules.js'
import { conformanceOf, conformanceSheet, type Measured } from './conformance.js'

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

async function measured(
  code: string,
  { now = new Date(), year = null }: { now?: Date; year?: number | null } = {},
): Promise<Measured | null> {
  const lines = await conformanceOf(office.db, now, year)
  return lines.find(({ commitment }) => commitment.code === code)?.measured ?? null
}

const listed = async (code: string, outcome: string): Promise<string[]> => {
  const clock = { codes: clocksOfPromise(code).map((rule) => rule.code), outcome }
  const page = await running.app.get(CasesResolver).cases(await office.viewer(office.people.chair), { clock }, CaseSort.received, 50)
  return page.rows.map((row) => row.id)
}

test('a commitment without a rule is not hidden', () => {
  const [line] = conformanceSheet([])
  expect(line?.tests).toEqual([])
  expect(line && ruleOf({ ...line.commitment, section: 'procedure', code: 'nobody.knows.1' })).toBeNull()
  expect(line && ruleOf({ ...line.commitment, section: 'time', clocks: [] })).toBeNull()
})

test('a promise is running, then broken when its time has passed, or kept when the answer is out; the cases can be listed', async () => {
  const late = await office.processed()
  expect(await measured('merit.answer')).toEqual({ kept: 0, broken: 0, running: 1 })
  expect(await listed('merit.answer', 'running')).toEqual([late.id])

  const afterwards = new Date(Date.now() + 9 * DAY_MS)
  expect(await measured('merit.answer', { now: afterwards })).toEqual({ kept: 0, broken: 1, running: 0 })

  const past = new Date(Date.now() - 30 * DAY_MS)
  const old = await timeTravel(past, () => office.processed())
  expect(await measured('merit.answer')).toEqual({ kept: 0, broken: 1, running: 1 })
  expect(await listed('merit.answer', 'broken')).toEqual([old.id])
  expect(await listed('merit.answer', 'kept')).toEqual([])
  expect(await measured('merit.answer', { year: 2001 })).toEqual({ kept: 0, broken: 0, running: 0 })
})

test('an outcome nobody knows is refused', async () => {
  await expect(listed('merit.answer', 'kept; DROP')).rejects.toMatchObject({ code: 'request.invalid' })
})

test('what the file lacked is counted against the requirement while it is missing', async () => {
  const before = await measured('medlin.identity_copy')
  const requirements = requirementsFor('MEDLIN', 'post', 'asn').map(({ code }) => ({
    code,
    state: code === 'medlin.identity_copy' ? ('missing' as const) : ('met' as const),
    note: null,
  }))
  await office.assigned({ service: 'MEDLIN', given: { requirements } })
  expect(await measured('medlin.identity_copy')).toEqual({ ...before, running: (before?.running ?? 0) + 1 })
})

describe('the written procedures, as far as the desk of the Asisten', () => {
  const events = async (caseId: string): Promise<string[]> =>
    (await office.db.query<{ kind: string }[]>('SELECT kind FROM event WHERE case_id = $1 ORDER BY id', [caseId])).map((row) => row.kind)

  test.each<[string, Service, string]>([
    ['medlin.written.1', 'MEDLIN', 'case.registered'],
    ['medlin.written.3', 'MEDLIN', 'case.decided'],
    ['netralitas.complaint.1', 'NETRALITAS', 'case.registered'],
    ['kode_etik.written.1', 'KODE_ETIK', 'case.registered'],
    ['kode_etik.written.3', 'KODE_ETIK', 'disposition.sent'],
  ])('[%s] a request for %s is on record with %s', async (_code, service, kind) => {
    const theCase = await office.processed({ service })
    expect(theCase.agendaNumber).toBeGreaterThan(0)
    expect(await events(theCase.id)).toContain(kind)
  })

  test.each<[string, Service]>([
    ['medlin.written.2', 'MEDLIN'],
    ['kode_etik.written.2', 'KODE_ETIK'],
  ])('[%s] who asked for %s gets a tanda terima with agenda number and sender', async (_code, service) => {
    const theCase = await office.assigned({ service })
    const receipt = await receiptOf(office.db, theCase.id)
    expect(receipt).toMatchObject({ agendaNumber: expect.stringContaining(String(theCase.agendaNumber)), sender: theCase.senderName })
  })

  test.each<[string, Service]>([
    ['medlin.cost', 'MEDLIN'],
    ['merit.cost', 'MERIT'],
    ['netralitas.cost', 'NETRALITAS'],
    ['kode_etik.cost', 'KODE_ETIK'],
    ['jpt.cost', 'JPT'],
  ])('[%s] the tanda terima of %s says that the service is free', async (_code, service) => {
    const theCase = await office.assigned({ service })
    expect((await receiptOf(office.db, theCase.id)).footer).toContain('tidak dipungut biaya')
  })
})
