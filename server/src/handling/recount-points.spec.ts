import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { localDate, nextReminder, pointDue, reminderTimes } from '@domain'
import { closePress } from '@press'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { act, Office } from '../../../test/support/correspondence.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { aReply, first, Handler } from '../../../test/support/handling.js'
import { offendingIn } from '../../../test/support/offending.js'
import { aNewCalendar } from '../../../test/support/rules.js'
import { Jobs } from '../platform/jobs.js'
import { calendarById } from '../standards/index.js'
import { FollowUp } from './follow-up.js'
import { RecommendationPoint } from './recommendation-point.entity.js'
import { RecountPoints } from './recount-points.js'

let database: FreshDatabase
let running: RunningApp
let office: Office
let handler: Handler
type Bound = Awaited<ReturnType<Handler['bound']>>
let open: Bound
let replied: Bound

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  await running.app.get(Jobs).beforeApplicationShutdown()
  office = await Office.open(running.app)
  handler = new Handler(office)
  open = await handler.bound()
  replied = await handler.bound()
  await running.app.get(FollowUp).reply(await handler.me(), replied.point, aReply(), act())
}, 120_000)
afterAll(async () => {
  await closePress()
  await running.close()
  await database.drop()
})

const now = ({ point }: Bound) => office.db.manager.findOneByOrFail(RecommendationPoint, { id: point.id })
const told = ({ point }: Bound) =>
  office.db.query<{ version: number; detail: { from: string; dueAt: string }; note: string }[]>(
    `SELECT version, detail, note FROM event WHERE subject_id = $1 AND kind = 'point.recounted'`,
    [point.id],
  )
const newest = async () => first(await office.db.query<{ id: string }[]>('SELECT id FROM calendar_version ORDER BY number DESC LIMIT 1')).id
test('consent counts open points anew, as was rehearsed: due date, reminders, version and event; answered ones rest', async () => {
  const before = await now(open)
  const lastDay = localDate(before.dueAt ?? 0)
  const { points } = await aNewCalendar(office, lastDay)
  expect(points).toEqual({ open: 1, moves: 1, leaves: 0, enters: 0 })
  await running.app.get(Jobs).drain()

  const after = await now(open)
  const { calendar } = await calendarById(office.db, await newest())
  const openedAt = before.openedAt ?? new Date(0)
  const dueAt = pointDue(openedAt, before.days, [], calendar)
  expect(dueAt > (before.dueAt ?? dueAt)).toBe(true)
  expect(after).toMatchObject({ calendarVersionId: await newest(), dueAt, version: before.version + 1, reminded: null })
  expect(after.nextReminderAt).toEqual(nextReminder(reminderTimes(openedAt, dueAt, calendar), null))
  expect(await told(open)).toEqual([
    {
      version: after.version,
      detail: expect.objectContaining({ from: before.dueAt?.toISOString(), dueAt: dueAt.toISOString(), calendarId: await newest() }),
      note: 'SKB Contoh',
    },
  ])
  expect(await told(replied)).toEqual([])
  expect(await running.app.get(RecountPoints).run()).toBe(0)
  expect(await offendingIn(database.url)).toEqual([])
})

test('a reply that is found wanting opens its point with the calendar in force by then', async () => {
  const point = await now(replied)
  expect(point.calendarVersionId).not.toBe(await newest())
  await running.app.get(FollowUp).judge(await handler.me(), point, 'reject_reply', 'Belum lengkap', act())
  expect((await now(replied)).calendarVersionId).toBe(await newest())
  expect(await offendingIn(database.url)).toEqual([])
})

test('a point that fails keeps no other back, and is counted by the next round', async () => {
  const [poisoned, healthy] = [open, replied].toSorted((a, b) => (a.point.id < b.point.id ? -1 : 1))
  if (!poisoned || !healthy) throw new Error('There are two')
  await aNewCalendar(office, localDate((await now(healthy)).dueAt ?? 0))
  await office.db.query(
    `CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $b$ BEGIN IF NEW.id = '${poisoned.point.id}' THEN RAISE 'poisoned'; END IF; RETURN NEW; END $b$`,
  )
  await office.db.query('CREATE TRIGGER poison BEFORE UPDATE ON recommendation_point FOR EACH ROW EXECUTE FUNCTION poison()')
  await expect(running.app.get(RecountPoints).run()).rejects.toThrow(`1 failed: ${poisoned.point.id}: poisoned`)
  await office.db.query('DROP TRIGGER poison ON recommendation_point')
  expect((await now(healthy)).calendarVersionId).toBe(await newest())
  expect((await now(poisoned)).calendarVersionId).not.toBe(await newest())
  expect(await running.app.get(RecountPoints).run()).toBe(1)
  expect((await now(poisoned)).calendarVersionId).toBe(await newest())
})
