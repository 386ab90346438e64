import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { jakarta, localDate, requirementsFor, type Viewer } from '@domain'
import { closePress } from '@press'
import { pdfText } from '../../../libs/press/specimens/pdf-text.js'
import { as } from '../../../test/support/as.js'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { act, Office, refusalOf } from '../../../test/support/correspondence.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { INVARIANTS, lookAt } from '../audit/index.js'
import type { Case } from '../cases/index.js'
import { ClockRequest } from '../clocks/clock-request.entity.js'
import { Clock } from '../clocks/clock.entity.js'
import { timeTravel } from '../platform/moment.js'
import { RequestExtension } from './extend-clock.js'
import { JudgeClockRequest } from './judge-request.js'
import { PauseClock, ResumeClock } from './pause-clock.js'
import { PreviewReclassification } from './preview-reclassification.js'
import { ReclassifyCase } from './reclassify-case.js'
import { ExcuseClock, SetClockLimit } from './set-clock-limit.js'

let database: FreshDatabase
let running: RunningApp
let office: Office
let assistant: Viewer
let head: Viewer
let chair: Viewer
let outsider: Viewer

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  office = await Office.open(running.app)
  assistant = await office.viewer(office.people.assistant)
  head = await office.viewer(office.people.head)
  chair = await office.viewer(office.people.chair)
  outsider = await office.viewer(office.people.outsider)
})
afterAll(async () => {
  const client = new pg.Client(database.url)
  await client.connect()
  await client.query('BEGIN')
  const groups = ['clocks', 'workflow', 'trail', 'disposition']
  const findings = await lookAt(
    client,
    { filesDir: null, anchorFile: null },
    INVARIANTS.filter(({ code, group }) => groups.includes(group) && code !== 'trail.anchored'),
  )
  await client.end()
  await running.close()
  await closePress()
  await database.drop()
  expect(findings.filter(({ outcome }) => outcome !== 'ok')).toEqual([])
})

const at = <T>(text: string, steps: () => Promise<T>): Promise<T> => timeTravel(jakarta(text.slice(0, 10), text.slice(11)), steps)

/** A complaint through Lapor on the desk of the Asisten, received on Monday 23 November 2026. */
const complaint = (channel: 'lapor' | 'siapnet' = 'lapor'): Promise<Case> =>
  at('2026-11-23 09.00', () =>
    office.assigned({
      service: 'NETRALITAS',
      given: { channel, requirements: requirementsFor('NETRALITAS', channel, 'asn').map(({ code }) => ({ code, state: 'met' as const })) },
    }),
  )

const clockOf = async (theCase: { id: string }): Promise<Clock> =>
  office.db.manager.findOneByOrFail(Clock, { caseId: theCase.id, ...(await nextCode(theCase)) })
const nextCode = async ({ id }: { id: string }) => ({ code: (await office.case(id)).nextClockCode ?? '' })
const dueOf = async (theCase: { id: string }): Promise<string | null> => {
  const { dueAt } = await clockOf(theCase)
  return dueAt && localDate(dueAt)
}
const open = ({ id }: { id: string }): Promise<ClockRequest> =>
  office.db.manager.findOneByOrFail(ClockRequest, { caseId: id, status: 'asked' })
const kindsOf = async ({ id }: { id: string }): Promise<string[]> =>
  (await office.db.query<{ kind: string }[]>(`SELECT kind FROM event WHERE case_id = $1 AND kind LIKE 'clock.%' ORDER BY id`, [id])).map(
    ({ kind }) => kind,
  )

const pause = async (theCase: Case, reason: 'applicant_completion' | 'agency_clarification', by = assistant) =>
  office.app.get(PauseClock).run(by, await clockOf(theCase), reason, 'Surat permintaan sudah dikirim', act())
const resume = async (theCase: Case, by = assistant) => office.app.get(ResumeClock).run(by, await clockOf(theCase), null, act())
const askMore = async (theCase: Case, amount: number) =>
  office.app.get(RequestExtension).run(assistant, await clockOf(theCase), amount, 'Saksi baru dapat hadir minggu depan', act())
const approve = async (theCase: Case, by = head) => office.app.get(JudgeClockRequest).approve(by, await open(theCase), null, act())
const classify = async (theCase: Case, to: 'normative' | 'no_field_examination' | 'field_examination' | 'technical') =>
  office.app.get(ReclassifyCase).run(assistant, await office.case(theCase.id), to, 'Perlu pendalaman', act())

describe('a pause', () => {
  test('leaves the date visible, marks it, and moves it when work is resumed [netralitas.lapor_normative]', async () => {
    const theCase = await complaint()
    expect(await dueOf(theCase)).toBe('2026-11-30')
    const before = await office.case(theCase.id)

    await at('2026-11-24 10.00', () => pause(theCase, 'applicant_completion'))
    const paused = await office.case(theCase.id)
    expect(paused).toMatchObject({ nextDueAt: before.nextDueAt, nextDueFlag: 'paused', nextAtRiskAt: null, version: before.version })
    expect(await clockOf(theCase)).toMatchObject({ pauseReason: 'applicant_completion', flag: 'paused', version: 3 })

    await at('2026-11-26 10.00', () => resume(theCase))
    expect(await dueOf(theCase)).toBe('2026-12-02')
    expect(await office.case(theCase.id)).toMatchObject({ nextDueFlag: null })
    expect(await kindsOf(theCase)).toEqual(['clock.started', 'clock.paused', 'clock.resumed'])
  })

  test('that needs consent waits on the desk of the head, and begins when the head says so', async () => {
    const theCase = await complaint()
    await at('2026-11-24 10.00', () => pause(theCase, 'agency_clarification'))
    expect(await clockOf(theCase)).toMatchObject({ pausedSince: null })
    expect(await office.desks(theCase.id)).toEqual([
      `approve_clock@${office.people.head.post.title}`,
      `decide@${office.people.assistant.post.title}`,
    ])

    await at('2026-11-25 10.00', () => approve(theCase))
    expect(await clockOf(theCase)).toMatchObject({ pausedSince: jakarta('2026-11-25', '10.00'), pauseReason: 'agency_clarification' })
    expect(await office.desks(theCase.id)).toEqual([`decide@${office.people.assistant.post.title}`])
    const [line] = await office.db.query<object[]>(
      `SELECT e.actor_id, e.approver_id FROM clock_event e JOIN clock k ON k.id = e.clock_id WHERE k.case_id = $1 AND e.kind = 'pause'`,
      [theCase.id],
    )
    expect(line).toEqual({ actor_id: assistant.id, approver_id: head.id })
  })

  test('is refused twice, for a reason the rule does not name, when late, and to whoever does not handle the case', async () => {
    const theCase = await complaint()
    expect(await refusalOf(at('2026-11-24 10.00', () => pause(theCase, 'applicant_completion', outsider)))).toBe('access.denied')
    expect(await refusalOf(at('2026-12-01 10.00', () => pause(theCase, 'applicant_completion')))).toBe('clock.already_late')
    const clock = await clockOf(theCase)
    const field = office.app.get(PauseClock).run(assistant, clock, 'field_access', 'Lokasi ditutup', act())
    expect(await refusalOf(at('2026-11-24 10.00', () => field))).toBe('clock.pause_not_allowed')
    await at('2026-11-24 10.00', () => pause(theCase, 'applicant_completion'))
    expect(await refusalOf(at('2026-11-24 11.00', () => pause(theCase, 'applicant_completion')))).toBe('clock.already_paused')
    const stale = office.app.get(ResumeClock).run(assistant, clock, null, act())
    expect(await refusalOf(stale)).toBe('conflict.changed_meanwhile')
  })

  test('of two people at once one wins', async () => {
    const theCase = await complaint()
    const clock = await clockOf(theCase)
    const both = await at('2026-11-24 10.00', () =>
      Promise.all(
        [assistant, head].map((who) => refusalOf(office.app.get(PauseClock).run(who, clock, 'applicant_completion', 'Menunggu', act()))),
      ),
    )
    expect(both.sort()).toEqual(['conflict.changed_meanwhile', null].sort())
  })
})

describe('an extension', () => {
  test('moves the date when another person consents, and keeps the first date beside it', async () => {
    const theCase = await complaint()
    await at('2026-11-25 10.00', () => askMore(theCase, 2))
    expect(await dueOf(theCase)).toBe('2026-11-30')
    expect(await refusalOf(approve(theCase, assistant))).toBe('access.two_persons')
    expect(await refusalOf(approve(theCase, outsider))).toBe('access.denied')
    expect(await refusalOf(at('2026-11-25 11.00', () => askMore(theCase, 1)))).toBe('clock.request_open')

    await at('2026-12-01 09.00', () => approve(theCase))
    const clock = await clockOf(theCase)
    expect([await dueOf(theCase), clock.firstDueAt && localDate(clock.firstDueAt), clock.granted]).toEqual(['2026-12-02', '2026-11-30', 2])
    expect(await kindsOf(theCase)).toEqual(['clock.started', 'clock.requested', 'clock.extended'])
    expect(await refusalOf(at('2026-12-01 10.00', () => askMore(theCase, 1)))).toBe('clock.extension_cap')
  })

  test.each([
    [3, '2026-11-25 10.00', 'clock.extension_cap'],
    [0, '2026-11-25 10.00', 'request.invalid'],
    [1, '2026-12-01 00.01', 'clock.already_late'],
  ])('of %i asked on %s is refused: %s', async (amount, when, expected) => {
    const theCase = await complaint()
    expect(await refusalOf(at(when, () => askMore(theCase, amount)))).toBe(expected)
  })

  test('that is declined or taken back leaves everything as it was', async () => {
    const theCase = await complaint()
    await at('2026-11-25 10.00', () => askMore(theCase, 1))
    const judge = office.app.get(JudgeClockRequest)
    const first = await open(theCase)
    expect(await refusalOf(judge.decline(head, first, ' ', act()))).toBe('request.invalid')
    await at('2026-11-25 11.00', () => judge.decline(head, first, 'Masih cukup waktu', act()))
    expect(await refusalOf(judge.approve(head, { id: first.id, version: 2 }, null, act()))).toBe('clock.request_answered')
    await at('2026-11-25 12.00', () => askMore(theCase, 1))
    const second = await open(theCase)
    expect(await refusalOf(judge.withdraw(head, second, act()))).toBe('access.denied')
    await at('2026-11-25 12.30', () => judge.withdraw(assistant, second, act()))
    expect([await dueOf(theCase), await office.desks(theCase.id)]).toEqual(['2026-11-30', [`decide@${office.people.assistant.post.title}`]])
  })
})

describe('a classification', () => {
  test('gives its own time from the same start, with pauses kept: 5, then 14, then 60 days [netralitas.lapor_no_field] [netralitas.lapor_field]', async () => {
    const theCase = await complaint()
    await at('2026-11-24 10.00', () => pause(theCase, 'applicant_completion'))
    await at('2026-11-26 10.00', () => resume(theCase))
    await at('2026-11-27 10.00', () => classify(theCase, 'no_field_examination'))
    expect([await dueOf(theCase), (await office.case(theCase.id)).classification]).toEqual(['2026-12-15', 'no_field_examination'])

    await at('2026-11-27 11.00', () => askMore(theCase, 3))
    await at('2026-11-30 10.00', () => classify(theCase, 'field_examination'))
    expect((await office.case(theCase.id)).classification).toBe('no_field_examination')
    const asked = await office.db.manager.findOneByOrFail(ClockRequest, { caseId: theCase.id, status: 'asked', kind: 'reclassify' })
    await at('2026-12-01 10.00', () => office.app.get(JudgeClockRequest).approve(head, asked, 'Setuju', act()))
    expect([await dueOf(theCase), (await office.case(theCase.id)).classification]).toEqual(['2027-02-24', 'field_examination'])
    const { status } = await office.db.manager.findOneByOrFail(ClockRequest, { caseId: theCase.id, kind: 'extend' })
    expect([status, await office.desks(theCase.id)]).toEqual(['withdrawn', [`decide@${office.people.assistant.post.title}`]])
  })

  test('is shown beforehand: old date, new date, what has run and what was paused', async () => {
    const theCase = await complaint()
    await at('2026-11-24 10.00', () => pause(theCase, 'applicant_completion'))
    await at('2026-11-26 10.00', () => resume(theCase))
    const preview = office.app.get(PreviewReclassification)
    const told = await at('2026-11-27 10.00', () => preview.run(assistant, theCase.id, 'field_examination'))
    expect(told).toMatchObject({
      needsApproval: true,
      clocks: [{ code: 'netralitas.lapor_field', limitAfter: '60 hari kerja', run: 2, paused: 2, unit: 'working_day', lateAtOnce: false }],
    })
    expect(told.clocks.map(({ dueBefore, dueAfter }) => [dueBefore, dueAfter].map((one) => one && localDate(one)))).toEqual([
      ['2026-12-02', '2027-02-24'],
    ])
    expect(await refusalOf(preview.run(outsider, theCase.id, 'normative'))).toBe('access.denied')
    expect(await dueOf(theCase)).toBe('2026-12-02')
  })

  test('of a report through SIAPNET goes from direct to technical [netralitas.siapnet_direct] [netralitas.siapnet_technical]', async () => {
    const theCase = await complaint('siapnet')
    expect(await dueOf(theCase)).toBe('2026-11-27')
    await at('2026-11-25 10.00', () => classify(theCase, 'technical'))
    expect(await dueOf(theCase)).toBe('2026-12-11')
    expect(await refusalOf(classify(theCase, 'technical'))).toBe('case.same_classification')
    expect(await refusalOf(classify(theCase, 'normative'))).toBe('request.invalid')
  })
})

describe('the exceptions of the standards', () => {
  test('a 3T region gets its limit from the head, with a reason [jpt.answer]', async () => {
    const [agency] = await office.db.query<{ code: string }[]>('SELECT code FROM agency WHERE underdeveloped LIMIT 1')
    const theCase = await at('2026-11-23 09.00', () => office.assigned({ service: 'JPT', given: { agencyCode: agency?.code ?? null } }))
    expect(await clockOf(theCase)).toMatchObject({ code: 'jpt.answer_3t', dueAt: null, flag: 'limit_not_set' })
    const set = office.app.get(SetClockLimit)
    const limit = { amount: 10, unit: 'working_day' } as const
    expect(await refusalOf(set.run(assistant, await clockOf(theCase), limit, 'Pos hanya sekali seminggu', act()))).toBe('access.denied')
    const clock = await clockOf(theCase)
    await at('2026-11-24 09.00', () => set.run(head, clock, limit, 'Pos hanya sekali seminggu', act()))
    expect([await dueOf(theCase), (await office.case(theCase.id)).nextDueFlag]).toEqual(['2026-12-07', null])
    expect(await refusalOf(set.run(head, await clockOf(await complaint()), limit, 'Ingin lebih lama', act()))).toBe('clock.limit_not_open')
  })

  test('only what the standard excuses is excused by a recorded reason', async () => {
    const theCase = await complaint()
    const excuse = office.app.get(ExcuseClock)
    expect(await refusalOf(excuse.run(assistant, await clockOf(theCase), 'Rapat pleno', act()))).toBe('clock.not_excusable')
  })
})

describe('the end', () => {
  test('resumes what is paused, takes back what nobody answered, and stops', async () => {
    const theCase = await complaint()
    await at('2026-11-24 10.00', () => askMore(theCase, 1))
    await at('2026-11-24 11.00', () => pause(theCase, 'applicant_completion'))
    const { WithdrawCase } = await import('../cases/index.js')
    const fresh = await office.case(theCase.id)
    await at('2026-12-03 10.00', () => office.app.get(WithdrawCase).run(chair, fresh, 'Dicabut pelapor', act()))
    expect((await kindsOf(theCase)).slice(3)).toEqual(['clock.request_withdrawn', 'clock.resumed', 'clock.stopped'])
    const [clock] = await office.db.manager.findBy(Clock, { caseId: theCase.id })
    expect(clock).toMatchObject({ pausedSince: null, stoppedAt: jakarta('2026-12-03', '10.00') })
    expect(clock?.dueAt && localDate(clock.dueAt)).toBe('2026-12-09')
    expect(await office.desks(theCase.id)).toEqual([])
  })
})

test('the account on paper is there for whoever may read the case, and for nobody else', async () => {
  const theCase = await complaint()
  await at('2026-11-24 10.00', () => pause(theCase, 'applicant_completion'))
  await at('2026-11-26 10.00', () => resume(theCase))
  const path = `/cases/${theCase.id}/clocks.pdf`
  const reader = await as(running.url, office.people.head)
  const paper = await fetch(running.url + path, { headers: { cookie: reader.cookie } })
  expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  const words = pdfText(new Uint8Array(await paper.arrayBuffer())).join('')
  for (const sentence of [
    'URAIAN JANGKA WAKTU',
    'Penyelesaian pengaduan',
    'Dijeda: menunggu kelengkapan dari pemohon',
    'Dilanjutkan hari ini, belum dihitung',
    'jatuh tempo 2 Desember 2026, 23.59 WIB',
    'Kalender kerja',
  ]) {
    expect(words).toContain(sentence.replace(/\s/g, ''))
  }
  const stranger = await as(running.url, office.people.outsider)
  expect((await fetch(running.url + path, { headers: { cookie: stranger.cookie } })).status).toBe(404)
})

describe('the database refuses', () => {
  const write = async (theCase: Case, kind: string, more = '') => {
    const { id } = await clockOf(theCase)
    const columns = kind === 'pause' ? `, 'applicant_completion'` : ', NULL'
    return office.db.query<object[]>(
      `INSERT INTO clock_event (id, clock_id, kind, at, pause_reason) SELECT $1, $2, $3, '2026-11-25 10:00+07'::timestamptz ${more} ${columns}`,
      [randomUUID(), id, kind],
    )
  }
  test.each([
    ['a resume without a pause', 'resume', ''],
    ['a second start', 'start', ''],
    ['a pause before the start', 'pause', `- interval '3 days'`],
    ['an extension nobody consented to', 'extend', ''],
  ])('%s', async (_, kind, more) => {
    const theCase = await complaint()
    await expect(write(theCase, kind, more)).rejects.toThrow(/does not follow|clock_event_/)
  })

  test('a pause within a pause, and a stop of what is paused', async () => {
    const theCase = await complaint()
    await at('2026-11-24 10.00', () => pause(theCase, 'applicant_completion'))
    await expect(write(theCase, 'pause')).rejects.toThrow('does not follow')
    await expect(write(theCase, 'stop')).rejects.toThrow('does not follow')
  })
})
