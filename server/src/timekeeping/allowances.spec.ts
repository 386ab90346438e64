import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DataSource } from 'typeorm'
import { jakarta, localDate, standing } from '@domain'
import { closePress } from '@press'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { as } from '../../../test/support/as.js'
import { act, Office, refusalOf } from '../../../test/support/correspondence.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { aVisitedOffice, aVisitor, Reception } from '../../../test/support/visits.js'
import { AttachFiles, type Case } from '../cases/index.js'
import { Clock } from '../clocks/clock.entity.js'
import { RenderLetter } from '../letters/index.js'
import { DeliverLetter } from '../mail/index.js'
import { timeTravel } from '../platform/moment.js'
import { PauseClock, ResumeClock } from './pause-clock.js'
import { ExcuseClock, SetClockLimit } from './set-clock-limit.js'

let database: FreshDatabase
let running: RunningApp
let office: Office
let reception: Reception

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  const people = await aVisitedOffice(running.app.get(DataSource))
  office = await Office.open(running.app, people)
  reception = new Reception(running.app, people)
})
afterAll(async () => {
  await running.close()
  await closePress()
  await database.drop()
})

/** Where the days below lie: within the fourteen working days of a complaint by letter that was received on Monday 9 March 2026. */
const at = <T>(text: string, steps: () => Promise<T>): Promise<T> => timeTravel(jakarta(text.slice(0, 10), text.slice(11)), steps)
const RECEIVED = jakarta('2026-03-09', '08.30')

const processed = (): Promise<Case> =>
  at('2026-03-09 09.00', () => office.processed({ service: 'NETRALITAS', given: { receivedAt: RECEIVED } }))
const answer = ({ id }: Case): Promise<Clock> => office.db.manager.findOneByOrFail(Clock, { caseId: id, code: 'netralitas.letter' })
const ledger = async (theCase: Case): Promise<string[]> =>
  (
    await office.db.query<{ line: string }[]>(
      `SELECT concat_ws(' ', e.kind, e.pause_reason) AS line FROM clock_event e JOIN clock k ON k.id = e.clock_id WHERE k.case_id = $1 AND k.code = 'netralitas.letter' ORDER BY e.seq`,
      [theCase.id],
    )
  ).map(({ line }) => line)

/** The letter that asks for what is missing, brought by hand. */
async function asked(theCase: Case, when: string): Promise<string | null> {
  return at(when, async () => {
    const draft = await office.draftedFor(theCase.id, 'completeness_request')
    const letter = await office.issue(await office.approve(await office.pass(await office.submit(await office.written(draft)))))
    const day = when.slice(0, 10)
    const hand = { method: 'hand' as const, recipientName: 'Dewi Lestari', receiptName: 'Dewi Lestari', receiptOn: day }
    await running.app.get(RenderLetter).run(letter.id)
    const printed = await office.letter(letter.id)
    await running.app.get(DeliverLetter).run(await office.viewer(office.people.clerk), printed, hand, act())
    return printed.number
  })
}

/** The Sekretariat hangs what came onto the case. */
async function sent(theCase: Case, when: string, completes: boolean): Promise<void> {
  const id = randomUUID()
  const { clerk } = office.people
  await office.db.query(
    `INSERT INTO file (id, purpose, name, media_type, size, state, uploaded_by, added_by_name, added_at)
     VALUES ($1, 'attachment', 'kelengkapan.pdf', 'application/pdf', 5, 'quarantined', $2, 'x', now())`,
    [id, clerk.id],
  )
  await at(when, async () => running.app.get(AttachFiles).run(await office.viewer(clerk), theCase.id, [id], act(), [], completes))
}

describe('the letter that asks the applicant for what is missing', () => {
  test('lets the clock stand still from its delivery until what came completes the file, and says by which letter', async () => {
    const theCase = await processed()
    const before = await answer(theCase)
    const number = await asked(theCase, '2026-03-10 10.00')
    expect(number).not.toBeNull()
    expect(await answer(theCase)).toMatchObject({
      flag: 'paused',
      pauseReason: 'applicant_completion',
      dueAt: before.dueAt,
      atRiskAt: null,
    })
    expect(await office.case(theCase.id)).toMatchObject({ nextDueFlag: 'paused', nextDueAt: before.dueAt, nextAtRiskAt: null })
    const [line] = await office.db.query<{ reason: string }[]>(
      `SELECT e.reason FROM clock_event e JOIN clock k ON k.id = e.clock_id WHERE k.case_id = $1 AND e.kind = 'pause'`,
      [theCase.id],
    )
    expect(line?.reason).toBe(number)

    await sent(theCase, '2026-03-11 10.00', false)
    expect(await answer(theCase)).toMatchObject({ flag: 'paused' })

    await sent(theCase, '2026-03-13 10.00', true)
    const after = await answer(theCase)
    expect(after).toMatchObject({ flag: null, pausedSince: null })
    expect([before, after].map(({ dueAt }) => dueAt && localDate(dueAt))).toEqual(['2026-04-06', '2026-04-09'])
    expect((await office.case(theCase.id)).nextAtRiskAt).toEqual(after.atRiskAt)
    expect(await ledger(theCase)).toEqual(['start', 'pause applicant_completion', 'resume'])

    await sent(theCase, '2026-03-16 10.00', true)
    expect(await ledger(theCase)).toHaveLength(3)
  })

  test('leaves a pause for another reason as it is, and what completes the file does not end that one', async () => {
    const theCase = await processed()
    const assistant = await office.viewer(office.people.assistant)
    const clock = await answer(theCase)
    await at('2026-03-10 09.00', () =>
      running.app.get(PauseClock).run(assistant, clock, 'reporter_clarification', 'Pelapor diminta menjelaskan', act()),
    )
    await asked(theCase, '2026-03-10 10.00')
    await sent(theCase, '2026-03-12 10.00', true)
    expect(await ledger(theCase)).toEqual(['start', 'pause reporter_clarification'])
    expect(await answer(theCase)).toMatchObject({ pauseReason: 'reporter_clarification', pausedSince: jakarta('2026-03-10', '09.00') })
    const resume = running.app.get(ResumeClock)
    const paused = await answer(theCase)
    await at('2026-03-12 11.00', () => resume.run(assistant, paused, null, act()))
    expect(await refusalOf(resume.run(assistant, await answer(theCase), null, act()))).toBe('clock.not_paused')
  })

  test('does not mend what is late already', async () => {
    const theCase = await processed()
    await asked(theCase, '2026-04-20 10.00')
    expect(await ledger(theCase)).toEqual(['start'])
  })
})

const ACCOUNT = 'query ($id: ID!) { case(id: $id) { nextDueFlag clocks { code dueAt flag explanation ledger { kind reason actorName } } } }'
interface Account {
  readonly case: {
    readonly nextDueFlag: string | null
    readonly clocks: readonly {
      readonly code: string
      readonly flag: string | null
      readonly explanation: object | null
      readonly ledger: readonly { readonly kind: string; readonly reason: string | null; readonly actorName: string | null }[]
    }[]
  }
}
const accountOf = async (who: { id: string; email: string }, id: string): Promise<Account['case']> =>
  (await (await as(running.url, who)).ask<Account>(ACCOUNT, { id })).case

describe('"atau dikondisikan dengan kegiatan yang sedang berlangsung di unit kerja"', () => {
  test('a visitor who waits longer than the hour is excused by a recorded reason, which everybody who reads the case sees [medlin.walk_in]', async () => {
    const visit = await reception.register('2026-03-10 09.00', aVisitor('MEDLIN', { unitId: office.people.unitId }))
    await reception.confirm('2026-03-10 09.15', visit)
    const { id } = await reception.caseOf(visit)
    const hour = () => office.db.manager.findOneByOrFail(Clock, { caseId: id, code: 'medlin.walk_in' })
    const hourly = await hour()
    expect(hourly).toMatchObject({ dueAt: jakarta('2026-03-10', '10.15'), atRiskAt: jakarta('2026-03-10', '10.00') })

    const excuse = running.app.get(ExcuseClock)
    const [assistant, outsider] = [await office.viewer(office.people.assistant), await office.viewer(office.people.outsider)]
    expect(await refusalOf(excuse.run(outsider, hourly, 'Rapat pleno Pokja', act()))).toBe('access.denied')
    expect(await refusalOf(excuse.run(assistant, hourly, ' ', act()))).toBe('request.invalid')
    await reception.at('2026-03-10 11.00', () => excuse.run(assistant, hourly, 'Rapat pleno Pokja sampai pukul 11.00', act()))
    const excused = await hour()
    expect(excused).toMatchObject({ flag: 'excused', excusedAt: jakarta('2026-03-10', '11.00'), dueAt: hourly.dueAt, atRiskAt: null })
    expect(standing(excused, jakarta('2026-03-10', '11.30'))).toBe('on_time')
    expect(await refusalOf(excuse.run(assistant, excused, 'Sekali lagi', act()))).toBe('clock.already_excused')

    const { clocks } = await accountOf(office.people.head, id)
    expect(clocks.find(({ code }) => code === 'medlin.walk_in')?.ledger).toEqual([
      { kind: 'start', reason: 'confirmed_by_unit', actorName: office.people.head.name },
      { kind: 'excuse', reason: 'Rapat pleno Pokja sampai pukul 11.00', actorName: office.people.assistant.name },
    ])
    await reception.begin('2026-03-10 11.30', visit)
    expect(await hour()).toMatchObject({ stoppedAt: jakarta('2026-03-10', '11.30'), flag: 'excused' })
    const [said] = await office.db.query<{ kept: boolean }[]>(
      `SELECT (detail->>'inTime')::boolean AS kept FROM event WHERE case_id = $1 AND kind = 'clock.stopped' AND detail->>'code' = 'medlin.walk_in'`,
      [id],
    )
    expect(said?.kept).toBe(true)
  })
})

test('a consultation that begins late with its reason is excused by it: the ledger says so, and no promise counts as broken [medlin.walk_in]', async () => {
  const visit = await reception.register('2026-03-11 09.00', aVisitor('MEDLIN', { unitId: office.people.unitId }))
  await reception.confirm('2026-03-11 09.15', visit)
  await reception.begin('2026-03-11 10.30', visit, 'Petugas mendampingi sidang etik')
  const { id } = await reception.caseOf(visit)
  expect(await office.db.manager.findOneByOrFail(Clock, { caseId: id, code: 'medlin.walk_in' })).toMatchObject({
    flag: 'excused',
    stoppedAt: jakarta('2026-03-11', '10.30'),
  })
  const { clocks } = await accountOf(office.people.head, id)
  const lines = clocks.find(({ code }) => code === 'medlin.walk_in')?.ledger.map(({ kind, reason }) => `${kind}: ${reason}`)
  expect(lines).toEqual(['start: confirmed_by_unit', 'excuse: Petugas mendampingi sidang etik', 'stop: consultation_begun'])
})

describe('"kecuali daerah 3T"', () => {
  test('the clock runs without a date and says so, until the head sets a limit whose reason everybody sees [jpt.answer]', async () => {
    const [agency] = await office.db.query<{ code: string }[]>('SELECT code FROM agency WHERE underdeveloped ORDER BY code LIMIT 1')
    const { id } = await at('2026-03-09 09.00', () => office.assigned({ service: 'JPT', given: { agencyCode: agency?.code ?? null } }))
    const clockOf = () => office.db.manager.findOneByOrFail(Clock, { caseId: id, code: 'jpt.answer_3t' })
    expect(await accountOf(office.people.assistant, id)).toMatchObject({ nextDueFlag: 'limit_not_set' })
    expect(await clockOf()).toMatchObject({ dueAt: null, atRiskAt: null })

    const head = await office.viewer(office.people.head)
    const open = await clockOf()
    const reason = 'Berkas asli hanya dapat dikirim dengan kapal yang berlabuh sekali sepekan'
    await at('2026-03-10 09.00', () => running.app.get(SetClockLimit).run(head, open, { amount: 10, unit: 'working_day' }, reason, act()))
    const set = await clockOf()
    expect([set.dueAt && localDate(set.dueAt), set.flag]).toEqual(['2026-03-30', null])
    expect(set.atRiskAt).not.toBeNull()
    const seen = await accountOf(office.people.assistant, id)
    expect(seen.clocks[0]?.ledger.at(-1)).toEqual({ kind: 'set_limit', reason, actorName: office.people.head.name })
    expect(JSON.stringify(seen.clocks[0]?.explanation)).toContain('10 hari kerja')
  })
})
