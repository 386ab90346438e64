import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DataSource } from 'typeorm'
import { dateOfDay, dayOf, jakarta, localDate } from '@domain'
import { closePress } from '@press'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { aKey, as, type Client } from '../../../test/support/as.js'
import { anOrganisation, type Organisation } from '../../../test/support/casework.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { installProfile, profileInForce } from './index.js'
import { REFERENCE_PROFILE } from './reference-profile.data.js'

let database: FreshDatabase
let running: RunningApp
let db: DataSource
let people: Organisation
let admin: Client

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  db = running.app.get(DataSource)
  people = await anOrganisation(db)
  admin = await as(running.url, people.administrator)
})
afterAll(async () => {
  await running.close()
  await closePress()
  await database.drop()
})

const SAVE = `mutation ($after: Int!, $validFrom: Date!, $organisation: String!, $english: String, $address: String!, $contact: String!, $place: String!, $emblemSvg: String, $key: String!) {
  saveOrganisation(after: $after, validFrom: $validFrom, organisation: $organisation, english: $english, address: $address, contact: $contact, place: $place, emblemSvg: $emblemSvg, key: $key) {
    id number validFrom organisation english series emblemSvg savedByName } }`
const VERSIONS = '{ organisationVersions { number organisation } }'
const IN_FORCE = 'query ($at: DateTime) { organisationProfile(at: $at) { number organisation place } }'

const today = dayOf(new Date())
const EMBLEM = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z" fill="#123f6b"/></svg>'
const { english, address, contact, place } = REFERENCE_PROFILE

const newest = async (): Promise<number> => {
  const [row] = await db.query<{ number: number }[]>('SELECT max(number) AS number FROM organisation_profile')
  return row?.number ?? 0
}
const input = async (given: Readonly<Record<string, unknown>> = {}) => ({
  ...{
    english,
    address,
    contact,
    place,
    emblemSvg: EMBLEM,
    organisation: 'Komisi Contoh',
    validFrom: dateOfDay(today),
    after: await newest(),
    key: aKey(),
  },
  ...given,
})

test('an installation has the reference profile, and another start leaves what it finds', async () => {
  expect(await profileInForce(db, new Date())).toMatchObject({ ...REFERENCE_PROFILE, number: 1, series: 'KASN', savedBy: null })
  await installProfile(db.manager, '2022-01-01')
  expect(await newest()).toBe(1)
})

describe('a new version', () => {
  test('is saved by an administrator with its event, and goes on with the number series', async () => {
    const { saveOrganisation } = await admin.ask<{ saveOrganisation: { id: string } }>(
      SAVE,
      await input({ organisation: ' Komisi  Contoh ' }),
    )
    expect(saveOrganisation).toMatchObject({
      number: 2,
      organisation: 'Komisi Contoh',
      series: 'KASN',
      emblemSvg: EMBLEM,
      savedByName: people.administrator.name,
    })
    const events = await db.query<object[]>('SELECT kind, actor_id, position_title, detail FROM event WHERE subject_id = $1', [
      saveOrganisation.id,
    ])
    const detail = { number: 2, validFrom: dateOfDay(today), organisation: 'Komisi Contoh' }
    expect(events).toEqual([
      { kind: 'organisation.changed', actor_id: people.administrator.id, position_title: people.administrator.post.title, detail },
    ])
  })

  test('is in force from its day on, for whoever is signed in', async () => {
    const from = dateOfDay(today + 10)
    await admin.ask(SAVE, await input({ organisation: 'Badan Penerus', place: 'Nusantara', validFrom: from }))
    const reader = await as(running.url, people.assistant)
    const at = async (instant: Date | null) =>
      (await reader.ask<{ organisationProfile: object }>(IN_FORCE, { at: instant?.toISOString() ?? null })).organisationProfile
    expect(await at(null)).toMatchObject({ number: 2 })
    expect(await at(new Date(jakarta(from).getTime() - 1))).toMatchObject({ number: 2 })
    expect(await at(jakarta(from))).toEqual({ number: 3, organisation: 'Badan Penerus', place: 'Nusantara' })
  })

  test('of an earlier day that is saved later rules until the later day', async () => {
    await admin.ask(SAVE, await input({ organisation: 'Komisi Antara', validFrom: dateOfDay(today + 5) }))
    const named = async (day: number) => (await profileInForce(db, jakarta(dateOfDay(day)))).organisation
    expect(await Promise.all([named(today + 4), named(today + 5), named(today + 10)])).toEqual([
      'Komisi Contoh',
      'Komisi Antara',
      'Badan Penerus',
    ])
  })

  test('of today does not reach back to what happened before it was saved', async () => {
    const before = new Date()
    await admin.ask(SAVE, await input({ organisation: 'Komisi Petang' }))
    expect((await profileInForce(db, before)).organisation).toBe('Komisi Contoh')
    expect((await profileInForce(db, new Date())).organisation).toBe('Komisi Petang')
  })

  test('counts for no day before the first: there the first one does', async () => {
    expect((await profileInForce(db, jakarta('2020-01-01'))).number).toBe(1)
  })
})

describe('nothing is saved', () => {
  test.each(['chair', 'head', 'assistant', 'clerk', 'auditor'] as const)('by the %s', async (who) => {
    const someone = await as(running.url, people[who])
    const count = await newest()
    expect((await someone.gql(SAVE, await input())).code).toBe('access.denied')
    expect(await newest()).toBe(count)
    expect((await someone.gql(VERSIONS)).code).toBe(who === 'auditor' ? null : 'access.denied')
  })

  test.each([
    ['from a day that has passed', { validFrom: dateOfDay(today - 1) }, 'organisation.date_passed'],
    ['after a version that is not the newest', { after: 1 }, 'conflict.changed_meanwhile'],
    ['without a name', { organisation: ' ' }, 'request.invalid'],
    ['without a place', { place: '' }, 'request.invalid'],
    ['with a name too long for the head', { organisation: 'a'.repeat(121) }, 'request.invalid'],
    ['in letters that cannot be printed', { organisation: '文書委員会' }, 'organisation.unprintable'],
    [
      'with an emblem that carries a script',
      { emblemSvg: EMBLEM.replace('</svg>', '<script>alert(1)</script></svg>') },
      'organisation.emblem_refused',
    ],
    ['with an emblem that acts', { emblemSvg: EMBLEM.replace('<path', '<path onload="alert(1)"') }, 'organisation.emblem_refused'],
    ['with an emblem that fetches', { emblemSvg: EMBLEM.replace('#123f6b', 'url(https://example.org/a)') }, 'organisation.emblem_refused'],
    ['with an emblem that is too large', { emblemSvg: EMBLEM.replace('M1', 'M0 0'.repeat(9000)) }, 'organisation.emblem_refused'],
    ['with an emblem that is none', { emblemSvg: 'lambang.png' }, 'organisation.emblem_refused'],
  ])('%s', async (_, given, code) => {
    const count = await newest()
    expect((await admin.gql(SAVE, await input(given))).code).toBe(code)
    expect(await newest()).toBe(count)
  })

  test('over a version that exists, nor under another number series', async () => {
    await expect(db.query(`UPDATE organisation_profile SET organisation = 'Lain'`)).rejects.toThrow('never changed')
    await expect(db.query('DELETE FROM organisation_profile')).rejects.toThrow('never changed')
    const copy = `INSERT INTO organisation_profile SELECT gen_random_uuid(), 99, valid_from, organisation, english, address, contact, place, 'LAIN', emblem_svg, $1, 'x', now()
      FROM organisation_profile WHERE number = 1`
    await expect(db.query(copy, [people.administrator.id])).rejects.toThrow('number series')
  })

  test('twice when the same request comes again', async () => {
    const once = await input({ organisation: 'Komisi Sekali' })
    const first = await admin.ask<{ saveOrganisation: { number: number } }>(SAVE, once)
    expect(await admin.ask(SAVE, once)).toEqual(first)
    expect(await newest()).toBe(first.saveOrganisation.number)
  })
})

test('today is the day of Jakarta', async () => {
  expect((await admin.gql(SAVE, await input({ validFrom: localDate(new Date()) }))).code).toBeNull()
})
