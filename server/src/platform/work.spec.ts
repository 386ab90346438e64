import { randomUUID } from 'node:crypto'
import { DataSource } from 'typeorm'
import { Refusal, type Viewer } from '@domain'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { CommitBell } from './bell.js'
import { databaseOptions } from './database.module.js'
import { timeTravel } from './moment.js'
import { Work, type Tx } from './work.js'

const me: Viewer = { id: randomUUID(), name: 'Sekar Wulandari', positions: [] }

let database: FreshDatabase
let db: DataSource
let work: Work

beforeAll(async () => {
  database = await freshDatabase()
  db = await new DataSource(databaseOptions(database.url)).initialize()
  work = new Work(db, new CommitBell())
  await db.query('CREATE TABLE tally (id int PRIMARY KEY, n int NOT NULL)')
  await db.query('INSERT INTO tally VALUES (1, 0), (2, 0)')
})

afterAll(async () => {
  await db.destroy()
  await database.drop()
})

const tally = async (id = 1): Promise<number> => {
  const rows: { n: number }[] = await db.query('SELECT n FROM tally WHERE id = $1', [id])
  return rows[0]?.n ?? -1
}
const countUp = async (tx: Tx): Promise<{ n: number }> => {
  const [row] = await tx.query<{ n: number }>('UPDATE tally SET n = n + 1 WHERE id = 1 RETURNING n')
  return { n: row?.n ?? -1 }
}
const events = async (subjectId: string): Promise<Record<string, unknown>[]> =>
  db.query('SELECT * FROM event WHERE subject_id = $1 ORDER BY id', [subjectId])

test('the same request again gets the kept result and changes nothing', async () => {
  const attempt = { key: randomUUID(), input: { by: 1 } }
  const first = await work.run(me, 'count', attempt, countUp)
  const again = await work.run(me, 'count', attempt, countUp)
  expect(again).toEqual(first)
  expect(await tally()).toBe(first.n)
})

test('thirty-two identical requests at once run once and all get one result', async () => {
  const before = await tally()
  const attempt = { key: randomUUID(), input: {} }
  const results = await Promise.all(Array.from({ length: 32 }, () => work.run(me, 'count', attempt, countUp)))
  expect(new Set(results.map((result) => result.n)).size).toBe(1)
  expect(await tally()).toBe(before + 1)
})

test.each([
  ['another input', 'count', { by: 2 }],
  ['another action', 'discount', { by: 1 }],
])('a key used for %s is refused', async (_case, action, input) => {
  const key = randomUUID()
  await work.run(me, 'count', { key, input: { by: 1 } }, countUp)
  await expect(work.run(me, action, { key, input }, countUp)).rejects.toEqual(new Refusal('request.key_reused'))
})

test('keys of two people do not meet', async () => {
  const key = randomUUID()
  await work.run(me, 'count', { key, input: {} }, countUp)
  const other = { ...me, id: randomUUID() }
  await expect(work.run(other, 'discount', { key, input: {} }, countUp)).resolves.toBeDefined()
})

test('a refusal takes rows, events and jobs back, and the key is free again', async () => {
  const before = await tally()
  const attempt = { key: randomUUID(), input: {} }
  const subject = { __typename: 'Unit', id: randomUUID() }
  const refused = work.run(me, 'count', attempt, async (tx) => {
    await countUp(tx)
    await tx.announce({ kind: 'unit.changed', subject, before: null, after: subject })
    throw new Refusal('case.wrong_stage')
  })
  await expect(refused).rejects.toEqual(new Refusal('case.wrong_stage'))
  expect(await tally()).toBe(before)
  expect(await events(subject.id)).toEqual([])
  await expect(work.run(me, 'count', attempt, countUp)).resolves.toEqual({ n: before + 1 })
})

test('a row somebody holds for longer than the lock timeout is conflict.busy', async () => {
  const holder = db.createQueryRunner()
  await holder.startTransaction()
  await holder.query('SELECT 1 FROM tally WHERE id = 1 FOR UPDATE')
  try {
    await expect(work.run(me, 'count', { key: randomUUID(), input: {} }, countUp)).rejects.toEqual(new Refusal('conflict.busy'))
  } finally {
    await holder.rollbackTransaction()
    await holder.release()
  }
})

test('two transactions that deadlock both end well', async () => {
  const first = await tally(1)
  const second = await tally(2)
  const both = (order: readonly number[]) =>
    work.run(me, 'count', { key: randomUUID(), input: {} }, async (tx) => {
      for (const id of order) {
        await tx.query('UPDATE tally SET n = n + 1 WHERE id = $1', [id])
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      return {}
    })
  await Promise.all([both([1, 2]), both([2, 1])])
  expect(await tally(1)).toBe(first + 2)
  expect(await tally(2)).toBe(second + 2)
})

test('events keep the order they were said in, with post, facts, note and the moment of the act', async () => {
  const subject = { __typename: 'Unit', id: randomUUID() }
  const position = {
    id: randomUUID(),
    title: 'Ketua',
    role: 'PIMPINAN',
    unitId: randomUUID(),
    kind: 'plh',
    onBehalfOf: 'Bagas Prakoso',
  } as const
  const instant = new Date('2026-03-02T01:02:03.004Z')
  await timeTravel(instant, () =>
    work.run(me, 'rename', { key: randomUUID(), input: {} }, async (tx) => {
      expect(tx.now).toEqual(instant)
      await tx.announce({ kind: 'unit.changed', subject, before: null, after: subject, position, detail: { code: 'A' }, note: ' Alasan ' })
      await tx.announce({ kind: 'unit.changed', subject, before: subject, after: null })
      return {}
    }),
  )
  expect(await events(subject.id)).toMatchObject([
    {
      kind: 'unit.changed',
      actor_id: me.id,
      position_title: 'Plh. Ketua',
      on_behalf_of: 'Bagas Prakoso',
      detail: { code: 'A' },
      note: 'Alasan',
      before: null,
      after: subject,
      at: instant,
    },
    { before: subject, after: null, note: null, detail: null },
  ])
})

test('a job is added with the transaction', async () => {
  await work.run(me, 'send', { key: randomUUID(), input: {} }, async (tx) => {
    await tx.job('mail.send', { mailId: 'x' }, { key: 'mail:x' })
    return {}
  })
  const jobs: unknown[] = await db.query(`SELECT task_identifier, max_attempts FROM graphile_worker.jobs WHERE key = 'mail:x'`)
  expect(jobs).toEqual([{ task_identifier: 'mail.send', max_attempts: 10 }])
})

test('a notice reaches each person once, never the one who acted', async () => {
  const subject = { __typename: 'Unit', id: randomUUID() }
  const reader = randomUUID()
  await work.run(me, 'tell', { key: randomUUID(), input: {} }, async (tx) => {
    const notify = [{ personIds: [reader, me.id, reader], kind: 'became_mine' }]
    await tx.announce({ kind: 'notice.created', subject, before: null, after: null, notify })
    return {}
  })
  const notices: { id: string }[] = await db.query('SELECT id, person_id, kind, read_at FROM notice WHERE person_id IN ($1, $2)', [
    reader,
    me.id,
  ])
  expect(notices).toMatchObject([{ person_id: reader, kind: 'became_mine', read_at: null }])
  expect(await events(subject.id)).toMatchObject([{ notify: [{ id: notices[0]?.id, personId: reader, kind: 'became_mine' }] }])
})

test.each(['UPDATE event SET note = NULL', 'DELETE FROM event', 'TRUNCATE event CASCADE'])('the trail refuses: %s', async (sql) => {
  await work.run(me, 'tell', { key: randomUUID(), input: {} }, async (tx) => {
    const subject = { __typename: 'Unit', id: randomUUID() }
    await tx.announce({ kind: 'unit.changed', subject, before: null, after: null })
    return {}
  })
  await expect(db.query(sql)).rejects.toThrow('append-only')
})
