import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { closePress } from '@press'
import { startApp } from '../../../test/support/app.js'
import { CORRUPTIONS } from '../../../test/support/corruptions.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { anOfficeWithAPast } from '../../../test/support/past.js'
import { AnchorTrail } from './anchor-trail.js'
import { INVARIANTS } from './invariants/index.js'
import { lookAt, verify, type Outside } from './verify.js'

let database: FreshDatabase
let client: pg.Client
let outside: Outside & { readonly filesDir: string }
const NOWHERE: Outside = { filesDir: null, anchorFile: null }

beforeAll(async () => {
  database = await freshDatabase()
  const running = await startApp(database.url)
  outside = running.config
  await anOfficeWithAPast(running)
  await running.app.get(AnchorTrail).run()
  await running.close()
  await closePress()
  client = new pg.Client(database.url)
  await client.connect()
}, 120_000)

afterAll(async () => {
  await client.end()
  await database.drop()
})

/** Takes away, inside the transaction, everything in the database that would stop a corruption: triggers, foreign keys, checks, unique indexes. */
async function loosen(): Promise<void> {
  await client.query('SET LOCAL session_replication_role = replica')
  await client.query(`DO $$ DECLARE one record; BEGIN
    FOR one IN SELECT conrelid::regclass AS t, conname FROM pg_constraint WHERE contype IN ('c', 'x', 'u') AND connamespace = 'public'::regnamespace LOOP
      EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I CASCADE', one.t, one.conname);
    END LOOP;
    FOR one IN SELECT indexrelid::regclass AS i FROM pg_index JOIN pg_class c ON c.oid = indrelid
      WHERE indisunique AND NOT indisprimary AND c.relnamespace = 'public'::regnamespace LOOP
      EXECUTE format('DROP INDEX IF EXISTS %s', one.i);
    END LOOP;
  END $$`)
}

test('every invariant holds of what the real acts made', async () => {
  const findings = await verify(database.url, outside)
  expect(findings.filter((finding) => finding.outcome !== 'ok')).toEqual([])
  expect(findings.map((finding) => finding.code)).toEqual(INVARIANTS.map((invariant) => invariant.code))
})

test('without the folder of the files and the anchors, what needs them is not looked at', async () => {
  const findings = await verify(database.url, NOWHERE)
  expect(findings.filter((finding) => finding.outcome !== 'ok').map(({ code, outcome }) => [code, outcome])).toEqual([
    ['trail.anchored', 'skipped'],
    ['files.blob', 'skipped'],
    ['files.orphans', 'skipped'],
  ])
})

test('every invariant has a code of its own, and a corruption that it must notice', () => {
  const codes = INVARIANTS.map((invariant) => invariant.code)
  expect(new Set(codes).size).toBe(codes.length)
  expect(Object.keys(CORRUPTIONS).sort()).toEqual([...codes].sort())
})

describe('one row goes wrong', () => {
  test.each(INVARIANTS.map((invariant) => [invariant.code, invariant] as const))(
    '%s is reported with its rows',
    async (code, invariant) => {
      const corruption = CORRUPTIONS[code]
      await client.query('BEGIN')
      try {
        await loosen()
        if (corruption?.sql) expect((await client.query(corruption.sql)).rowCount).toBeGreaterThan(0)
        corruption?.disk?.(outside.filesDir)
        const [finding] = await lookAt(client, outside, [invariant])
        expect(finding).toMatchObject({ code, outcome: 'offends', error: null })
        expect(finding?.rows.length).toBeGreaterThan(0)
      } finally {
        await client.query('ROLLBACK')
      }
    },
  )
})

test('nothing can be written while a database is verified', async () => {
  const { rows } = await client.query<{ n: string }>('SELECT count(*) AS n FROM event')
  await verify(database.url, NOWHERE)
  expect((await client.query('SELECT count(*) AS n FROM event')).rows).toEqual(rows)
  const reading = new pg.Client({ connectionString: database.url, options: '-c default_transaction_read_only=on' })
  await reading.connect()
  await expect(reading.query('DELETE FROM notice')).rejects.toMatchObject({ code: '25006' })
  await reading.end()
})

test('a database that is none of ours is named as such', async () => {
  const other = new URL(database.url)
  other.pathname = '/postgres'
  await expect(verify(other.href, NOWHERE)).rejects.toMatchObject({ name: 'VerifyProblem' })
})

test('an invariant that the database cannot answer is a failure, and the others are looked at all the same', async () => {
  await client.query('BEGIN')
  try {
    await client.query('ALTER TABLE mail RENAME TO post')
    const findings = await lookAt(client, NOWHERE)
    expect(findings.find(({ code }) => code === 'outbox.lease')).toMatchObject({ outcome: 'failed', error: expect.stringMatching(/mail/) })
    expect(findings.find(({ code }) => code === 'trail.chain')).toMatchObject({ outcome: 'ok' })
  } finally {
    await client.query('ROLLBACK')
  }
})
