import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { DataSource } from 'typeorm'
import { WebSocket } from 'ws'
import { dateOfDay, dayOf, localDate } from '@domain'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { aKey, as, browser, type Client } from '../../../test/support/as.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { aPerson, aPost, aUnit, holds, PASSWORD, someone, type Post, type Somebody } from '../../../test/support/people.js'
import { Sessions } from '../platform/sessions/sessions.js'
import { Vault } from '../platform/vault.js'

let database: FreshDatabase
let server: RunningApp
let db: DataSource
let admin: Somebody & { readonly post: Post }
let console_: Client

beforeAll(async () => {
  database = await freshDatabase()
  server = await startApp(database.url)
  db = server.app.get(DataSource)
  admin = await someone(db, 'ADMIN', { name: 'Bagas Pranata' })
})
beforeEach(async () => {
  await db.query('DELETE FROM login_throttle')
  console_ = await as(server.url, admin)
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

const SAVE_PERSON = `mutation ($id: ID, $version: Int, $name: String!, $email: String!, $nip: String, $key: String!) {
  savePerson(id: $id, version: $version, name: $name, email: $email, nip: $nip, key: $key) { id version name email nip disabledAt positions { title } } }`
const DISABLE = `mutation ($id: ID!, $version: Int!, $disabled: Boolean!, $key: String!) {
  setPersonDisabled(id: $id, version: $version, disabled: $disabled, key: $key) { id version disabledAt } }`
const APPOINT = `mutation ($positionId: ID!, $personId: ID!, $kind: HolderKind!, $mandate: String, $since: Date!, $until: Date, $key: String!) {
  appointHolder(positionId: $positionId, personId: $personId, kind: $kind, mandate: $mandate, since: $since, until: $until, key: $key) {
    id holders { id personId personName kind mandate since until } } }`
const END = 'mutation ($id: ID!, $until: Date!, $key: String!) { endHolder(id: $id, until: $until, key: $key) { id holders { id } } }'
const SAVE_POSITION = `mutation ($id: ID, $code: String!, $title: String!, $unitId: ID!, $role: Role!, $superiorId: ID, $rank: Int!, $closed: Boolean, $key: String!) {
  savePosition(id: $id, code: $code, title: $title, unitId: $unitId, role: $role, superiorId: $superiorId, rank: $rank, closed: $closed, key: $key) {
    id title role closed } }`
const SAVE_UNIT = `mutation ($id: ID, $code: String!, $name: String!, $kind: String!, $parentId: ID, $key: String!) {
  saveUnit(id: $id, code: $code, name: $name, kind: $kind, parentId: $parentId, key: $key) { id code name kind parentId } }`
const ME = '{ me { id positions { title role kind onBehalfOf } } }'

const today = localDate(new Date())
const yesterday = dateOfDay(dayOf(new Date()) - 1)
const tomorrow = dateOfDay(dayOf(new Date()) + 1)

const events = (subjectId: string): Promise<{ kind: string; actor_name: string; position_title: string; text: string }[]> =>
  db.query('SELECT kind, actor_name, position_title, row_to_json(event)::text AS text FROM event WHERE subject_id = $1 ORDER BY id', [
    subjectId,
  ])

describe('accounts', () => {
  const NIP = '198501012010011001'

  test('are opened with a NIP that only the vault can read, and found by its index', async () => {
    const { savePerson } = await console_.ask<{ savePerson: { id: string; version: number; nip: string } }>(SAVE_PERSON, {
      name: '  Ratna   Wulandari ',
      email: 'Ratna.W@KASN.example',
      nip: NIP,
      key: aKey(),
    })
    expect(savePerson).toMatchObject({ version: 1, name: 'Ratna Wulandari', email: 'ratna.w@kasn.example', positions: [] })
    expect(savePerson.nip).not.toContain(NIP.slice(4, 14))
    const [row] = await db.query<{ nip_index: Buffer; nip_sealed: Buffer }[]>('SELECT nip_index, nip_sealed FROM person WHERE id = $1', [
      savePerson.id,
    ])
    expect(row?.nip_index).toEqual(server.app.get(Vault).blindIndex('nip', '19850101 201001 1 001'))
    expect(row?.nip_sealed.toString('latin1')).not.toContain(NIP)
    const [event] = await events(savePerson.id)
    expect(event).toMatchObject({ kind: 'person.changed', actor_name: admin.name, position_title: admin.post.title })
    expect(event?.text).not.toMatch(/ratna|1985/i)
  })

  test('the same request again opens no second one', async () => {
    const variables = { name: 'Dimas Arya', email: 'dimas@kasn.example', key: aKey() }
    const first = await console_.ask(SAVE_PERSON, variables)
    expect(await console_.ask(SAVE_PERSON, variables)).toEqual(first)
    expect((await console_.gql(SAVE_PERSON, { ...variables, name: 'Dimas' })).code).toBe('request.key_reused')
  })

  test.each([
    ['an e-mail that is taken', { email: 'BAGAS@kasn.example' }, 'people.email_taken'],
    ['an e-mail that is none', { email: 'bagas' }, 'identity.email_invalid'],
    ['a NIP that is none', { nip: '123' }, 'identity.nip_invalid'],
    ['no name', { name: '  ' }, 'request.invalid'],
  ])('are refused with %s', async (_, wrong, code) => {
    await aPerson(db, { email: 'bagas@kasn.example' }).catch(() => undefined)
    const answer = await console_.gql(SAVE_PERSON, { name: 'Sari', email: `${randomUUID()}@kasn.example`, key: aKey(), ...wrong })
    expect(answer.code).toBe(code)
  })

  test('are changed only at the version that was seen', async () => {
    const person = await aPerson(db)
    const variables = { id: person.id, version: 1, name: 'Nama Baru', email: person.email }
    expect(await console_.ask(SAVE_PERSON, { ...variables, key: aKey() })).toMatchObject({ savePerson: { version: 2 } })
    const late = await console_.gql(SAVE_PERSON, { ...variables, key: aKey() })
    expect([late.code, late.detail]).toEqual(['conflict.changed_meanwhile', { version: 2 }])
  })

  test('get a password that is told once and ends the old sessions', async () => {
    const person = await aPerson(db)
    const client = await as(server.url, person)
    const variables = { id: person.id, key: aKey() }
    const RESET = 'mutation ($id: ID!, $key: String!) { resetPassword(id: $id, key: $key) }'
    const { resetPassword } = await console_.ask<{ resetPassword: string }>(RESET, variables)
    expect(await console_.ask(RESET, variables)).toEqual({ resetPassword })
    expect((await client.gql(ME)).code).toBe('access.signed_out')
    await as(server.url, person, resetPassword)
    const kept = await db.query<{ text: string }[]>('SELECT row_to_json(request)::text AS text FROM request WHERE action = $1', [
      'resetPassword',
    ])
    expect(JSON.stringify(kept)).not.toContain(resetPassword)
  })

  test('are listed by name, searched, and paged', async () => {
    for (const name of ['Zulaikha A', 'Zulaikha B', 'Zulaikha C']) await aPerson(db, { name })
    const PEOPLE =
      'query ($search: String, $first: Int, $after: String) { people(search: $search, first: $first, after: $after) { rows { name } endCursor total totalCapped } }'
    const first = await console_.ask<{ people: { endCursor: string } }>(PEOPLE, { search: 'zulaikha', first: 2 })
    expect(first.people).toMatchObject({ rows: [{ name: 'Zulaikha A' }, { name: 'Zulaikha B' }], total: 3, totalCapped: false })
    const second = await console_.ask(PEOPLE, { search: 'zulaikha', first: 2, after: first.people.endCursor })
    expect(second).toEqual({ people: { rows: [{ name: 'Zulaikha C' }], endCursor: null, total: 3, totalCapped: false } })
    expect(await console_.ask(PEOPLE, { search: '%' })).toMatchObject({ people: { rows: [] } })
  })
})

describe('somebody who is disabled', () => {
  test('is out at once, cannot come back, and can after being enabled', async () => {
    const person = await someone(db, 'ASISTEN')
    const client = await as(server.url, person)
    const [session] = await db.query<{ id: string }[]>('SELECT id FROM session WHERE person_id = $1', [person.id])
    const sessions = server.app.get(Sessions)
    expect(await sessions.refresh(session?.id ?? '')).toMatchObject({ id: person.id })

    await console_.ask(DISABLE, { id: person.id, version: 1, disabled: true, key: aKey() })
    expect((await client.gql(ME)).code).toBe('access.signed_out')
    expect(await sessions.refresh(session?.id ?? '')).toBeNull()
    await expect(as(server.url, person)).rejects.toThrow('access.bad_credentials')
    expect(await db.query('SELECT 1 FROM session WHERE person_id = $1', [person.id])).toEqual([])

    await console_.ask(DISABLE, { id: person.id, version: 2, disabled: false, key: aKey() })
    await as(server.url, person)
  })

  test('loses the open socket within two seconds', async () => {
    const person = await someone(db, 'ASISTEN')
    const client = await as(server.url, person)
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/live`, 'graphql-transport-ws', {
      headers: { cookie: client.cookie, origin: server.url },
    })
    await once(socket, 'open')
    socket.send(JSON.stringify({ type: 'connection_init' }))
    await once(socket, 'message')
    await console_.ask(DISABLE, { id: person.id, version: 1, disabled: true, key: aKey() })
    const start = performance.now()
    await once(socket, 'close')
    expect(performance.now() - start).toBeLessThan(2_000)
  })

  test('is never the last administrator, however that is tried', async () => {
    const [row] = await db.query<{ version: number }[]>('SELECT version FROM person WHERE id = $1', [admin.id])
    expect((await console_.gql(DISABLE, { id: admin.id, version: row?.version, disabled: true, key: aKey() })).code).toBe(
      'people.last_admin',
    )
    const [held] = await db.query<{ id: string }[]>('SELECT id FROM position_holder WHERE person_id = $1', [admin.id])
    for (const until of [yesterday, today, tomorrow]) {
      expect((await console_.gql(END, { id: held?.id, until, key: aKey() })).code).toBe('people.last_admin')
    }
    const { title, unitId, id } = admin.post
    const post = { id, code: 'ADM', title, unitId, role: 'ADMIN', rank: 1 }
    expect((await console_.gql(SAVE_POSITION, { ...post, role: 'ASISTEN', key: aKey() })).code).toBe('people.last_admin')
    expect((await console_.gql(SAVE_POSITION, { ...post, closed: true, key: aKey() })).code).toBe('people.last_admin')
    expect((await console_.gql(ME)).code).toBeNull()
  })

  test('two administrators cannot remove each other at the same moment', async () => {
    const other = await someone(db, 'ADMIN')
    const second = await as(server.url, other)
    const versions = await db.query<{ id: string; version: number }[]>('SELECT id, version FROM person WHERE id = ANY($1)', [
      [admin.id, other.id],
    ])
    const version = (id: string) => versions.find((row) => row.id === id)?.version
    const answers = await Promise.all([
      console_.gql(DISABLE, { id: other.id, version: version(other.id), disabled: true, key: aKey() }),
      second.gql(DISABLE, { id: admin.id, version: version(admin.id), disabled: true, key: aKey() }),
    ])
    expect(answers.filter((answer) => answer.code === null)).toHaveLength(1)
    await db.query('UPDATE person SET disabled_at = NULL WHERE id = $1', [admin.id])
    await db.query('UPDATE person SET disabled_at = now() WHERE id = $1', [other.id])
  })
})

describe('posts', () => {
  const appoint = (positionId: string, personId: string, given: object = {}) =>
    console_.gql(APPOINT, { positionId, personId, kind: 'definitive', since: today, key: aKey(), ...given })

  test('give their role, and a Plh. names the one stood in for', async () => {
    const [ketua, wakil] = [await aPerson(db, { name: 'Ketua Definitif' }), await aPerson(db)]
    const post = await aPost(db, { role: 'PIMPINAN', title: 'Ketua' })
    await holds(db, ketua, post)
    const client = await as(server.url, wakil)
    const answer = await appoint(post.id, wakil.id, { kind: 'plh', mandate: 'Sprint-7/KASN/2026', until: tomorrow })
    expect(answer.data).toMatchObject({
      appointHolder: { holders: [{ personName: 'Ketua Definitif' }, { personId: wakil.id, kind: 'plh', until: tomorrow }] },
    })
    expect(await client.ask(ME)).toMatchObject({
      me: { positions: [{ title: 'Ketua', role: 'PIMPINAN', kind: 'plh', onBehalfOf: 'Ketua Definitif' }] },
    })
  })

  test.each([
    ['an acting holder without a mandate', { kind: 'plt' }, 'request.invalid'],
    ['an end before the beginning', { until: yesterday }, 'request.invalid'],
    ['a date that does not exist', { since: '2026-02-30' }, 'request.invalid'],
  ])('refuse %s', async (_, given, code) => {
    const post = await aPost(db, { role: 'ASISTEN' })
    expect((await appoint(post.id, (await aPerson(db)).id, given)).code).toBe(code)
  })

  test.each([
    ['definitive', 'definitive', 'people.post_overlap'],
    ['definitive', 'plt', 'people.post_overlap'],
    ['definitive', 'plh', null],
    ['plt', 'definitive', 'people.post_overlap'],
    ['plh', 'plh', 'people.post_overlap'],
  ] as const)('held %s and given %s at the same time: %s', async (kind, given, code) => {
    const post = await aPost(db, { role: 'ASISTEN' })
    await holds(db, await aPerson(db), post, { kind })
    expect((await appoint(post.id, (await aPerson(db)).id, { kind: given, mandate: 'Sprint-1/2026' })).code).toBe(code)
  })

  test('the database refuses a second holder too', async () => {
    const post = await aPost(db, { role: 'ASISTEN' })
    await holds(db, await aPerson(db), post)
    await expect(holds(db, await aPerson(db), post, { kind: 'plt' })).rejects.toThrow('position_holder_one_in_charge')
  })

  test('that end take their rights and sessions with them at once', async () => {
    const person = await someone(db, 'ASISTEN')
    const client = await as(server.url, person)
    const [held] = await db.query<{ id: string }[]>('SELECT id FROM position_holder WHERE person_id = $1', [person.id])
    await console_.ask(END, { id: held?.id, until: yesterday, key: aKey() })
    expect((await client.gql(ME)).code).toBe('access.signed_out')
    expect(await (await as(server.url, person)).ask(ME)).toMatchObject({ me: { positions: [] } })
  })

  test('held until today are held all of today', async () => {
    const person = await someone(db, 'ASISTEN')
    const [held] = await db.query<{ id: string }[]>('SELECT id FROM position_holder WHERE person_id = $1', [person.id])
    await console_.ask(END, { id: held?.id, until: today, key: aKey() })
    expect(await (await as(server.url, person)).ask(ME)).toMatchObject({ me: { positions: [{ role: 'ASISTEN' }] } })
  })

  test('hang neither below themselves nor under a unit that is not there', async () => {
    const unitId = await aUnit(db)
    const [upper, lower] = [await aPost(db, { role: 'POKJA', unitId }), await aPost(db, { role: 'ASISTEN', unitId })]
    await db.query('UPDATE "position" SET superior_id = $1 WHERE id = $2', [upper.id, lower.id])
    const save = (given: object) =>
      console_.gql(SAVE_POSITION, { code: randomUUID(), title: 'x', unitId, role: 'POKJA', rank: 1, key: aKey(), ...given })
    expect((await save({ id: upper.id, superiorId: lower.id })).detail).toEqual({ fields: ['superiorId'] })
    expect((await save({ unitId: randomUUID() })).detail).toEqual({ fields: ['unitId'] })
    expect((await save({ superiorId: upper.id })).code).toBeNull()
  })
})

test('units form a tree and keep their codes apart', async () => {
  const save = (given: object) => console_.gql(SAVE_UNIT, { name: 'Pokja', kind: 'pokja', key: aKey(), ...given })
  const top = (await save({ code: 'POKJA-X' })).data as { saveUnit: { id: string } } | null
  const below = (await save({ code: 'POKJA-Y', parentId: top?.saveUnit.id })).data as { saveUnit: { id: string } } | null
  expect((await save({ code: 'POKJA-X' })).detail).toEqual({ fields: ['code'] })
  expect((await save({ id: top?.saveUnit.id, code: 'POKJA-X', parentId: below?.saveUnit.id })).detail).toEqual({ fields: ['parentId'] })
  expect((await save({ code: 'POKJA-Z', kind: 'kafe' })).detail).toEqual({ fields: ['kind'] })
})

test('everybody may read the directory, nobody but administrators the accounts', async () => {
  const client = await as(server.url, await someone(db, 'ASISTEN', { name: 'Pembaca' }))
  const { directory } = await client.ask<{ directory: { people: { name: string }[]; positions: object[]; units: object[] } }>(
    '{ directory { units { id code } positions { id title holders { personName } closed } people { id name } } }',
  )
  expect(directory.people.map((person) => person.name)).toContain('Pembaca')
  expect(directory.positions.length).toBeGreaterThan(0)
  expect((await client.gql('{ people { total } }')).code).toBe('access.denied')
  expect((await client.gql(SAVE_UNIT, { code: 'X', name: 'X', kind: 'pokja', key: aKey() })).code).toBe('access.denied')
  expect((await client.gql(DISABLE, { id: admin.id, version: 1, disabled: true, key: aKey() })).code).toBe('access.denied')
})

test('a language is kept with the account', async () => {
  const client = await as(server.url, await aPerson(db))
  const SET = 'mutation ($locale: String!, $key: String!) { setLocale(locale: $locale, key: $key) { locale } }'
  expect(await client.ask(SET, { locale: 'en', key: aKey() })).toEqual({ setLocale: { locale: 'en' } })
  expect((await client.gql(SET, { locale: 'fr', key: aKey() })).code).toBe('request.invalid')
  expect((await browser(server.url).gql(SET, { locale: 'id', key: aKey() })).code).toBe('access.signed_out')
  expect(PASSWORD.length).toBeGreaterThanOrEqual(12)
})
