import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DataSource } from 'typeorm'
import { ETHICS_TOPICS, jakarta } from '@domain'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { refusalOf } from '../../../test/support/correspondence.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { act, aVisitedOffice, aVisitor, Reception } from '../../../test/support/visits.js'
import { Clock } from '../clocks/clock.entity.js'
import { Party } from '../cases/party.entity.js'
import { CompleteVisit, MoveVisit } from './index.js'
import { visitsOf } from './visits.query.js'

let database: FreshDatabase
let running: RunningApp
let desk: Reception

/** A Tuesday. */
const DAY = '2026-11-24'
const FRIDAY = '2026-11-20'

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  desk = new Reception(running.app, await aVisitedOffice(running.app.get(DataSource)))
})
afterAll(async () => {
  await running.close()
  await database.drop()
})

const toUnit = (service: 'MEDLIN' | 'MERIT' | 'KODE_ETIK', given = {}) => aVisitor(service, { unitId: desk.people.unitId, ...given })
const clockOf = async (id: string) => desk.db.manager.findOneByOrFail(Clock, { caseId: (await desk.visit(id)).caseId })

describe('a mediation visit from the guest book to the answer', () => {
  test('runs one open hour from the confirmation of the unit, and stops when the consultation begins [medlin.walk_in] [medlin.visit.1] [medlin.visit.6]', async () => {
    const id = await desk.register(`${FRIDAY} 10.30`, toUnit('MEDLIN'))
    expect(await desk.visit(id)).toMatchObject({ state: 'disposed', identityCard: 'ktp', identityMasked: '99xxxxxxxxxx0001' })
    expect(await desk.caseOf(id)).toMatchObject({ stage: 'with_unit', holderPositionId: desk.people.head.post.id, nextDueAt: null })
    await desk.confirm(`${FRIDAY} 11.00`, id)
    // thirty minutes before the Friday break, thirty after it
    expect(await desk.caseOf(id)).toMatchObject({
      stage: 'assigned',
      holderPositionId: desk.people.assistant.post.id,
      nextDueAt: jakarta(FRIDAY, '13.30'),
    })
    await desk.move(`${FRIDAY} 11.05`, id, 'showIn')
    await desk.begin(`${FRIDAY} 13.20`, id)
    expect(await clockOf(id)).toMatchObject({
      code: 'medlin.walk_in',
      startedAt: jakarta(FRIDAY, '11.00'),
      stoppedAt: jakarta(FRIDAY, '13.20'),
    })
    await desk.finish(`${FRIDAY} 14.00`, id, 'answered_orally')
    expect(await desk.visit(id)).toMatchObject({ state: 'done', officerName: desk.people.assistant.name, outcome: 'answered_orally' })
    expect(await desk.caseOf(id)).toMatchObject({ stage: 'closed', processable: true })
  })

  test('begins late only with the running activity of the unit recorded [medlin.walk_in]', async () => {
    const id = await desk.register(`${DAY} 09.00`, toUnit('MEDLIN'))
    await desk.confirm(`${DAY} 09.05`, id)
    expect(await refusalOf(desk.begin(`${DAY} 10.06`, id))).toBe('visit.activity_reason_missing')
    await desk.begin(`${DAY} 10.06`, id, 'Unit sedang rapat pleno')
    expect(await desk.visit(id)).toMatchObject({ state: 'in_meeting', activityReason: 'Unit sedang rapat pleno' })
    await desk.finish(`${DAY} 10.30`, id, 'written_answer_follows')
    expect(await desk.caseOf(id)).toMatchObject({ stage: 'in_process', processable: true, closedAt: null })
    const drafts = await desk.db.query<object[]>(`SELECT 1 FROM task WHERE case_id = $1 AND kind = 'draft' AND closed_at IS NULL`, [
      (await desk.visit(id)).caseId,
    ])
    expect(drafts).toHaveLength(1)
  })

  test('outside the category it is refused by letter, never served; inside it is never refused [medlin.written.5]', async () => {
    const inside = await desk.register(`${DAY} 09.10`, toUnit('MEDLIN'))
    expect(await refusalOf(desk.decline(`${DAY} 09.20`, inside))).toBe('visit.category_fits')
    expect(await refusalOf(desk.confirm(`${DAY} 09.20`, inside, { category: 'outside' }))).toBe('visit.category_outside')
    const outside = await desk.register(`${DAY} 09.12`, toUnit('MEDLIN', { category: null }))
    expect(await refusalOf(desk.confirm(`${DAY} 09.21`, outside))).toBe('visit.category_missing')
    await desk.decline(`${DAY} 09.22`, outside, { category: 'outside' })
    expect(await desk.visit(outside)).toMatchObject({ state: 'declined', category: 'outside', answerReason: 'Bukan kategori layanan ini' })
    expect(await desk.caseOf(outside)).toMatchObject({
      stage: 'in_process',
      processable: false,
      holderPositionId: desk.people.assistant.post.id,
    })
    await expect(
      desk.db.query(`UPDATE visit SET state = 'declined', ended_at = now(), answer_reason = 'Tidak' WHERE id = $1`, [inside]),
    ).rejects.toMatchObject({
      driverError: { code: '23514' },
    })
  })

  test('online it has no queue number, and begins at once without a word of excuse [medlin.virtual]', async () => {
    const id = await desk.register(
      `${DAY} 13.00`,
      toUnit('MEDLIN', { channel: 'virtual', identityShown: false, identityCard: null, requirements: [] }),
    )
    expect(await desk.visit(id)).toMatchObject({ state: 'joined', queueNumber: null, identityCard: null })
    expect(await refusalOf(desk.move(`${DAY} 13.00`, id, 'showIn'))).toBe('visit.wrong_state')
    expect(await clockOf(id)).toMatchObject({ code: 'medlin.virtual', startedAt: jakarta(DAY, '13.00'), dueAt: jakarta(DAY, '13.00') })
    expect(await refusalOf(desk.begin(`${DAY} 13.00`, id))).toBe('access.denied')
    expect(await refusalOf(desk.assign(`${DAY} 13.00`, id, desk.people.assistant, desk.people.assistant2))).toBe('access.denied')
    expect(await refusalOf(desk.assign(`${DAY} 13.00`, id, desk.people.outsider))).toBe('disposition.recipient_not_below')
    await desk.assign(`${DAY} 13.00`, id, desk.people.assistant)
    expect(await desk.visit(id)).toMatchObject({ state: 'joined', caseHolderPositionId: desk.people.assistant.post.id })
    expect(await refusalOf(desk.begin(`${DAY} 13.01`, id))).toBe('visit.activity_reason_missing')
    await desk.begin(`${DAY} 13.00`, id)
    expect(await clockOf(id)).toMatchObject({ stoppedAt: jakarta(DAY, '13.00') })
  })
})

test('a consultation on ethics runs from receipt in service hours, across the Friday break [kode_etik.answer] [kode_etik.visit.2]', async () => {
  const id = await desk.register(`${FRIDAY} 11.25`, toUnit('KODE_ETIK'))
  expect(await clockOf(id)).toMatchObject({
    code: 'kode_etik.visit',
    startedAt: jakarta(FRIDAY, '11.25'),
    dueAt: jakarta('2026-11-23', '15.00'),
  })
  await desk.confirm(`${FRIDAY} 13.05`, id)
  await desk.begin(`${FRIDAY} 13.10`, id)
  expect(await clockOf(id)).toMatchObject({ stoppedAt: jakarta(FRIDAY, '13.10') })
})

test('a merit consultation is held within one day of arrival [merit.face_to_face.1] [merit.face_to_face.2] [merit.face_to_face.4]', async () => {
  const id = await desk.register(`${DAY} 09.30`, toUnit('MERIT'))
  expect(await clockOf(id)).toMatchObject({
    code: 'merit.visit',
    startedAt: jakarta(DAY, '09.30'),
    dueAt: new Date(jakarta('2026-11-26').getTime() - 1),
  })
  expect(await desk.visit(id)).toMatchObject({ queueNumber: expect.any(Number), identityCard: 'ktp' })
  await desk.confirm(`${DAY} 09.40`, id)
  await desk.begin(`${DAY} 09.45`, id)
  await desk.finish(`${DAY} 10.30`, id, 'answered_orally')
  expect(await desk.visit(id)).toMatchObject({ state: 'done' })
  expect(await clockOf(id)).toMatchObject({ stoppedAt: jakarta(DAY, '09.45') })
})

test('an officer who cannot come is replaced by the head before the consultation, and loses the visitor', async () => {
  const id = await desk.register(`${DAY} 11.00`, toUnit('MERIT'))
  await desk.confirm(`${DAY} 11.05`, id)
  expect(await refusalOf(desk.assign(`${DAY} 11.06`, id, desk.people.assistant))).toBe('request.invalid')
  await desk.assign(`${DAY} 11.06`, id, desk.people.assistant2)
  expect(await desk.visit(id)).toMatchObject({ state: 'confirmed', caseHolderPositionId: desk.people.assistant2.post.id })
  expect(await refusalOf(desk.begin(`${DAY} 11.10`, id))).toBe('access.denied')
})

describe('papers that a visitor did not bring', () => {
  const LETTER = 'kode_etik.assignment_letter'
  const without = (day: string) => {
    const input = toUnit('KODE_ETIK')
    const requirements = input.requirements.map((line) => (line.code === LETTER ? { ...line, state: 'missing' as const } : line))
    return desk.register(day, { ...input, requirements })
  }
  const complete = async (when: string, id: string, codes: string[], who: 'reception' | 'head' = 'reception') => {
    const [me, visit] = [await desk.viewer(desk.people[who]), await desk.visit(id)]
    return desk.at(when, () => running.app.get(CompleteVisit).run(me, visit, codes, act()))
  }

  test('keep a civil servant without surat tugas from being received, but not from being told why or offered another time [kode_etik.assignment_letter]', async () => {
    const id = await without(`${DAY} 13.10`)
    await expect(desk.confirm(`${DAY} 13.15`, id)).rejects.toMatchObject({ code: 'visit.incomplete', detail: { requirements: [LETTER] } })
    expect(await desk.visit(id)).toMatchObject({ state: 'disposed', version: 1 })
    await desk.proposeTime(`${DAY} 13.16`, id, '2026-12-09 09.00')
    const other = await without(`${DAY} 13.11`)
    await desk.decline(`${DAY} 13.17`, other)
    expect(await desk.visit(other)).toMatchObject({ state: 'declined' })
  })

  test('are taken in at the counter, once, and the unit receives the visitor', async () => {
    const id = await without(`${DAY} 13.20`)
    expect(await refusalOf(complete(`${DAY} 13.25`, id, [LETTER], 'head'))).toBe('access.denied')
    expect(await refusalOf(complete(`${DAY} 13.25`, id, ['kode_etik.identity']))).toBe('request.invalid')
    expect(await refusalOf(complete(`${DAY} 13.25`, id, []))).toBe('request.invalid')
    await complete(`${DAY} 13.25`, id, [LETTER])
    expect(await refusalOf(complete(`${DAY} 13.25`, id, [LETTER]))).toBe('request.invalid')
    expect(await desk.caseOf(id)).toMatchObject({ completeAt: jakarta(DAY, '13.25') })
    await desk.confirm(`${DAY} 13.30`, id)
    expect(await desk.visit(id)).toMatchObject({ state: 'confirmed' })
  })
})

test.each(ETHICS_TOPICS)('an ethics visitor is entered under the topic %s [kode_etik.answer]', async (classification) => {
  const id = await desk.register(`${DAY} 10.20`, aVisitor('KODE_ETIK', { classification }))
  expect(await desk.caseOf(id)).toMatchObject({ classification, service: 'KODE_ETIK' })
})

describe('the guest book', () => {
  test.each([
    ['a civil servant without an identity card', { identityShown: false }, 'visit.identity_not_shown'],
    ['an ethics visit without a topic', { classification: null }, 'request.invalid'],
    ['a visitor who hands in a letter', { letterNumber: '800/1' }, 'request.invalid'],
    ['a channel of letters', { channel: 'post' as const }, 'request.invalid'],
    ['a receipt of yesterday', { receivedAt: jakarta(DAY, '08.00') }, 'request.invalid'],
    ['a category of another service', { category: 'mediation' as const }, 'request.invalid'],
  ])('does not take %s', async (_, given, code) => {
    expect(await refusalOf(desk.register(`${DAY} 10.00`, aVisitor('KODE_ETIK', given)))).toBe(code)
  })

  test('records that surat tugas is missing: the visitor is entered all the same [kode_etik.visit.1]', async () => {
    const input = aVisitor('KODE_ETIK')
    const requirements = input.requirements.map((line) =>
      line.code === 'kode_etik.assignment_letter' ? { ...line, state: 'missing' as const } : line,
    )
    const id = await desk.register(`${DAY} 10.05`, { ...input, requirements })
    expect(await desk.visit(id)).toMatchObject({ state: 'arrived', queueNumber: expect.any(Number) })
    expect(await desk.caseOf(id)).toMatchObject({ stage: 'registered', completeAt: null })
  })

  test('numbers the visitors of a day without a gap, also when two are entered at once and one is refused', async () => {
    const day = '2026-11-25'
    const entries = Array.from({ length: 8 }, (_, index) =>
      desk.register(`${day} 09.00`, index === 3 ? aVisitor('MERIT', { subject: '' }) : aVisitor('MERIT')),
    )
    const done = await Promise.allSettled(entries)
    const ids = done.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    const numbers = await Promise.all(ids.map(async (id) => (await desk.visit(id)).queueNumber))
    expect(numbers.sort()).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  test('keeps the number of the card sealed', async () => {
    const id = await desk.register(`${DAY} 10.10`, toUnit('MERIT', { identityNumber: '9901014501900001' }))
    const [row] = await desk.db.query<{ identity_sealed: Buffer; n: string }[]>(
      `SELECT identity_sealed, (SELECT count(*) FROM event WHERE case_id = visit.case_id AND (before::text || after::text || detail::text) LIKE '%9901014501900001%') AS n FROM visit WHERE id = $1`,
      [id],
    )
    expect(row?.identity_sealed.includes('9901014501900001')).toBe(false)
    expect(row?.n).toBe('0')
  })
})

test('a visitor sent to the wrong unit is sent on, and the first unit has nothing on its desk any more', async () => {
  const id = await desk.register(`${DAY} 10.20`, toUnit('MERIT'))
  const other = desk.people.head2.post
  const me = await desk.viewer(desk.people.reception)
  const visit = await desk.visit(id)
  await desk.at(`${DAY} 10.25`, () =>
    running.app.get(MoveVisit).route(me, visit, { unitId: other.unitId, proposedPositionId: null }, act()),
  )
  expect(await desk.caseOf(id)).toMatchObject({
    stage: 'with_unit',
    unitId: other.unitId,
    holderPositionId: other.id,
    handlerPositionIds: [other.id],
  })
  const tasks = await desk.db.query<{ position_id: string }[]>('SELECT position_id FROM task WHERE case_id = $1 AND closed_at IS NULL', [
    visit.caseId,
  ])
  expect(tasks).toEqual([{ position_id: other.id }])
})

test('another time is proposed, kept and confirmed; the visitor comes back to the same officer [merit.face_to_face.3]', async () => {
  const id = await desk.register(`${DAY} 14.00`, toUnit('MERIT'))
  await desk.proposeTime(`${DAY} 14.10`, id, '2026-11-26 09.00')
  expect(await desk.visit(id)).toMatchObject({ state: 'time_proposed', activityReason: 'Petugas sedang memeriksa di daerah' })
  await desk.move('2026-11-26 08.55', id, 'comeBack')
  const visit = await desk.visit(id)
  expect(visit.state).toBe('disposed')
  expect(await desk.booking(visit.caseId)).toMatchObject({ state: 'held' })
  await desk.confirm('2026-11-26 08.56', id, {}, desk.people.assistant)
  await desk.begin('2026-11-26 09.00', id)
  expect(await desk.visit(id)).toMatchObject({ state: 'in_meeting' })
})

test.each([
  ['leaves before being received', 'leave' as const, 'left'],
  ['does not come at the proposed time', 'miss' as const, 'no_show'],
])('a visitor who %s takes the request back', async (_, action, state) => {
  const id = await desk.register(`${DAY} 11.00`, toUnit('MERIT'))
  if (action === 'miss') await desk.proposeTime(`${DAY} 11.05`, id, action === 'miss' ? '2026-12-01 13.00' : '', 30)
  const me = await desk.viewer(desk.people.reception)
  const visit = await desk.visit(id)
  const end = (when: string) => desk.at(when, () => running.app.get(MoveVisit)[action](me, visit, 'Tidak dapat menunggu', act()))
  if (action === 'miss') expect(await refusalOf(end('2026-12-01 12.59'))).toBe('booking.not_yet')
  await end('2026-12-01 14.00')
  expect(await desk.visit(id)).toMatchObject({ state, endReason: 'Tidak dapat menunggu' })
  expect(await desk.caseOf(id)).toMatchObject({ stage: 'withdrawn' })
})

test('a visitor who calls off the proposed time beforehand frees the officer, and the request ends [merit.face_to_face.3]', async () => {
  const id = await desk.register(`${DAY} 11.15`, toUnit('MERIT'))
  await desk.proposeTime(`${DAY} 11.20`, id, '2026-12-08 09.00')
  const me = await desk.viewer(desk.people.reception)
  const visit = await desk.visit(id)
  await desk.at('2026-11-25 09.00', () => running.app.get(MoveVisit).leave(me, visit, 'Membatalkan melalui telepon', act()))
  expect(await desk.visit(id)).toMatchObject({ state: 'left', endReason: 'Membatalkan melalui telepon' })
  expect(await desk.booking(visit.caseId)).toMatchObject({ state: 'cancelled', sequence: 1 })
  expect(await desk.caseOf(id)).toMatchObject({ stage: 'withdrawn' })
})

test('the unit answers for itself only, and the reported see nothing', async () => {
  const id = await desk.register(`${DAY} 11.10`, toUnit('MERIT'))
  expect(await refusalOf(desk.confirm(`${DAY} 11.12`, id, {}, desk.people.head2))).toBe('access.denied')
  expect(await refusalOf(desk.confirm(`${DAY} 11.12`, id, { officerPositionId: desk.people.outsider.post.id }))).toBe(
    'disposition.recipient_not_below',
  )
  expect(await refusalOf(desk.confirm(`${DAY} 11.12`, id, { officerPositionId: null }))).toBe('visit.no_officer')
  await desk.db.query(`UPDATE "case" SET excluded_person_ids = $2 WHERE id = $1`, [(await desk.visit(id)).caseId, [desk.people.head.id]])
  expect(await refusalOf(desk.confirm(`${DAY} 11.12`, id))).toBe('conflict_of_interest')
})

describe('who sees the visitors of the day', () => {
  const day = '2026-12-02'
  const noon = jakarta(day, '12.00')

  beforeAll(async () => {
    const named = (name: string, service: 'MERIT' | 'KODE_ETIK' = 'MERIT', given = {}) => {
      const input = toUnit(service, given)
      return desk.register(`${day} 09.00`, { ...input, parties: input.parties.map((party) => ({ ...party, name })) })
    }
    await named('Dr. Budi Santoso, M.Si.')
    await named('Sukarno')
    await named('Dewi Lestari', 'KODE_ETIK')
    await named('Agus Salim', 'MERIT', { secrecy: 'terbatas' })
    await named('Rahasia Besar', 'MERIT', { secrecy: 'sangat_rahasia' })
  })

  test.each<['head' | 'head2' | 'assistant' | 'chair' | 'administrator', number]>([
    ['head', 5],
    ['head2', 0],
    ['assistant', 0],
    ['chair', 4],
    ['administrator', 0],
  ])('%s sees %s of five', async (who, count) => {
    const seen = await visitsOf(desk.db, await desk.viewer(desk.people[who]), day, noon)
    expect(seen.filter((visit) => visit.queueDay === day)).toHaveLength(count)
  })
})

test('a party is found beside the visit like beside a letter', async () => {
  const id = await desk.register(`${DAY} 14.30`, toUnit('MERIT'))
  const parties = await desk.db.manager.findBy(Party, { caseId: (await desk.visit(id)).caseId })
  expect(parties.map(({ role, nikMasked }) => [role, nikMasked])).toEqual([['requester', '99xxxxxxxxxx0001']])
})
