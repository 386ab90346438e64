import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { RegisterCaseDocument } from '../../client/src/generated/graphql.js'
import { LogKeeper } from '../../server/src/platform/event-log/log-keeper.js'
import { startApp, type RunningApp } from '../support/app.js'
import { browser } from '../support/as.js'
import { aRegistration } from '../support/casework.js'
import { Console, until } from '../support/console.js'
import { endLeader } from '../support/log-standstill.js'
import { Story } from '../support/story.js'

/** Two nodes on one database: the one in the story, and another. */
let story: Story
let other: RunningApp
let db: pg.Client

beforeAll(async () => {
  story = await Story.open()
  other = await startApp(story.database.url)
  db = new pg.Client(story.database.url)
  await db.connect()
})
afterAll(async () => {
  await db.end()
  await other.close()
  await story.close()
})

const leaders = (): number => [story.running, other].filter(({ app }) => app.get(LogKeeper).leading).length

test('the leader’s connection dies again and again in the middle of work: somebody takes over, offsets stay dense, both nodes tell everything once', async () => {
  const clerk = await story.console(story.people.clerk)
  const here = await (await story.console(story.people.chair)).listen()
  const there = await new Console(other.url, browser(other.url, (await story.console(story.people.chair)).client.cookie)).listen()
  await until('one of them leads', () => leaders() === 1)

  let registered = 0
  for (let round = 0; round < 4; round += 1) {
    const work = Array.from({ length: 5 }, () => clerk.act(RegisterCaseDocument, { input: { ...aRegistration('JPT'), receivedAt: null } }))
    await endLeader(db)
    registered += (await Promise.all(work)).length
  }
  await until('one of them leads again', () => leaders() === 1)
  await until('both have told everything', () => here.lines.length >= registered && there.lines.length >= registered)

  const { rows } = await db.query<{ offset: string; event_id: string }>('SELECT "offset", event_id FROM log ORDER BY "offset"')
  expect(rows.map((row) => Number(row.offset))).toEqual(rows.map((_, n) => n + 1))
  expect((await db.query('SELECT 1 FROM event LEFT JOIN log ON event_id = id WHERE "offset" IS NULL')).rows).toEqual([])
  expect(here.lines).toEqual(Array.from({ length: registered }, () => 'CaseChange case.registered'))
  const said = here.said.map((word) => (word.__typename === 'CaseChange' ? word.entry.id : null))
  expect(there.said.map((word) => (word.__typename === 'CaseChange' ? word.entry.id : null))).toEqual(said)
  await there.end()
})

test('the leading node goes: the other leads within a second, and the log goes on without a gap', async () => {
  const { rows } = await db.query<{ last: string }>('SELECT max("offset") AS last FROM log')
  const clerk = await story.console(story.people.clerk)
  await other.close()
  const start = performance.now()
  await until('the one that is left leads', () => story.running.app.get(LogKeeper).leading)
  expect(performance.now() - start).toBeLessThan(1000)
  await clerk.act(RegisterCaseDocument, { input: { ...aRegistration('JPT'), receivedAt: null } })
  await until('the event has the next offset', async () => {
    const { rows: now } = await db.query<{ last: string }>('SELECT max("offset") AS last FROM log')
    return Number(now[0]?.last) > Number(rows[0]?.last)
  })
})
