import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { DataSource } from 'typeorm'
import { jakarta, localDate, type Viewer } from '@domain'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { aKey, as, browser, cookieIn } from '../../../test/support/as.js'
import { refusalOf } from '../../../test/support/correspondence.js'
import { until } from '../../../test/support/console.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { aScreen, type WallScreen } from '../../../test/support/screens.js'
import { act, aVisitedOffice, aVisitor, Reception } from '../../../test/support/visits.js'
import { AmendCase } from '../cases/index.js'
import { PairDisplay } from './index.js'
import { lobbyLines } from './lobby-lines.js'

let database: FreshDatabase
let running: RunningApp
let desk: Reception
let me: Viewer
const screens: WallScreen[] = []

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  desk = new Reception(running.app, await aVisitedOffice(running.app.get(DataSource)))
  me = await desk.viewer(desk.people.reception)
})
afterEach(async () => {
  screens.splice(0).forEach((screen) => screen.close())
  await running.app.get(DataSource).query('TRUNCATE login_throttle')
})
afterAll(async () => {
  await running.close()
  await database.drop()
})

async function screen(cookie = ''): Promise<WallScreen> {
  const found = await aScreen(running.url, cookie)
  screens.push(found)
  return found
}
const displays = () => running.app.get(PairDisplay)

/** A screen that the front office has paired, with its stream open. */
async function paired(name = 'Lobi lantai 1'): Promise<{ wall: WallScreen; id: string }> {
  const wall = await screen()
  const { id } = await displays().pair(me, { code: wall.code, name }, act())
  await wall.follow()
  return { wall, id }
}

describe('a screen on the wall', () => {
  test('shows a code until the front office types it, then the queue; its cookie survives the browser, its code opens nothing', async () => {
    const wall = await screen()
    expect(wall.code).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/)
    expect(wall.cookie).toMatch(/^tanggap-lobby=[\w-]{43}$/)
    expect((await wall.lines()).status).toBe(401)
    expect((await browser(running.url, `tanggap-lobby=${wall.code}`).get('/display/lines')).status).toBe(401)
    // asking again is the same screen with the same code
    expect(await wall.present()).toMatchObject({ paired: false, code: wall.code })

    const typed = `${wall.code.slice(0, 4).toLowerCase()}-${wall.code.slice(4)}`
    await displays().pair(me, { code: typed, name: ' Lobi lantai 1 ' }, act())
    expect(await wall.present()).toEqual({ paired: true, name: 'Lobi lantai 1' })
    expect(await refusalOf(displays().pair(me, { code: wall.code, name: 'Lobi lagi' }, act()))).toBe('display.unknown_code')
    await wall.follow()
    expect(await wall.frame(0)).toEqual([])
  })

  test('is paired by nobody but the counter, under a name, while its code is fresh', async () => {
    const wall = await screen()
    for (const who of ['head', 'assistant', 'chair', 'administrator', 'auditor'] as const) {
      const other = await desk.viewer(desk.people[who])
      expect(await refusalOf(displays().pair(other, { code: wall.code, name: 'Layar' }, act()))).toBe('access.denied')
    }
    expect(await refusalOf(displays().pair(me, { code: wall.code, name: '  ' }, act()))).toBe('request.invalid')
    expect(await refusalOf(displays().pair(me, { code: 'ABCDEFGH', name: 'Layar' }, act()))).toBe('display.unknown_code')
    await desk.db.query(`UPDATE lobby_pairing SET expires_at = now() - interval '1 second'`)
    expect(await refusalOf(displays().pair(me, { code: wall.code, name: 'Layar' }, act()))).toBe('display.unknown_code')
    expect(await wall.present()).toMatchObject({ paired: false, code: expect.not.stringMatching(wall.code) })
  })

  test('that is cut off hears so on the open line, and its token opens nothing again', async () => {
    const { wall, id } = await paired()
    const target = { id, version: 1 }
    await displays().revoke(me, target, act())
    await until('the screen follows', () => wall.over)
    expect((await wall.lines()).status).toBe(401)
    expect(await wall.present()).toMatchObject({ paired: false })
    expect(await refusalOf(displays().revoke(me, { id, version: 2 }, act()))).toBe('display.revoked')
    expect(await refusalOf(displays().revoke(me, target, act()))).toBe('conflict.changed_meanwhile')
  })

  test('is nobody: no door of the console opens to its token, and a session opens none of its own', async () => {
    const { wall } = await paired()
    const nobody = browser(running.url, wall.cookie)
    expect((await nobody.gql('{ visits(day: "2026-11-24") { id } }')).code).toBe('access.signed_out')
    expect((await nobody.gql('{ lobbyDisplays { id } }')).code).toBe('access.signed_out')
    const person = await as(running.url, desk.people.reception)
    expect((await person.get('/display/lines')).status).toBe(401)
    // the token under the session's name is no session either
    expect((await browser(running.url, wall.cookie.replace('-lobby', '')).gql('{ me { id } }')).code).toBe('access.signed_out')
  })

  test('asks for codes slowly, and not from another site', async () => {
    const answers = []
    for (let count = 0; count < 8; count++) {
      answers.push(await fetch(`${running.url}/display`, { method: 'POST', headers: { 'x-requested-by': 'tanggap-display' } }))
    }
    expect(answers.map(({ status }) => status)).toContain(429)
    expect((await fetch(`${running.url}/display`, { method: 'POST' })).status).toBe(400)
    expect(cookieIn(answers[0]?.headers ?? new Headers())).toMatch(/^tanggap-lobby=/)
  })

  test('is found in the console by those of the counter, without its token', async () => {
    await paired('Lobi lantai 2')
    const clerk = await as(running.url, desk.people.reception)
    const { lobbyDisplays } = await clerk.ask<{ lobbyDisplays: { name: string; pairedByName: string }[] }>(
      '{ lobbyDisplays { name pairedByName } }',
    )
    expect(lobbyDisplays.map(({ name }) => name)).toContain('Lobi lantai 2')
    const outsider = await as(running.url, desk.people.head)
    expect((await outsider.gql('{ lobbyDisplays { name } }')).code).toBe('access.denied')
    const REVOKE = 'mutation ($id: ID!, $key: String!) { revokeLobbyDisplay(id: $id, version: 1, key: $key) { id } }'
    const [{ id } = { id: '' }] = await desk.db.query<{ id: string }[]>('SELECT id FROM lobby_display WHERE revoked_at IS NULL LIMIT 1')
    expect((await outsider.gql(REVOKE, { id, key: aKey() })).code).toBe('access.denied')
  })
})

/** The keys of a line, and nothing besides. */
const LINE = ['firstName', 'queueNumber', 'room', 'since', 'state']

test('every byte that reaches a screen during a whole day is number, first name, time of arrival, state and room', async () => {
  const { wall } = await paired()
  const today = localDate(Date.now())
  const at = (time: string) => `${today} ${time}`
  const input = aVisitor('MERIT', { unitId: desk.people.unitId, subject: 'Mutasi Rahasia', note: 'Catatan Tersembunyi' })
  const named = (name: string) => ({ ...input, parties: input.parties.map((party) => ({ ...party, name })) })
  const open = await desk.register(at('09.00'), named('Dr. Budi Santoso, M.Si.'))
  await until('the screen follows', () => wall.text.includes('Budi'))
  const secret = await desk.register(at('09.05'), { ...named('Dewi Lestari'), secrecy: 'rahasia' })
  const ethics = await desk.register(at('09.06'), {
    ...aVisitor('KODE_ETIK', { unitId: desk.people.unitId }),
    parties: named('Agus Salim').parties,
  })
  await desk.confirm(at('09.10'), open)
  await until('the screen follows', () => wall.text.includes('"confirmed"'))
  await desk.move(at('09.11'), open, 'showIn')
  await until('the screen follows', () => wall.text.includes('"waiting"'))
  await desk.begin(at('09.15'), open)
  await until('the screen follows', () => wall.text.includes('"in_meeting"'))
  await desk.finish(at('09.40'), open, 'answered_orally')
  await until('the screen follows', async () => (await wall.last()).length === 2)
  await desk.decline(at('09.41'), secret)
  await until('the screen follows', async () => (await wall.last()).length === 1)

  const frames = await wall.frames()
  expect(frames.length).toBeGreaterThan(5)
  for (const line of frames.flat()) expect(Object.keys(line).sort()).toEqual(LINE)
  const frameNames = new Set(frames.flat().map(({ firstName }) => firstName))
  expect(frameNames).toEqual(new Set(['Budi', null]))

  const rows = await desk.db.query<Record<string, unknown>[]>('SELECT v.*, c.subject FROM visit v JOIN "case" c ON c.id = v.case_id')
  const hidden = [
    ...[
      'Santoso',
      'Dewi',
      'Lestari',
      'Agus',
      'Salim',
      'Mutasi',
      'Catatan',
      'Dijelaskan',
      'Bukan kategori',
      'MERIT',
      'KODE_ETIK',
      'rahasia',
    ],
    ...rows.flatMap((row) => [row['id'], row['case_id'], row['case_unit_id'], row['case_holder_position_id'], row['case_registrar_id']]),
    ...Object.values(desk.people).flatMap((one) =>
      typeof one === 'object' && 'email' in one ? [String(one.name), String(one.email), String(one.id)] : [],
    ),
  ]
  for (const word of hidden) expect(wall.text).not.toContain(String(word))
  expect(await desk.visit(ethics)).toMatchObject({ state: 'disposed' })
})

test('a name disappears at once when the request becomes secret', async () => {
  const { wall } = await paired()
  const id = await desk.register(`${localDate(Date.now())} 10.00`, aVisitor('MERIT'))
  await until('the screen follows', async () => (await wall.last()).some(({ firstName }) => firstName === 'Dewi'))
  const theCase = await desk.caseOf(id)
  const { id: caseId, version } = theCase
  const input = { ...aVisitor('MERIT'), secrecy: 'rahasia' as const, receivedAt: theCase.receivedAt }
  await desk.at(`${localDate(Date.now())} 10.05`, () => running.app.get(AmendCase).run(me, { id: caseId, version }, input, act()))
  await until('the screen follows', async () => !(await wall.last()).some(({ firstName }) => firstName === 'Dewi'))
})

test('the queue of today: numbers of all, first names where they are harmless, yesterday and the virtual not at all', async () => {
  const day = '2026-12-02'
  const noon = jakarta(day, '12.00')
  const named = (name: string, service: 'MERIT' | 'KODE_ETIK' = 'MERIT', given = {}) => {
    const input = aVisitor(service, { unitId: desk.people.unitId, ...given })
    return desk.register(`${day} 09.00`, { ...input, parties: input.parties.map((party) => ({ ...party, name })) })
  }
  await desk.register('2026-12-01 09.00', aVisitor('MERIT'))
  await named('Dr. Budi Santoso, M.Si.')
  await named('Sukarno')
  await named('Dewi Lestari', 'KODE_ETIK')
  await named('Agus Salim', 'MERIT', { secrecy: 'terbatas' })
  await named('Rahasia Besar', 'MERIT', { secrecy: 'sangat_rahasia' })
  await desk.register(
    `${day} 09.10`,
    aVisitor('MEDLIN', { channel: 'virtual', unitId: desk.people.unitId, identityShown: false, identityCard: null, requirements: [] }),
  )
  const lines = await lobbyLines(desk.db, noon)
  expect(lines.map(({ queueNumber, firstName }) => [queueNumber, firstName])).toEqual([
    [1, 'Budi'],
    [2, null],
    [3, null],
    [4, null],
    [5, null],
  ])
  expect(lines[0]).toEqual({ queueNumber: 1, firstName: 'Budi', since: jakarta(day, '09.00'), state: 'disposed', room: null })
})
