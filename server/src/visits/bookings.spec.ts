import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { simpleParser } from 'mailparser'
import { jakarta, localDate } from '@domain'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { act as attempt, Office, refusalOf } from '../../../test/support/correspondence.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { someone } from '../../../test/support/people.js'
import { act, Reception, type VisitOffice } from '../../../test/support/visits.js'
import type { Case } from '../cases/index.js'
import { mergeFieldsOf } from '../letters/index.js'
import { ComposeMail, type CalendarOfMail } from '../mail/index.js'
import { BookMeeting, DisplacedBookings, HoldMeeting, ReceiveBooked } from './index.js'
import { freeTimes, scheduleOf } from './schedule.query.js'

let database: FreshDatabase
let running: RunningApp
let office: Office
let desk: Reception

const NOW = '2026-11-18 08.30'

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  office = await Office.open(running.app)
  const reception = await someone(office.db, 'FRONT_OFFICE', { title: 'Petugas Front Office' })
  const people: VisitOffice = { ...office.people, reception }
  desk = new Reception(running.app, people)
})
afterAll(async () => {
  await running.close()
  await database.drop()
})

/** A written request on the desk of the Asisten. */
const aCase = (): Promise<Case> => office.assigned()

const refused = (when: string, caseId: string, startsAt: string, minutes = 60, given = {}) =>
  refusalOf(desk.book(when, caseId, startsAt, minutes, given))

test.each([
  ['2026-11-19 12.15', 30, 'booking.outside_hours'],
  ['2026-11-20 11.00', 45, 'booking.outside_hours'],
  ['2026-11-21 10.00', 60, 'booking.closed_day'],
  ['2026-11-17 10.00', 60, 'booking.in_past'],
])('nobody is booked for %s', async (startsAt, minutes, code) => {
  expect(await refused(NOW, (await aCase()).id, startsAt, minutes)).toBe(code)
})

test('of 32 who ask for one officer at one time, one gets it; nobody ends in a deadlock', async () => {
  const cases = await Promise.all(Array.from({ length: 32 }, aCase))
  const asked = cases.map((theCase, index) => desk.book(NOW, theCase.id, '2026-11-23 09.00', 60, { room: index % 2 === 0 ? 0 : null }))
  const done = await Promise.allSettled(asked)
  expect(done.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  const codes = done.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []))
  expect(new Set(codes)).toEqual(new Set(['booking.officer_taken']))
})

test('a room is not given twice, a back-to-back meeting is no overlap', async () => {
  const [first, second, third] = await Promise.all([aCase(), aCase(), aCase()])
  await desk.book(NOW, first.id, '2026-11-24 09.00', 60)
  expect(await refused(NOW, second.id, '2026-11-24 09.30', 60, { officer: desk.people.assistant2 })).toBe('booking.room_taken')
  await desk.book(NOW, second.id, '2026-11-24 09.30', 60, { officer: desk.people.assistant2, room: 1 })
  await desk.book(NOW, third.id, '2026-11-24 10.00', 60)
})

test('a case has one meeting at a time, planned by its own unit, with an officer of that unit', async () => {
  const theCase = await aCase()
  expect(await refused(NOW, theCase.id, '2026-11-25 09.00', 60, { by: desk.people.assistant2 })).toBe('access.denied')
  expect(await refused(NOW, theCase.id, '2026-11-25 09.00', 60, { officer: desk.people.outsider })).toBe('disposition.recipient_vacant')
  await desk.book(NOW, theCase.id, '2026-11-25 09.00')
  expect(await refused(NOW, theCase.id, '2026-11-25 10.00')).toBe('booking.exists')
})

describe('the visitor', () => {
  const mailsOf = (caseId: string) =>
    desk.db.query<{ id: string; subject: string; calendar: CalendarOfMail; raw: string }[]>(
      `SELECT id, subject, calendar, calendar::text AS raw FROM mail WHERE case_id = $1 AND purpose = 'appointment' ORDER BY at, id`,
      [caseId],
    )
  const composed = async (id: string) => {
    await desk.db.query(`UPDATE mail SET status = 'pending', lease_until = NULL, sent_at = NULL WHERE id = $1`, [id])
    const mail = await running.app.get(ComposeMail, { strict: false }).run(id)
    return simpleParser(mail?.message ?? '')
  }

  test('is told of the meeting, of its change and of its end, with one appointment for the calendar [kode_etik.written.4]', async () => {
    const theCase = await aCase()
    await desk.book(NOW, theCase.id, '2026-11-26 09.00')
    const me = await desk.viewer(desk.people.assistant)
    const meeting = await desk.meeting('2026-11-26 13.00', 30, { room: null })
    const moved = await desk.booking(theCase.id)
    await desk.at('2026-11-18 09.00', () => running.app.get(BookMeeting).reschedule(me, moved, meeting, 'Petugas berhalangan', act()))
    const now = await desk.booking(theCase.id)
    expect(now).toMatchObject({ state: 'booked', sequence: 1, roomId: null, startsAt: jakarta('2026-11-26', '13.00') })
    const clerk = await desk.viewer(desk.people.reception)
    await desk.at('2026-11-18 10.00', () => running.app.get(BookMeeting).cancel(clerk, now, 'Pemohon berhalangan', act()))
    expect(await desk.booking(theCase.id)).toMatchObject({ state: 'cancelled', sequence: 2, reason: 'Pemohon berhalangan' })

    const mails = await mailsOf(theCase.id)
    expect(mails.map(({ subject, calendar }) => [subject, calendar.method, calendar.sequence])).toEqual([
      ['Jadwal konsultasi', 'REQUEST', 0],
      ['Perubahan jadwal konsultasi', 'REQUEST', 1],
      ['Pembatalan jadwal konsultasi', 'CANCEL', 2],
    ])
    expect(new Set(mails.map(({ calendar }) => calendar.uid)).size).toBe(1)
    expect(mails.some(({ raw }) => raw.includes('@contoh.test'))).toBe(false)

    const mail = await composed(mails[0]?.id ?? '')
    const file = mail.attachments.find(({ contentType }) => contentType.includes('ics') || contentType.includes('calendar'))
    const text = file?.content.toString('utf8').replaceAll('\r\n ', '') ?? ''
    expect(text).toContain('METHOD:REQUEST\r\n')
    expect(text).toContain('DTSTART:20261126T020000Z\r\n')
    expect(text).toMatch(/ATTENDEE;.*mailto:pemohon\d+@contoh\.test/)
    expect(mail.text).toContain('Kamis, 26 November 2026, pukul 09.00 s.d. 10.00 WIB')
    expect(mail.text).toContain('Ruang Konsultasi 1')
  })

  test('is not told of a change that was refused', async () => {
    const [theCase, other] = await Promise.all([aCase(), aCase()])
    await desk.book(NOW, theCase.id, '2026-11-30 09.00')
    await desk.book(NOW, other.id, '2026-11-30 10.00', 60, { room: 1 })
    const me = await desk.viewer(desk.people.assistant)
    const booking = await desk.booking(theCase.id)
    const meeting = await desk.meeting('2026-11-30 10.30')
    const moving = desk.at(NOW, () => running.app.get(BookMeeting).reschedule(me, booking, meeting, 'Dipindahkan', act()))
    expect(await refusalOf(moving)).toBe('booking.officer_taken')
    expect(await desk.booking(theCase.id)).toMatchObject({ version: 1, sequence: 0, startsAt: jakarta('2026-11-30', '09.00') })
    expect(await mailsOf(theCase.id)).toHaveLength(1)
  })

  test('comes at the booked time, is shown to the officer, and the request is answered by word of mouth [kode_etik.written.5]', async () => {
    const theCase = await aCase()
    await desk.book(NOW, theCase.id, '2026-12-01 09.00')
    const clerk = await desk.viewer(desk.people.reception)
    const booking = await desk.booking(theCase.id)
    const come = (card: 'ktp' | null) => desk.at('2026-12-01 08.55', () => running.app.get(ReceiveBooked).run(clerk, booking, card, act()))
    expect(await refusalOf(come(null))).toBe('visit.identity_not_shown')
    const { id } = await come('ktp')
    expect(await desk.visit(id)).toMatchObject({ state: 'waiting', channel: 'walk_in', bookingId: booking.id })
    expect(await desk.booking(theCase.id)).toMatchObject({ state: 'held' })
    const officer = await desk.viewer(desk.people.assistant)
    const waiting = await desk.visit(id)
    await desk.at('2026-12-01 09.00', () =>
      running.app.get(HoldMeeting).begin(officer, waiting, { activityReason: null, category: null }, attempt()),
    )
    await desk.finish('2026-12-01 09.50', id, 'answered_orally')
    expect(await desk.caseOf(id)).toMatchObject({ stage: 'closed' })
  })

  test('is met online at the booked time, without counter and waiting room [kode_etik.written.6]', async () => {
    const theCase = await office.assigned({ service: 'KODE_ETIK' })
    await desk.book(NOW, theCase.id, '2026-12-02 10.00', 60, { room: null })
    const clerk = await desk.viewer(desk.people.reception)
    const booking = await desk.booking(theCase.id)
    const { id } = await desk.at('2026-12-02 10.00', () => running.app.get(ReceiveBooked).run(clerk, booking, null, act()))
    expect(await desk.visit(id)).toMatchObject({ state: 'joined', channel: 'virtual', queueNumber: null, identityCard: null })
    await desk.begin('2026-12-02 10.00', id)
    await desk.finish('2026-12-02 10.40', id, 'answered_orally')
    expect(await desk.visit(id)).toMatchObject({ state: 'done' })
  })

  test('who does not come leaves the written request where it is, and can be booked again', async () => {
    const theCase = await aCase()
    await desk.book(NOW, theCase.id, '2026-12-02 09.00')
    const clerk = await desk.viewer(desk.people.reception)
    const booking = await desk.booking(theCase.id)
    const miss = (when: string) => desk.at(when, () => running.app.get(BookMeeting).miss(clerk, booking, 'Tidak hadir', act()))
    expect(await refusalOf(miss('2026-12-02 08.59'))).toBe('booking.not_yet')
    await miss('2026-12-02 09.30')
    expect((await office.case(theCase.id)).stage).toBe('assigned')
    await desk.book('2026-12-02 10.00', theCase.id, '2026-12-03 09.00')
  })
})

test('schedule and contact person flow into the letter [kode_etik.written.4]', async () => {
  const theCase = await aCase()
  expect(await mergeFieldsOf(desk.db, theCase)).not.toHaveProperty('schedule_date')
  await desk.book(NOW, theCase.id, '2026-12-04 13.00', 90)
  expect(await mergeFieldsOf(desk.db, theCase)).toMatchObject({
    schedule_method: 'tatap muka langsung',
    schedule_date: 'Jumat, 4 Desember 2026',
    schedule_time: '13.00 s.d. 14.30 WIB',
    schedule_place: expect.stringContaining('Ruang Konsultasi 1, Lantai 1, '),
    contact_person: `${desk.people.assistant.name}, Asisten 1, telepon 021-7972098`,
  })
})

test('a day that is closed after somebody was booked: the meeting stays, and those who can move it are told once', async () => {
  const theCase = await aCase()
  await desk.book(NOW, theCase.id, '2026-12-17 09.00')
  const look = () => desk.at('2026-11-18 11.00', () => running.app.get(DisplacedBookings).run())
  await look()
  expect(await desk.booking(theCase.id)).toMatchObject({ version: 1, state: 'booked' })

  const closed = { date: '2026-12-17', name: 'Pilkada', kind: 'libur_nasional' }
  const fasting = { opens: '09.00', closes: '12.00', breaks: [] }
  const hours = {
    kind: 'service',
    from: '2026-12-21',
    until: '2026-12-23',
    weekdays: { 1: fasting, 2: fasting, 3: fasting, 4: fasting, 5: fasting },
  }
  await desk.db.query(
    `INSERT INTO calendar_version (id, code, number, effective_from, data, draft_id)
     SELECT gen_random_uuid(), 'ID-tertutup', number + 1, effective_from, jsonb_set(jsonb_set(data,
       '{closedDays}', data->'closedDays' || $1::jsonb), '{openings}', data->'openings' || $2::jsonb), draft_id
     FROM calendar_version ORDER BY number DESC LIMIT 1`,
    [JSON.stringify([closed]), JSON.stringify([hours])],
  )
  await look()
  await look()
  expect(await desk.booking(theCase.id)).toMatchObject({ version: 2, state: 'booked', startsAt: jakarta('2026-12-17', '09.00') })
  const told = await desk.db.query<{ person_id: string }[]>(
    `SELECT person_id FROM notice WHERE case_id = $1 AND kind = 'booking.displaced'`,
    [theCase.id],
  )
  expect(told.map(({ person_id }) => person_id).sort()).toEqual(
    [desk.people.clerk, desk.people.chair, desk.people.head, desk.people.assistant].map(({ id: person }) => person).sort(),
  )
  expect(await refused(NOW, (await aCase()).id, '2026-12-17 10.00')).toBe('booking.closed_day')
  expect(await refused(NOW, (await aCase()).id, '2026-12-22 11.30')).toBe('booking.outside_hours')
  expect(await refused(NOW, (await aCase()).id, '2026-12-22 13.30')).toBe('booking.outside_hours')
  await desk.book(NOW, (await aCase()).id, '2026-12-22 11.00')

  const [me, booking] = [await desk.viewer(desk.people.assistant), await desk.booking(theCase.id)]
  const meeting = await desk.meeting('2026-12-18 09.00')
  await desk.at('2026-11-18 11.05', () => running.app.get(BookMeeting).reschedule(me, booking, meeting, 'Hari libur', act()))
  await look()
  expect(await desk.booking(theCase.id)).toMatchObject({ version: 3, state: 'booked' })
})

describe('the schedule', () => {
  test('shows everybody what is taken, and by whom only to those who may know', async () => {
    const theCase = await aCase()
    await desk.book(NOW, theCase.id, '2026-12-07 09.00')
    const of = async (who: 'assistant' | 'outsider') => scheduleOf(desk.db, await desk.viewer(desk.people[who]), '2026-12-07', '2026-12-11')
    const [mine, theirs] = [await of('assistant'), await of('outsider')]
    expect(mine.slots.map(({ booking }) => booking?.caseId)).toEqual([theCase.id])
    expect(theirs.slots.map(({ booking, startsAt }) => [booking, startsAt])).toEqual([[null, jakarta('2026-12-07', '09.00')]])
    expect(mine.openHours).toHaveLength(10)
    expect(mine.rooms).toHaveLength(2)
  })

  test('shows a week at most, and refuses more in words', async () => {
    const of = async (to: string) => scheduleOf(desk.db, await desk.viewer(desk.people.assistant), '2026-12-07', to)
    expect((await of('2026-12-13')).openHours).toHaveLength(10)
    expect(await refusalOf(of('2026-12-14'))).toBe('booking.span')
    expect(await refusalOf(of('2026-12-06'))).toBe('request.invalid')
  })

  test('reads the hours of each day in the calendar of that day', async () => {
    const closed = ['2026-12-08', '2026-12-10'].map((date) => ({ date, name: 'Libur', kind: 'libur_nasional' }))
    await desk.db.query(
      `INSERT INTO calendar_version (id, code, number, effective_from, data, draft_id)
       SELECT gen_random_uuid(), 'ID-tengah-pekan', number + 1, '2026-12-09', jsonb_set(data, '{closedDays}', data->'closedDays' || $1::jsonb), draft_id
       FROM calendar_version ORDER BY number DESC LIMIT 1`,
      [JSON.stringify(closed)],
    )
    const { openHours } = await scheduleOf(desk.db, await desk.viewer(desk.people.assistant), '2026-12-07', '2026-12-11')
    const days = new Set(openHours.map(({ startsAt }) => localDate(startsAt)))
    expect([...days]).toEqual(['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-11'])
  })

  test('suggests what is free for officer and room together', async () => {
    const theCase = await aCase()
    await desk.book(NOW, theCase.id, '2026-12-08 09.00', 90)
    const [room] = await desk.db.query<{ id: string }[]>('SELECT id FROM room ORDER BY name LIMIT 1')
    const from = jakarta('2026-12-08', '07.00')
    const asked = { officerPositionId: desk.people.assistant2.post.id, roomId: room?.id ?? null, minutes: 60, from }
    const [free] = await freeTimes(desk.db, asked)
    expect(free?.startsAt).toEqual(jakarta('2026-12-08', '10.30'))
    const [elsewhere] = await freeTimes(desk.db, { ...asked, roomId: null })
    expect(elsewhere?.startsAt).toEqual(jakarta('2026-12-08', '09.00'))
  })
})
