import { randomUUID } from 'node:crypto'
import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm'
import { Refusal, type Viewer } from '@domain'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { CommitBell } from './bell.js'
import { databaseOptions } from './database.module.js'
import { findForUpdate } from './find-for-update.js'
import { saveVersioned } from './save-versioned.js'
import { Work } from './work.js'

@Entity('binder')
class Binder {
  @PrimaryColumn('uuid') id: string
  @Column('int') version: number
  @Column('text') coverTitle: string
  @Column('uuid', { array: true }) readerIds: string[]
}

const me: Viewer = { id: randomUUID(), name: 'Sekar Wulandari', positions: [] }

let database: FreshDatabase
let db: DataSource
let work: Work

beforeAll(async () => {
  database = await freshDatabase()
  db = await new DataSource({ ...databaseOptions(database.url), entities: [Binder] }).initialize()
  work = new Work(db, new CommitBell())
  await db.query('CREATE TABLE binder (id uuid PRIMARY KEY, version int NOT NULL, cover_title text NOT NULL, reader_ids uuid[] NOT NULL)')
})

afterAll(async () => {
  await db.destroy()
  await database.drop()
})

async function binder(): Promise<Binder> {
  const fresh = Object.assign(new Binder(), { id: randomUUID(), version: 1, coverTitle: 'Lama', readerIds: [] })
  await db.manager.insert(Binder, fresh)
  return fresh
}

const rename = (id: string, version: number, title: string) =>
  work.run(me, 'rename', { key: randomUUID(), input: { id, version, title } }, async (tx) => {
    const row = await findForUpdate(tx, Binder, id, version)
    row.coverTitle = title
    row.readerIds = [me.id]
    await saveVersioned(tx, row)
    return { version: row.version }
  })

test('a row is written with all its columns and counted up', async () => {
  const { id } = await binder()
  await expect(rename(id, 1, 'Baru')).resolves.toEqual({ version: 2 })
  await expect(db.manager.findOneByOrFail(Binder, { id })).resolves.toMatchObject({ version: 2, coverTitle: 'Baru', readerIds: [me.id] })
})

test('the version looked at must be the one that is there; the refusal names the one that is', async () => {
  const { id } = await binder()
  await rename(id, 1, 'Baru')
  await expect(rename(id, 1, 'Lain')).rejects.toEqual(new Refusal('conflict.changed_meanwhile', { version: 2 }))
})

test('a row that is missing looks like one that is forbidden', async () => {
  await expect(rename(randomUUID(), 1, 'Baru')).rejects.toEqual(new Refusal('access.denied'))
})

test('of thirty-two who saw the same version one wins', async () => {
  const { id } = await binder()
  const results = await Promise.allSettled(Array.from({ length: 32 }, (_, n) => rename(id, 1, `Judul ${n}`)))
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  const reasons = results.flatMap((result): unknown[] => (result.status === 'rejected' ? [result.reason] : []))
  expect(reasons.every((reason) => reason instanceof Refusal && reason.code === 'conflict.changed_meanwhile')).toBe(true)
})

test('a row changed past the lock is not overwritten', async () => {
  const stale = await binder()
  await rename(stale.id, 1, 'Baru')
  const lost = work.run(me, 'overwrite', { key: randomUUID(), input: {} }, async (tx) => {
    await saveVersioned(tx, stale)
    return {}
  })
  await expect(lost).rejects.toEqual(new Refusal('conflict.changed_meanwhile'))
})
