import { randomUUID } from 'node:crypto'
import { DataSource } from 'typeorm'
import { Refusal, type Viewer } from '@domain'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { CommitBell } from '../platform/bell.js'
import { databaseOptions } from '../platform/database.module.js'
import { timeTravel } from '../platform/moment.js'
import { Work } from '../platform/work.js'
import { MarkNoticesRead } from './mark-notices-read.js'
import { Notices } from './notices.query.js'

const somebody = (): Viewer => ({ id: randomUUID(), name: 'Sekar Wulandari', positions: [] })
const actor = somebody()

let database: FreshDatabase
let db: DataSource
let work: Work
let notices: Notices
let markRead: MarkNoticesRead

beforeAll(async () => {
  database = await freshDatabase()
  db = await new DataSource(databaseOptions(database.url)).initialize()
  work = new Work(db, new CommitBell())
  notices = new Notices(db)
  markRead = new MarkNoticesRead(work)
})

afterAll(async () => {
  await db.destroy()
  await database.drop()
})

/** `count` notices, two of them at the same instant. */
async function tell(reader: Viewer, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    await timeTravel(new Date(Date.UTC(2026, 2, 2, 3, Math.floor(n / 2))), () =>
      work.run(actor, 'tell', { key: randomUUID(), input: {} }, async (tx) => {
        const subject = { __typename: 'Letter', id: randomUUID() }
        const notify = [{ personIds: [reader.id], kind: 'returned_to_me' }]
        await tx.announce({ kind: 'notice.created', subject, caseId: randomUUID(), before: null, after: null, notify })
        return {}
      }),
    )
  }
}

test('pages follow each other without gap or repeat, newest first', async () => {
  const reader = somebody()
  await tell(reader, 7)
  const seen: string[] = []
  let after: string | null = null
  do {
    const page = await notices.page(reader, 3, after)
    expect(page.unread).toBe(7)
    seen.push(...page.rows.map((row) => row.id))
    after = page.endCursor
  } while (after !== null)
  expect(new Set(seen).size).toBe(7)
  expect(seen).toHaveLength(7)
})

test('a notice leads to its subject, and says nothing of a case the person may not read', async () => {
  const reader = somebody()
  await tell(reader, 1)
  const { rows } = await notices.page(reader, 10, null)
  expect(rows).toMatchObject([
    { kind: 'returned_to_me', letterId: expect.any(String), subject: null, agendaNumber: null, actorName: actor.name, readAt: null },
  ])
})

test("one marks one's own as read, and nobody else's", async () => {
  const [reader, other] = [somebody(), somebody()]
  await tell(reader, 2)
  const ids = (await notices.page(reader, 10, null)).rows.map((row) => row.id)
  await markRead.run(other, ids, randomUUID())
  expect(await notices.unread(reader)).toBe(2)
  await markRead.run(reader, ids, randomUUID())
  expect(await notices.unread(reader)).toBe(0)
  expect(await notices.one(other, ids[0] ?? '')).toBeNull()
})

test.each(['bukan kursor', '2026-03-02T03:00:00.000Z x'])('a cursor that is not ours is refused: %s', async (after) => {
  await expect(notices.page(somebody(), 10, after)).rejects.toEqual(new Refusal('request.invalid', { fields: ['after'] }))
})
