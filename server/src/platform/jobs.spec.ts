import { randomUUID } from 'node:crypto'
import { DataSource } from 'typeorm'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { CommitBell } from './bell.js'
import { databaseOptions } from './database.module.js'
import { Jobs } from './jobs.js'
import { SYSTEM } from './system-viewer.js'
import { Work } from './work.js'

let database: FreshDatabase
let db: DataSource
let jobs: Jobs
const done: unknown[] = []

beforeAll(async () => {
  database = await freshDatabase()
  db = await new DataSource(databaseOptions(database.url)).initialize()
  jobs = new Jobs({ databaseUrl: database.url }, db)
  jobs.handle('test.write', (payload, job) => {
    done.push({ payload, attempt: job.attempt })
    return Promise.resolve()
  })
  jobs.handle('test.fail', () => Promise.reject(new Error('Tidak bisa')))
  jobs.periodically('test.tick', '0 3 * * *', () => Promise.resolve())
  await jobs.onApplicationBootstrap()
})

afterAll(async () => {
  await jobs.beforeApplicationShutdown()
  await db.destroy()
  await database.drop()
})

const add = (name: string, payload: { n: number }) =>
  new Work(db, new CommitBell()).run(SYSTEM, 'add', { key: randomUUID(), input: payload }, async (tx) => {
    await tx.job(name, payload)
    return {}
  })

test('a job runs once its transaction is committed', async () => {
  await add('test.write', { n: 1 })
  for (let i = 0; i < 100 && done.length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(done).toEqual([{ payload: { n: 1 }, attempt: 1 }])
})

test('a job that fails for the last time can be seen', async () => {
  await add('test.fail', { n: 2 })
  await db.query(`UPDATE graphile_worker._private_jobs SET max_attempts = 1 WHERE payload::text LIKE '%2%'`)
  let given = await jobs.givenUp()
  for (let i = 0; i < 100 && given.length === 0; i++) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    given = await jobs.givenUp()
  }
  expect(given).toMatchObject([{ name: 'test.fail', attempts: 1, lastError: 'Tidak bisa' }])
})

describe('a job in the hands of a worker', () => {
  const begun: string[] = []
  let finish: () => void = () => undefined
  const until = async (holds: () => boolean) => {
    for (let i = 0; i < 100 && !holds(); i++) await new Promise((resolve) => setTimeout(resolve, 20))
    expect(holds()).toBe(true)
  }
  beforeAll(() =>
    jobs.handle('test.long', (_, { id }) => {
      begun.push(id)
      return new Promise((resolve) => (finish = resolve))
    }),
  )

  test('that lives stays there, however long it takes', async () => {
    await add('test.long', { n: 3 })
    await until(() => begun.length === 1)
    await db.query(`UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '1 hour' WHERE locked_at IS NOT NULL`)
    await jobs.giveBackAbandoned()
    const [{ held }] = (await db.query('SELECT count(*)::int AS held FROM graphile_worker._private_jobs WHERE locked_at IS NOT NULL')) as [
      { held: number },
    ]
    finish()
    expect(held).toBe(1)
    expect(begun).toHaveLength(1)
  })

  test('that died with its process is given back and done', async () => {
    done.length = 0
    const waits = { runAt: new Date(Date.now() + 3_600_000) }
    await new Work(db, new CommitBell()).run(SYSTEM, 'add', { key: randomUUID(), input: {} }, async (tx) => {
      await tx.job('test.write', { n: 4 }, waits)
      return {}
    })
    await db.query(
      `UPDATE graphile_worker._private_jobs SET run_at = now(), locked_by = 'worker-gone', locked_at = now() - interval '10 seconds' WHERE payload::text LIKE '%4%'`,
    )
    await jobs.giveBackAbandoned()
    await until(() => done.length === 1)
    expect(done).toMatchObject([{ payload: { n: 4 } }])
  })
})

test('two features cannot handle one job', () => {
  expect(() => jobs.handle('test.write', () => Promise.resolve())).toThrow('Two features')
})
