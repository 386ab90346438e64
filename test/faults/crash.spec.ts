import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { DataSource } from 'typeorm'
import { IssueLetterDocument, type IssueLetterMutation } from '../../client/src/generated/graphql.js'
import { buildIfStale } from '../../scripts/build.mjs'
import { aKey } from '../support/as.js'
import { anOrganisation, type Organisation } from '../support/casework.js'
import { Console, until } from '../support/console.js'
import { Job } from '../support/job.js'
import { LogStandstill } from '../support/log-standstill.js'
import { startProduct, type Product } from '../support/product.js'

jest.setTimeout(120_000)

let product: Product
let db: DataSource
let people: Organisation
let job: Job
const consoles = new Map<string, Console>()

beforeAll(async () => {
  await buildIfStale(['server'])
  product = await startProduct({ mode: 'test' })
  db = await new DataSource({ type: 'postgres', url: product.databaseUrl }).initialize()
  people = await anOrganisation(db)
  job = new Job({
    people,
    console: async (person) => {
      const known = consoles.get(person.id) ?? (await Console.of(product.url, person))
      consoles.set(person.id, known)
      return known
    },
  })
  await job.beforeLeadership()
  await job.approve()
})
afterAll(async () => {
  for (const console of consoles.values()) await console.close()
  await db.destroy()
  await product.stop()
})

const one = async <T>(sql: string): Promise<T> => {
  const [row] = await db.query<{ value: T }[]>(`SELECT (${sql}) AS value`)
  if (!row) throw new Error('A question without an answer')
  return row.value
}

test('killed between commit and answer: the act stands, its event is told, its job runs, and asking again gives the answer', async () => {
  const clerk = await job.at(people.clerk)
  const ear = await (await job.at(people.assistant)).listen()
  const cursor = ear.cursor
  const { id, version } = await job.letter(people.clerk)
  const asked = { id, version, key: aKey() }

  const standstill = await LogStandstill.begin(product.databaseUrl)
  // The printed letter cannot be entered, so that the kill finds its job in the hands of a worker.
  const holdUp = db.createQueryRunner()
  await holdUp.startTransaction()
  await holdUp.query('LOCK TABLE file IN SHARE MODE')
  const lost = clerk.attempt(IssueLetterDocument, asked).catch(() => null)
  await until('the number is committed', () => one<boolean>(`SELECT number IS NOT NULL FROM letter WHERE id = '${id}'`))
  await until('its job has begun', () =>
    one<boolean>('SELECT EXISTS (SELECT FROM graphile_worker._private_jobs WHERE locked_at IS NOT NULL)'),
  )
  await product.end('SIGKILL')
  await lost
  await holdUp.rollbackTransaction()
  await holdUp.release()
  expect(await one<number>(`SELECT count(*)::int FROM event_waiting JOIN event e ON e.id = event_id WHERE e.kind = 'letter.issued'`)).toBe(
    1,
  )
  expect(ear.lines).not.toContain('LetterChange letter.issued')
  await standstill.end()

  await product.begin()
  await until('every event has its offset', () => one<boolean>('SELECT NOT EXISTS (SELECT FROM event_waiting)'))
  expect(await one<boolean>('SELECT count(*) = max("offset") FROM log')).toBe(true)
  await until('the letter is printed', async () => (await job.letter(people.clerk)).pdfSha256 !== null, 30_000)

  const again = await clerk.ask<IssueLetterMutation, typeof asked>(IssueLetterDocument, asked)
  expect(again.issueLetter.number).toBe(await one<string>(`SELECT number FROM letter WHERE id = '${id}'`))
  expect(await one<number>('SELECT count(*)::int FROM letter_number')).toBe(1)
  expect(await one<number>(`SELECT count(*)::int FROM event WHERE kind = 'letter.issued'`)).toBe(1)
  expect(await one<number>(`SELECT count(*)::int FROM event WHERE kind = 'letter.rendered'`)).toBe(1)

  const resumed = await (await job.at(people.assistant)).listen(cursor)
  await until('the rest has come', () => resumed.lines.includes('LetterChange letter.rendered'))
  expect(resumed.lines).toEqual([
    'CaseChange case.answered',
    'LetterChange letter.issued',
    'Notice letter.issued',
    'LetterChange letter.rendered',
  ])
})
