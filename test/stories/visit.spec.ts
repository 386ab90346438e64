import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { DataSource } from 'typeorm'
import { jakarta } from '@domain'
import {
  CaseVisitsDocument,
  ConfirmVisitDocument,
  DeclineVisitDocument,
  LobbyDisplaysDocument,
  PairLobbyDisplayDocument,
  RegisterVisitDocument,
  RevokeLobbyDisplayDocument,
  VisitsOfDayDocument,
  type RegisterVisitInput as VisitForm,
} from '../../client/src/generated/graphql.js'
import { Clock } from '../../server/src/clocks/clock.entity.js'
import type { RegisterVisitInput } from '../../server/src/visits/index.js'
import type { Worker } from '../support/casework.js'
import { until, type Ear } from '../support/console.js'
import { Job } from '../support/job.js'
import { someone } from '../support/people.js'
import { aScreen, type WallScreen } from '../support/screens.js'
import { Story } from '../support/story.js'
import { aVisitor, Reception } from '../support/visits.js'

let story: Story
let job: Job
let reception: Worker
let counter: Ear
let unit: Ear
let wall: WallScreen

beforeAll(async () => {
  story = await Story.open()
  job = new Job(story)
  reception = await someone(story.db, 'FRONT_OFFICE', { title: 'Petugas Front Office' })
  counter = await (await story.console(reception)).listen()
  unit = await (await story.console(story.people.head)).listen()
  wall = await aScreen(story.running.url)
})
afterAll(() => {
  wall.close()
  return story.close()
})

const typed = ({ receivedAt: _, ...input }: RegisterVisitInput): VisitForm => ({ ...input, receivedAt: null })
const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)

let visitId = ''

test('a visitor for mediation is entered, and the unit sees them come without asking [medlin.visit.2] [medlin.visit.3]', async () => {
  const desk = await story.console(reception)
  const input = typed(aVisitor('MEDLIN', { unitId: story.people.unitId, category: null }))
  const { registerVisit } = await desk.act(RegisterVisitDocument, { input })
  visitId = registerVisit.id
  job.caseId = registerVisit.caseId
  await story.settle([counter, unit])
  expect(unit.take()).toEqual(expect.arrayContaining(['VisitChange', 'TaskChange +dispose', 'Notice visit.waits_for_unit']))
  expect(counter.take()).toContain('VisitChange')
})

test('the front office sees who waits and for whom, and nothing of the matter once it is with the unit', async () => {
  const desk = await story.console(reception)
  const { visits } = await desk.ask(VisitsOfDayDocument, { day: today() })
  const mine = visits.find(({ id }) => id === visitId)
  expect(mine).toMatchObject({ state: 'disposed', caseUnitId: story.people.unitId, case: null, record: null })
  const { code } = wall
  const { pairLobbyDisplay } = await desk.act(PairLobbyDisplayDocument, { code, name: 'Lobi lantai 1' })
  await wall.follow()
  expect(await wall.last()).toEqual([
    { queueNumber: mine?.queueNumber, firstName: 'Dewi', since: mine?.arrivedAt, state: 'disposed', room: null },
  ])
  const { lobbyDisplays } = await desk.ask(LobbyDisplaysDocument, {})
  expect(lobbyDisplays.map(({ id, name }) => [id, name])).toEqual([[pairLobbyDisplay.id, 'Lobi lantai 1']])
  await desk.act(RevokeLobbyDisplayDocument, { id: pairLobbyDisplay.id, version: pairLobbyDisplay.version })
  await until('the screen is cut off', () => wall.over)
})

test('outside the category the unit refuses, the front office hears why, and the officer writes the surat penolakan [medlin.written.5]', async () => {
  const head = await story.console(story.people.head)
  const { visits } = await head.ask(VisitsOfDayDocument, { day: today() })
  const seen = visits.find(({ id }) => id === visitId)
  if (!seen) throw new Error('The unit does not see its visitor')
  const target = { id: seen.id, version: seen.version, officerPositionId: story.people.assistant.post.id }
  const wrong = await head.attempt(ConfirmVisitDocument, { ...target, category: 'outside', key: 'x'.repeat(12) })
  expect(wrong.code).toBe('visit.category_outside')
  await head.act(DeclineVisitDocument, { ...target, category: 'outside', reason: 'Bukan kategori mediasi dan perlindungan' })
  await story.settle([counter, unit])
  expect(counter.take()).toEqual(expect.arrayContaining(['VisitChange', 'Notice visit.answered']))

  await job.draft('notice')
  await job.write(['Permohonan di luar kategori layanan.'])
  await job.submit()
  await job.pass()
  await job.approve()
  await job.issue()
  await job.deliverByHand('Dewi Lestari')
  expect(await job.case(story.people.assistant)).toMatchObject({ stage: 'closed', processable: false })
  const { case: answered } = await head.ask(CaseVisitsDocument, { id: job.caseId })
  expect(answered.visits.map(({ state, record }) => [state, record?.category])).toEqual([['declined', 'outside']])
})

test('somebody of another unit sees neither visitor nor the screens of the lobby', async () => {
  const other = await story.console(story.people.outsider)
  expect((await other.ask(VisitsOfDayDocument, { day: today() })).visits).toEqual([])
  expect((await other.attempt(LobbyDisplaysDocument, {})).code).toBe('access.denied')
})

test('an ethics visitor who comes before the Friday break is served after it, inside the working day of service hours [kode_etik.answer] [kode_etik.visit.3] [kode_etik.visit.4] [kode_etik.visit.5]', async () => {
  const friday = '2026-11-20'
  const desk = new Reception(story.running.app, { ...story.people, reception })
  const id = await desk.register(`${friday} 11.20`, aVisitor('KODE_ETIK', { unitId: story.people.unitId }))
  await desk.confirm(`${friday} 11.28`, id)
  await desk.move(`${friday} 11.29`, id, 'showIn')
  await desk.begin(`${friday} 13.00`, id)
  await desk.finish(`${friday} 13.40`, id, 'answered_orally')
  const { caseId } = await desk.visit(id)
  const clock = await story.running.app.get(DataSource).manager.findOneByOrFail(Clock, { caseId })
  expect(clock).toMatchObject({
    startedAt: jakarta(friday, '11.20'),
    stoppedAt: jakarta(friday, '13.00'),
    dueAt: jakarta('2026-11-23', '15.00'),
  })
})
