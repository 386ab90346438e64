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

test('two features cannot handle one job', () => {
  expect(() => jobs.handle('test.write', () => Promise.resolve())).toThrow('Two features')
})
