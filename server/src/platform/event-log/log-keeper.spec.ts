import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { DataSource } from 'typeorm'
import type { Viewer } from '@domain'
import { freshDatabase, type FreshDatabase } from '../../../../test/support/database.js'
import { CommitBell, LogBell } from '../bell.js'
import { databaseOptions } from '../database.module.js'
import { Work } from '../work.js'
import { GENESIS, isLink, link } from './chain.js'
import { placeAt, START } from './cursor.js'
import { EventLog } from './event-log.js'
import { LogKeeper } from './log-keeper.js'
import { LogReader } from './log-reader.js'
import type { CommittedEvent, LoggedEvent } from './logged-event.js'

const me: Viewer = { id: randomUUID(), name: 'Sekar Wulandari', positions: [] }

let database: FreshDatabase
let db: DataSource
let log: EventLog
let work: Work
const commits = new CommitBell()
const grown = new LogBell()
const keepers: LogKeeper[] = []

const keeper = (): LogKeeper => {
  const fresh = new LogKeeper({ databaseUrl: database.url }, keepers.length === 0 ? commits : new CommitBell(), grown)
  keepers.push(fresh)
  fresh.onApplicationBootstrap()
  return fresh
}

beforeAll(async () => {
  database = await freshDatabase()
  db = await new DataSource(databaseOptions(database.url)).initialize()
  log = new EventLog(db)
  work = new Work(db, commits)
  await db.query('CREATE TABLE subject (id uuid PRIMARY KEY, n int NOT NULL)')
})

afterAll(async () => {
  await Promise.all(keepers.map((each) => each.beforeApplicationShutdown()))
  await db.destroy()
  await database.drop()
})

/** One act on a subject whose row is locked, as every action does; `fails` rolls back after the event was given its id. */
const act = (subjectId: string, fails = false) =>
  work.run(me, 'act', { key: randomUUID(), input: {} }, async (tx) => {
    const [row] = await tx.query<{ n: number }>('UPDATE subject SET n = n + 1 WHERE id = $1 RETURNING n', [subjectId])
    const subject = { __typename: 'Unit', id: subjectId }
    await tx.announce({ kind: 'unit.changed', subject, version: row?.n, before: null, after: subject, detail: { b: 1, a: [row?.n ?? 0] } })
    if (fails) await tx.query('SELECT 1 / 0')
    return {}
  })

async function until(holds: () => Promise<boolean> | boolean, ms = 5000): Promise<number> {
  const start = Date.now()
  while (!(await holds())) {
    if (Date.now() - start > ms) throw new Error('It did not come true in time')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return Date.now() - start
}

const logged = async (): Promise<number> => (await log.head()).offset
const committed = async (): Promise<number> => {
  const [row]: { n: string }[] = await db.query('SELECT count(*) AS n FROM event')
  return Number(row?.n)
}

test('twenty writers at once: each committed event gets one offset, dense, in order per subject, and the chain holds', async () => {
  keeper()
  keeper()
  const subjects = Array.from({ length: 5 }, () => randomUUID())
  await db.query('INSERT INTO subject SELECT unnest($1::uuid[]), 0', [subjects])
  const writers = Array.from({ length: 20 }, async (_, writer) => {
    for (let turn = 0; turn < 15; turn++) {
      const attempt = act(subjects[(writer + turn) % subjects.length] ?? '', turn % 5 === 4)
      await attempt.catch(() => undefined)
    }
  })
  await Promise.all(writers)
  await until(async () => (await logged()) === (await committed()))

  const events = await log.after(0, 1000)
  expect(events.map((event) => event.offset)).toEqual(events.map((_, index) => index + 1))
  expect(new Set(events.map((event) => event.id)).size).toBe(20 * 12)
  let prev: Buffer = GENESIS
  for (const event of events) {
    expect(event.prev).toEqual(prev)
    expect(link(prev, event.offset, event)).toEqual(event.hash)
    prev = event.hash
  }
  for (const subject of subjects) {
    const versions = events.filter((event) => event.subjectId === subject).map((event) => event.version ?? 0)
    expect(versions).toEqual(versions.map((_, index) => index + 1))
  }
})

test('one node leads, and when its connection is cut another takes over within a second', async () => {
  expect(keepers.filter((each) => each.leading)).toHaveLength(1)
  const before = await logged()
  const admin = new pg.Client({ connectionString: database.url })
  await admin.connect()
  const { rows } = await admin.query<{ pid: number }>(`
    SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`)
  expect(rows).toHaveLength(1)
  await admin.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
  await admin.end()

  const subject = randomUUID()
  await db.query('INSERT INTO subject VALUES ($1, 0)', [subject])
  await act(subject)
  expect(await until(async () => (await logged()) === before + 1)).toBeLessThan(1000)
})

test('a changed word breaks the chain, an erased note does not', async () => {
  const [event] = await log.after(0, 1)
  if (!event) throw new Error('The log is empty')
  expect(link(event.prev, event.offset, { ...event, note: 'dihapus', actorName: '' })).toEqual(event.hash)
  expect(link(event.prev, event.offset, { ...event, detail: { a: [2], b: 1 } })).not.toEqual(event.hash)
  expect(link(event.prev, event.offset, { ...event, actorId: randomUUID() })).not.toEqual(event.hash)
})

test('nobody can be put in, taken out or exchanged as the one an act was done for', async () => {
  const [event] = await log.after(0, 1)
  if (!event) throw new Error('The log is empty')
  const { offset, prev } = event
  const names = [null, 'Bagas Prakoso', 'Ratna Kusuma']
  const verifies = names.map((then) => {
    const hash = link(prev, offset, { ...event, onBehalfOf: then })
    return names.map((now) => isLink(hash, prev, offset, { ...event, onBehalfOf: now }))
  })
  expect(verifies).toEqual([
    [true, false, false],
    [false, true, false],
    [false, false, true],
  ])
})

test('a link made before it was hashed for whom one acts still verifies', () => {
  const at = new Date('2026-03-02T01:02:03.004Z')
  const event: CommittedEvent = {
    kind: 'unit.changed',
    ...{ id: '7', subjectType: 'Unit', subjectId: 'u', caseId: null, version: 2, actorId: 'a', positionId: 'p' },
    ...{ before: null, after: null, detail: { a: [1], b: 1 }, at, actorName: 'Sekar', positionTitle: 'Plh. Ketua', onBehalfOf: 'Bagas' },
    ...{ note: null, notify: null },
  }
  const hash = Buffer.from('ddb58b9b834ed6e8130b072f9dfae8bbe15017d269c452735b0ab062a9a9deec', 'hex')
  expect(isLink(hash, GENESIS, 1, event)).toBe(true)
  expect(isLink(hash, GENESIS, 1, { ...event, actorId: 'b' })).toBe(false)
})

test('a place is known when this log has it', async () => {
  const head = await log.head()
  const [event] = await log.after(3, 1)
  const cases = [START, head, placeAt(4, event?.hash ?? GENESIS), placeAt(4, Buffer.alloc(32, 1)), { ...head, offset: head.offset + 1 }]
  const known = await Promise.all(cases.map((place) => log.has(place)))
  expect(known).toEqual([true, true, true, false, false])
})

test('a reader hands on each later event once, in order', async () => {
  const reader = new LogReader(log, grown)
  const read: LoggedEvent[] = []
  await reader.start((event) => {
    read.push(event)
    return Promise.resolve()
  })
  const from = reader.place.offset
  const subject = randomUUID()
  await db.query('INSERT INTO subject VALUES ($1, 0)', [subject])
  await Promise.all(Array.from({ length: 30 }, () => act(subject)))
  await until(() => read.length >= 30)
  await reader.stop()
  expect(read.map((event) => event.offset)).toEqual(Array.from({ length: 30 }, (_, index) => from + index + 1))
})
