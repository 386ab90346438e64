import { afterAll, beforeAll, expect, test } from '@jest/globals'
import {
  addCalendarDays,
  addWorkingDays,
  indonesianCalendar,
  jakarta,
  localDate,
  requirementsFor,
  workingDaysBetween,
  type LocalDate,
} from '@domain'
import {
  ApproveClockRequestDocument,
  CasePageDocument,
  PauseClockDocument,
  PreviewReclassificationDocument,
  ReclassifyCaseDocument,
  RequestExtensionDocument,
  ResumeClockDocument,
} from '../../client/src/generated/graphql.js'
import { timeTravel } from '../../server/src/platform/moment.js'
import { PauseClock, ResumeClock } from '../../server/src/timekeeping/index.js'
import { Clock } from '../../server/src/clocks/clock.entity.js'
import { aKey } from '../support/as.js'
import type { Ear } from '../support/console.js'
import { act, Office } from '../support/correspondence.js'
import { Story } from '../support/story.js'

let story: Story
let office: Office
let caseId: string
let head: Ear

const calendar = indonesianCalendar()
/** A working day four weeks ago, so that two pauses lie behind today. */
const received = addWorkingDays(calendar, addCalendarDays(localDate(Date.now()), -28), 1)
const after = (days: number): LocalDate => addWorkingDays(calendar, received, days)
const on = <T>(date: LocalDate, steps: () => Promise<T>): Promise<T> => timeTravel(jakarta(date, '10.00'), steps)
const PAUSED = workingDaysBetween(calendar, after(1), after(3)) + workingDaysBetween(calendar, after(4), after(7))

beforeAll(async () => {
  story = await Story.open()
  office = await Office.open(story.running.app, story.people)
  const requirements = requirementsFor('NETRALITAS', 'lapor', 'asn').map(({ code }) => ({ code, state: 'met' as const }))
  const theCase = await on(received, () => office.assigned({ service: 'NETRALITAS', given: { channel: 'lapor', requirements } }))
  caseId = theCase.id
  head = await (await story.console(office.people.head)).listen()
})
afterAll(() => story.close())

const seen = async () => (await (await story.console(office.people.assistant)).ask(CasePageDocument, { id: caseId })).case
const clock = async () => {
  const [first] = (await seen()).clocks
  if (!first) throw new Error('The case has no clock')
  return first
}
const due = async (): Promise<LocalDate | null> => {
  const { dueAt } = await clock()
  return dueAt ? localDate(Date.parse(dueAt)) : null
}

/** A pause that lies behind us, by the real acts on their days. */
async function paused(from: LocalDate, to: LocalDate): Promise<void> {
  const stored = () => office.db.manager.findOneByOrFail(Clock, { caseId })
  const assistant = await office.viewer(office.people.assistant)
  await on(from, async () =>
    office.app.get(PauseClock).run(assistant, await stored(), 'reporter_clarification', 'Pelapor diminta melengkapi kronologi', act()),
  )
  await on(to, async () => office.app.get(ResumeClock).run(assistant, await stored(), 'Pelapor sudah menjawab', act()))
}

test('a normative complaint has five working days, and a pause adds the days it took [netralitas.lapor_normative]', async () => {
  expect(await due()).toBe(after(5))
  await paused(after(1), after(3))
  expect(await due()).toBe(after(7))
  await paused(after(4), after(7))
  expect(await due()).toBe(after(5 + PAUSED))
})

test('the Asisten sees beforehand what a field examination would mean, and the head consents to it [netralitas.lapor_field]', async () => {
  const desk = await story.console(office.people.assistant)
  const { previewReclassification } = await desk.ask(PreviewReclassificationDocument, { caseId, classification: 'field_examination' })
  expect(previewReclassification.needsApproval).toBe(true)
  expect(previewReclassification.clocks[0]).toMatchObject({ code: 'netralitas.lapor_field', paused: PAUSED, limitAfter: '60 hari kerja' })

  const { version } = await seen()
  head.take()
  await desk.act(ReclassifyCaseDocument, {
    id: caseId,
    version,
    classification: 'field_examination',
    reason: 'Saksi harus ditemui di lokasi',
  })
  await story.settle([head])
  expect(head.take().sort()).toEqual(['CaseChange clock.requested', 'Notice clock.requested', 'TaskChange +approve_clock'])
  expect(await due()).toBe(after(5 + PAUSED))

  const [request] = (await seen()).clockRequests
  if (!request) throw new Error('Nothing was asked')
  const { id } = request
  const own = await desk.attempt(ApproveClockRequestDocument, { id, version: request.version, note: null, key: aKey() })
  expect(own.code).toBe('access.two_persons')
  await (await story.console(office.people.head)).act(ApproveClockRequestDocument, { id, version: request.version, note: null })
  expect(await due()).toBe(after(60 + PAUSED))
  expect((await seen()).classification).toBe('field_examination')
  expect((await clock()).ledger.map(({ kind }) => kind)).toEqual(['start', 'pause', 'resume', 'pause', 'resume', 'reclassify'])
})

test('Pimpinan extend it; the first due date stays beside the new one', async () => {
  const desk = await story.console(office.people.assistant)
  const { id, version } = await clock()
  await desk.act(RequestExtensionDocument, { clock: { id, version }, amount: 10, reason: 'Lokasi tersebar di tiga kecamatan' })
  const request = (await seen()).clockRequests.find(({ status }) => status === 'asked')
  if (!request) throw new Error('Nothing was asked')
  expect(request.approverPositionId).toBe(office.people.chair.post.id)
  const leader = await story.console(office.people.chair)
  await leader.act(ApproveClockRequestDocument, { id: request.id, version: request.version, note: 'Setuju' })
  const { firstDueAt, granted } = await clock()
  expect([await due(), firstDueAt && localDate(Date.parse(firstDueAt)), granted]).toEqual([after(70 + PAUSED), after(60 + PAUSED), 10])
})

test('paused today the date stays in sight and is marked; resumed today nothing has moved', async () => {
  const desk = await story.console(office.people.assistant)
  const before = await clock()
  const target = { id: before.id, version: before.version }
  await desk.act(PauseClockDocument, { clock: target, reason: 'applicant_completion', note: 'Bukti foto belum lengkap' })
  expect([await due(), (await seen()).nextDueFlag]).toEqual([after(70 + PAUSED), 'paused'])
  const stale = await desk.attempt(ResumeClockDocument, { clock: target, note: null, key: aKey() })
  expect(stale.code).toBe('conflict.changed_meanwhile')
  await desk.act(ResumeClockDocument, { clock: { id: before.id, version: before.version + 1 }, note: null })
  expect([await due(), (await clock()).pausedSince]).toEqual([after(70 + PAUSED), null])
})
