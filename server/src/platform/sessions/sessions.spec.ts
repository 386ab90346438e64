import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DataSource } from 'typeorm'
import { startApp, type RunningApp } from '../../../../test/support/app.js'
import { aKey, as, browser, cookieIn } from '../../../../test/support/as.js'
import { freshDatabase, type FreshDatabase } from '../../../../test/support/database.js'
import { aPerson, PASSWORD, someone } from '../../../../test/support/people.js'

let database: FreshDatabase
let server: RunningApp
let db: DataSource

beforeAll(async () => {
  database = await freshDatabase()
  server = await startApp(database.url)
  db = server.app.get(DataSource)
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

const LOGIN = 'mutation ($email: String!, $password: String!) { login(email: $email, password: $password) { id name positions { role } } }'
const ME = '{ me { id name email locale } }'

const login = (email: string, password: string, cookie = '') => browser(server.url, cookie).gql(LOGIN, { email, password })

describe('signing in', () => {
  test('opens a session that only its cookie knows', async () => {
    const person = await someone(db, 'ASISTEN')
    const answer = await login(person.email, PASSWORD)
    expect(answer.data).toEqual({ login: { id: person.id, name: person.name, positions: [{ role: 'ASISTEN' }] } })
    expect(answer.headers.get('set-cookie')).toMatch(/^tanggap=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    const rows = await db.query<{ token_hash: Buffer }[]>('SELECT token_hash FROM session WHERE person_id = $1', [person.id])
    expect(rows).toHaveLength(1)
    expect(answer.headers.get('set-cookie')).not.toContain(rows[0]?.token_hash.toString('base64url') ?? '-')
  })

  test('takes the address as it was typed', async () => {
    const person = await aPerson(db)
    expect((await login(`  ${person.email.toUpperCase()} `, PASSWORD)).code).toBeNull()
  })

  test('again in the same browser ends the session before', async () => {
    const person = await aPerson(db)
    const first = await as(server.url, person)
    const second = await login(person.email, PASSWORD, first.cookie)
    expect(cookieIn(second.headers)).not.toBe(first.cookie)
    expect((await first.gql(ME)).code).toBe('access.signed_out')
  })

  test('mistyped, unknown and disabled get one answer', async () => {
    const [known, disabled] = [await aPerson(db), await aPerson(db)]
    await db.query('UPDATE person SET disabled_at = now() WHERE id = $1', [disabled.id])
    const answers = [
      await login(known.email, 'salah-sandi-12345'),
      await login('nobody@tanggap.test', PASSWORD),
      await login(disabled.email, PASSWORD),
    ]
    expect(answers.map(({ status, data, code, detail }) => ({ status, data, code, detail }))).toEqual(
      answers.map(() => ({ status: 200, data: null, code: 'access.bad_credentials', detail: {} })),
    )
  })

  test('an unknown person costs the same work as a known one', async () => {
    const known = await aPerson(db)
    const time = async (email: string): Promise<number> => {
      await db.query('DELETE FROM login_throttle')
      const start = performance.now()
      await login(email, 'salah-sandi-12345')
      return performance.now() - start
    }
    const median = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
    const [right, wrong]: [number[], number[]] = [[], []]
    for (let round = 0; round < 7; round++) {
      right.push(await time(known.email))
      wrong.push(await time(`nobody${round}@tanggap.test`))
    }
    expect(median(wrong)).toBeGreaterThan(median(right) * 0.5)
  })
})

describe('guessing', () => {
  const fail = async (email: string, times: number): Promise<(string | null)[]> => {
    const codes: (string | null)[] = []
    for (let n = 0; n < times; n++) codes.push((await login(email, 'salah-sandi-12345')).code)
    return codes
  }

  test('becomes slow after three failures, for known and unknown accounts alike', async () => {
    const known = await aPerson(db)
    for (const email of [known.email, 'tebakan@tanggap.test']) {
      await db.query('DELETE FROM login_throttle')
      expect(await fail(email, 5)).toEqual([...Array.from({ length: 4 }, () => 'access.bad_credentials'), 'access.too_many_attempts'])
    }
    const refused = await login('tebakan@tanggap.test', PASSWORD)
    expect(refused.detail).toEqual({ seconds: 1 })
  })

  test('never waits longer than a minute for an account and five for an address, and is forgotten', async () => {
    const known = await aPerson(db)
    await db.query('DELETE FROM login_throttle')
    await fail(known.email, 1)
    await db.query('UPDATE login_throttle SET failures = 500')
    await fail(known.email, 1)
    const waits = await db.query<{ seconds: number }[]>(
      'SELECT extract(epoch FROM free_at - last_at)::int AS seconds FROM login_throttle ORDER BY 1',
    )
    expect(waits).toEqual([{ seconds: 60 }, { seconds: 300 }])
    await db.query("UPDATE login_throttle SET last_at = now() - interval '16 minutes', free_at = now()")
    expect((await login(known.email, PASSWORD)).code).toBeNull()
  })

  test('many at once wait like one after the other', async () => {
    await db.query('DELETE FROM login_throttle')
    const known = await aPerson(db)
    const began = performance.now()
    const answers = await Promise.all(Array.from({ length: 20 }, () => login(known.email, 'salah-sandi-12345')))
    const secondsOfWaiting = Math.ceil((performance.now() - began) / 1000)
    const tried = answers.filter((answer) => answer.code === 'access.bad_credentials').length
    expect(tried).toBeLessThanOrEqual(4 + secondsOfWaiting)
    expect(tried).toBeLessThan(20)
    await db.query('DELETE FROM login_throttle')
  })

  test('an office that signs in at the same moment from one address is not held up', async () => {
    await db.query('DELETE FROM login_throttle')
    const office = await Promise.all(Array.from({ length: 12 }, () => aPerson(db)))
    const answers = await Promise.all(office.map(({ email }) => login(email, PASSWORD)))
    expect(answers.map(({ code }) => code)).toEqual(office.map(() => null))
  })
})

describe('a session ends', () => {
  const ends = async (change: string): Promise<string | null> => {
    const person = await aPerson(db)
    const client = await as(server.url, person)
    expect((await client.gql(ME)).code).toBeNull()
    await db.query(change, [person.id])
    return (await client.gql(ME)).code
  }

  test.each([
    ['after 30 idle minutes', "UPDATE session SET last_seen_at = now() - interval '31 minutes' WHERE person_id = $1"],
    [
      'after ten hours',
      "UPDATE session SET expires_at = now() - interval '1 second', created_at = now() - interval '11 hours' WHERE person_id = $1",
    ],
    ['when the epoch of the person moves on', 'UPDATE person SET epoch = epoch + 1 WHERE id = $1'],
    ['when the person is disabled', 'UPDATE person SET disabled_at = now() WHERE id = $1'],
  ])('%s', async (_, change) => {
    expect(await ends(change)).toBe('access.signed_out')
  })

  test('but not while the person works', async () => {
    const person = await aPerson(db)
    const client = await as(server.url, person)
    await db.query("UPDATE session SET last_seen_at = now() - interval '29 minutes' WHERE person_id = $1", [person.id])
    await client.ask(ME)
    const [row] = await db.query<{ fresh: boolean }[]>(
      "SELECT last_seen_at > now() - interval '1 minute' AS fresh FROM session WHERE person_id = $1",
      [person.id],
    )
    expect(row?.fresh).toBe(true)
  })

  test('at logout, and the browser is told to forget', async () => {
    const client = await as(server.url, await aPerson(db))
    const answer = await client.gql('mutation { logout }')
    expect(answer.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"')
    expect(answer.headers.get('set-cookie')).toMatch(/^tanggap=; .*Expires=Thu, 01 Jan 1970/)
    expect((await client.gql(ME)).code).toBe('access.signed_out')
  })
})

describe('my sessions', () => {
  test('are listed with the current one marked, and another can be ended, once per key', async () => {
    const person = await aPerson(db)
    const [here, there] = [await as(server.url, person), await as(server.url, person)]
    const { mySessions } = await here.ask<{ mySessions: { id: string; current: boolean }[] }>(
      '{ mySessions { id current address userAgent } }',
    )
    expect(mySessions).toHaveLength(2)
    const other = mySessions.find((session) => !session.current)
    const key = aKey()
    const REVOKE = 'mutation ($id: ID!, $key: String!) { revokeSession(id: $id, key: $key) }'
    expect(await here.ask(REVOKE, { id: other?.id, key })).toEqual({ revokeSession: true })
    expect(await here.ask(REVOKE, { id: other?.id, key })).toEqual({ revokeSession: true })
    expect((await there.gql(ME)).code).toBe('access.signed_out')
    expect((await here.gql(ME)).code).toBeNull()
  })

  test('of somebody else cannot be ended', async () => {
    const [me, other] = [await aPerson(db), await aPerson(db)]
    const [mine, theirs] = [await as(server.url, me), await as(server.url, other)]
    const [row] = await db.query<{ id: string }[]>('SELECT id FROM session WHERE person_id = $1', [other.id])
    const REVOKE = 'mutation ($id: ID!, $key: String!) { revokeSession(id: $id, key: $key) }'
    expect(await mine.ask(REVOKE, { id: row?.id, key: aKey() })).toEqual({ revokeSession: false })
    expect((await theirs.gql(ME)).code).toBeNull()
  })

  test('a changed password ends the others and keeps this one', async () => {
    const person = await aPerson(db)
    const [here, there] = [await as(server.url, person), await as(server.url, person)]
    const CHANGE =
      'mutation ($current: String!, $next: String!, $key: String!) { changePassword(current: $current, next: $next, key: $key) }'
    expect((await here.gql(CHANGE, { current: 'bukan-sandi-saya-1', next: 'kuda-laut-7-biru', key: aKey() })).code).toBe(
      'people.wrong_password',
    )
    expect((await here.gql(CHANGE, { current: PASSWORD, next: 'pendek', key: aKey() })).code).toBe('people.weak_password')
    await here.ask(CHANGE, { current: PASSWORD, next: 'kuda-laut-7-biru', key: aKey() })
    expect((await here.gql(ME)).code).toBeNull()
    expect((await there.gql(ME)).code).toBe('access.signed_out')
    expect((await login(person.email, 'kuda-laut-7-biru')).code).toBeNull()
  })
})
