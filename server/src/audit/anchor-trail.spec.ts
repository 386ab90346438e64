import { randomUUID } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { DataSource } from 'typeorm'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { CommitBell, LogBell } from '../platform/bell.js'
import { anchorsBeside } from '../platform/config.js'
import { databaseOptions } from '../platform/database.module.js'
import { EventLog } from '../platform/event-log/event-log.js'
import { LogKeeper } from '../platform/event-log/log-keeper.js'
import { Jobs } from '../platform/jobs.js'
import { timeTravel } from '../platform/moment.js'
import { SYSTEM } from '../platform/system-viewer.js'
import { Work } from '../platform/work.js'
import { AnchorTrail } from './anchor-trail.js'
import { INVARIANTS } from './invariants/index.js'
import { lookAt } from './verify.js'

const DAY_MS = 86_400_000
const ANCHORED = INVARIANTS.filter(({ code }) => code === 'trail.anchored')

let database: FreshDatabase
let db: DataSource
let keeper: LogKeeper
let client: pg.Client
let filesDir: string
const commits = new CommitBell()

beforeAll(async () => {
  database = await freshDatabase()
  db = await new DataSource(databaseOptions(database.url)).initialize()
  keeper = new LogKeeper({ databaseUrl: database.url }, commits, new LogBell())
  keeper.onApplicationBootstrap()
  client = new pg.Client(database.url)
  await client.connect()
})

afterAll(async () => {
  await client.end()
  await keeper.beforeApplicationShutdown()
  await db.destroy()
  await database.drop()
})

beforeEach(() => {
  filesDir = mkdtempSync(join(tmpdir(), 'tanggap-anchors-'))
})
afterEach(() => rmSync(filesDir, { recursive: true }))

const file = (): string => anchorsBeside(filesDir)
const trail = (anchorFile = file()): AnchorTrail =>
  new AnchorTrail(db, new Jobs({ databaseUrl: database.url }, db), { anchorFile, filesDir })
const lines = (): unknown[] =>
  readFileSync(file(), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)

/** Something happens; gives the offset the log keeper gave it. */
async function happen(): Promise<number> {
  const log = new EventLog(db)
  const { offset } = await log.head()
  const subject = { __typename: 'Unit', id: randomUUID() }
  await new Work(db, commits).run(SYSTEM, 'act', { key: randomUUID(), input: {} }, async (tx) => {
    await tx.announce({ kind: 'unit.changed', subject, before: null, after: subject })
    return {}
  })
  for (let i = 0; i < 200; i++) {
    const head = await log.head()
    if (head.offset > offset) return head.offset
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('The log did not grow')
}

/** What becomes of the steps while somebody who may do everything has changed the log; undone afterwards. */
async function tampered<T>(sql: string, steps: () => Promise<T>): Promise<T> {
  await client.query('BEGIN')
  try {
    await client.query('SET LOCAL session_replication_role = replica')
    expect((await client.query(sql)).rowCount).toBe(1)
    return await steps()
  } finally {
    await client.query('ROLLBACK')
  }
}

async function finding() {
  const [found] = await lookAt(client, { filesDir, anchorFile: file() }, ANCHORED)
  if (!found) throw new Error('There is no such invariant')
  return found
}

/** As `finding`, in a transaction of its own. */
const findingNow = () => tampered('UPDATE log SET at = at WHERE "offset" = 1', finding)

test('an empty log has no head to write down', async () => {
  expect(await trail().run()).toBeNull()
  expect(existsSync(file())).toBe(false)
})

describe('the head of the log', () => {
  test('is written down once, and again when the log has grown', async () => {
    const first = await happen()
    expect(await trail().run()).toMatchObject({ offset: first })
    expect(await trail().run()).toBeNull()
    const second = await happen()
    await trail().run()
    const rows = await db.query<unknown[]>(
      `SELECT "offset"::int, encode(hash, 'hex') AS hash FROM log WHERE "offset" = ANY ($1) ORDER BY "offset"`,
      [[first, second]],
    )
    expect(lines()).toMatchObject(rows)
    expect(await findingNow()).toMatchObject({ outcome: 'ok' })
  })

  test('is written on a line of its own behind one that a crash cut short, and the broken line is reported', async () => {
    await happen()
    await trail().run()
    appendFileSync(file(), '{"offset":1')
    const offset = await happen()
    await trail().run()
    expect(readFileSync(file(), 'utf8').split('\n').slice(1)).toEqual(['{"offset":1', expect.stringContaining(`"offset":${offset},`), ''])
    expect(await findingNow()).toMatchObject({ outcome: 'offends', rows: [{ line: 2, problem: 'is no anchor' }] })
  })

  test.each([
    ['a log that was written anew', (n: number) => `UPDATE log SET hash = sha256('x') WHERE "offset" = ${n}`, 'the log was written anew'],
    ['a log that was cut', (n: number) => `DELETE FROM log WHERE "offset" = ${n}`, 'the log ends before it'],
  ])('%s is reported', async (_, sql, problem) => {
    const offset = await happen()
    await trail().run()
    const found = await tampered(sql(offset), finding)
    expect(found).toMatchObject({ outcome: 'offends', rows: [{ line: 1, offset: String(offset), problem }] })
  })

  test('is not written behind an anchor that the log no longer has', async () => {
    await happen()
    mkdirSync(join(filesDir, 'anchors'))
    const foreign = `{"offset":1,"hash":"${'ab'.repeat(32)}","at":"2026-01-05T00:00:00.000Z"}\n`
    writeFileSync(file(), foreign)
    await expect(trail().run()).rejects.toThrow(/not the one that was anchored: number 1 /)
    expect(readFileSync(file(), 'utf8')).toBe(foreign)
  })

  test('must have been written down within two days, where anchors are kept', async () => {
    const aged = `UPDATE log SET at = now() - interval '49 hours' WHERE "offset" = (SELECT max("offset") FROM log)`
    await happen()
    await trail().run()
    await happen()
    expect(await findingNow()).toMatchObject({ outcome: 'ok' })
    expect(await tampered(aged, finding)).toMatchObject({ outcome: 'offends', rows: [{ problem: 'not anchored for two days' }] })
    rmSync(file())
    expect(await tampered(aged, finding)).toMatchObject({ outcome: 'skipped' })
  })
})

describe('at start', () => {
  const waiting = async (): Promise<number> => {
    const [row] = await db.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier = 'trail.anchor'`,
    )
    return row?.n ?? -1
  }
  const forget = () => db.query(`SELECT graphile_worker.remove_job('trail.anchor')`)
  const inTwoDays = <T>(steps: () => Promise<T>) => timeTravel(new Date(Date.now() + 2 * DAY_MS), steps)
  beforeEach(forget)
  afterEach(forget)

  test('a missed night is made up for', async () => {
    await happen()
    await trail().onApplicationBootstrap()
    expect(await waiting()).toBe(1)
    await forget()
    await trail().run()
    await happen()
    await inTwoDays(() => trail().onApplicationBootstrap())
    expect(await waiting()).toBe(1)
  })

  test('an anchor of today, or one of a log that has rested since, is left as it is', async () => {
    await happen()
    await trail().run()
    await inTwoDays(() => trail().onApplicationBootstrap())
    await happen()
    await trail().onApplicationBootstrap()
    expect(await waiting()).toBe(0)
  })

  test.each([
    ['that is not there', () => join(filesDir, 'not mounted', 'trail.jsonl'), /ENOENT.*set ANCHOR_FILE/],
    [
      'that is a file',
      () => (writeFileSync(join(filesDir, 'file'), ''), join(filesDir, 'file', 'trail.jsonl')),
      /ENOTDIR.*set ANCHOR_FILE/,
    ],
  ])('a folder %s is a job given up in sight of the administrators, with a sentence', async (_, place, sentence) => {
    await happen()
    const jobs = new Jobs({ databaseUrl: database.url }, db)
    const anchors = new AnchorTrail(db, jobs, { anchorFile: place(), filesDir })
    anchors.onModuleInit()
    await anchors.onApplicationBootstrap()
    await db.query(`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE key = 'trail.anchor'`)
    await jobs.drain()
    expect(await jobs.givenUp()).toMatchObject([{ name: 'trail.anchor', lastError: expect.stringMatching(sentence) }])
  })
})
