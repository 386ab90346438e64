import { EventEmitter } from 'node:events'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Request, Response } from 'express'
import { DataSource } from 'typeorm'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { databaseOptions } from './database.module.js'
import { Deadline } from './deadline.js'
import { refusalIn } from './problem-answer.js'

let database: FreshDatabase
let db: DataSource
let deadline: Deadline
beforeAll(async () => {
  database = await freshDatabase()
  db = await new DataSource(databaseOptions(database.url, 4)).initialize()
  deadline = new Deadline(db)
  deadline.onModuleInit()
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

/** Does the steps as a request with this much time. */
const asRequest = <T>(milliseconds: number, steps: () => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const response = new EventEmitter()
    const done = () =>
      steps()
        .then(resolve, reject)
        .finally(() => response.emit('close'))
    deadline.within(milliseconds)({} as Request, response as Response, () => void done())
  })

test('a statement that runs when the time is up is cancelled in PostgreSQL, and the next one does not begin', async () => {
  const start = performance.now()
  const codes = await asRequest(150, async () => {
    const first: unknown = await db.query('SELECT pg_sleep(8)').catch((error: unknown) => error)
    const second: unknown = await db.query('SELECT 1').catch((error: unknown) => error)
    return [first, second].map((error) => refusalIn(error)?.code)
  })
  expect(codes).toEqual(['request.too_slow', 'request.too_slow'])
  expect(performance.now() - start).toBeLessThan(4_000)
})

test('a transaction cut off so leaves nothing behind', async () => {
  await db.query('CREATE TABLE trace (n int)')
  const work = asRequest(150, () =>
    db.transaction(async (manager) => {
      await manager.query('INSERT INTO trace VALUES (1)')
      await manager.query('SELECT pg_sleep(8)')
    }),
  )
  await expect(work).rejects.toThrow()
  expect(await db.query('SELECT * FROM trace')).toEqual([])
})

test('a connection that was given back is not cancelled with somebody else on it', async () => {
  const first = asRequest(100, async () => {
    await db.query('SELECT 1')
    await new Promise((resolve) => setTimeout(resolve, 300))
    return 'done'
  })
  const others = Promise.all(Array.from({ length: 4 }, () => db.query('SELECT pg_sleep(0.4)')))
  expect(await first).toBe('done')
  await expect(others).resolves.toHaveLength(4)
})

test('work outside requests has no deadline', async () => {
  expect(await db.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
})
