import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DataSource } from 'typeorm'
import { GUARDED_AT_MOST, type Viewer } from '@domain'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { aKey } from '../../../test/support/as.js'
import { anOrganisation, aRegistration, type Organisation, type Worker } from '../../../test/support/casework.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { someone } from '../../../test/support/people.js'
import { AmendCase, Case, LeakGuard, RegisterCase } from '../cases/index.js'
import { loadViewer } from '../platform/sessions/load-viewer.js'
import { Work } from '../platform/work.js'

let database: FreshDatabase
let running: RunningApp
let db: DataSource
let people: Organisation
let custodian: Worker
let row: Case

const NAME = 'Kartikaningrum Pelapor'

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  db = running.app.get(DataSource)
  people = await anOrganisation(db)
  custodian = await someone(db, 'CUSTODIAN', { title: 'Kustodian' })
  const input = aRegistration('NETRALITAS', { protection: 'sealed', secrecy: 'terbatas' })
  const [requester, ...others] = input.parties
  if (!requester) throw new Error('no requester')
  const entry = { ...input, parties: [{ ...requester, name: NAME }, ...others] }
  const { id } = await running.app.get(RegisterCase).run(await viewer(people.clerk), entry, { key: aKey(), input: {} })
  row = await db.manager.findOneByOrFail(Case, { id })
})
afterAll(async () => {
  await running.close()
  await database.drop()
})

async function viewer(who: { id: string }): Promise<Viewer> {
  const found = await loadViewer(db, who.id, new Date())
  if (!found) throw new Error('nobody')
  return found
}
const guarded = (who: Worker) =>
  db.query<{ detail: object; before: object }[]>(`SELECT detail, before FROM event WHERE kind = 'identity.guarded' AND actor_id = $1`, [
    who.id,
  ])

/** Somebody lets a text out of the house. */
const letOut = async (who: Worker, text: string): Promise<string> => {
  const me = await viewer(who)
  return running.app
    .get(Work)
    .run(me, 'letOut', { key: aKey(), input: { text } }, async (tx) => {
      await tx.query('SELECT FROM "case" WHERE id = $1 FOR UPDATE', [row.id])
      await running.app.get(LeakGuard).demandDiscreet(tx, row, 'issue', { body: text })
      return {}
    })
    .then(
      () => 'let out',
      (refused: { code: string; detail?: object }) => [refused.code, ...Object.keys(refused.detail ?? {})].join(' '),
    )
}

describe('the guard at the door of the house', () => {
  test('says that something is protected and no more, writes it down though all else is rolled back, and tells the custodians', async () => {
    expect(await letOut(people.clerk, 'Kepada pelapor, dengan hormat')).toBe('let out')
    expect(await letOut(people.clerk, `Kepada ${NAME}`)).toBe('letter.reveals_reporter')
    expect(await guarded(people.clerk)).toMatchObject([{ detail: { of: 'issue' }, before: { id: row.id } }])
    const told = await db.query<{ person_id: string }[]>(`SELECT person_id FROM notice WHERE kind = 'identity.guarded'`)
    expect(told).toEqual([{ person_id: custodian.id }])
    expect(JSON.stringify(await db.query('SELECT * FROM event'))).not.toContain('Kartikaningrum')
  })

  test('answers no guesses: a name that is asked for among many at once is not found out', async () => {
    const guesses = Array.from({ length: 8 }, (_, index) => (index === 7 ? `Kepada ${NAME}` : `Kepada ${NAME}, ${index}`))
    const answers = await Promise.all(guesses.map((guess) => letOut(people.clerk2, guess)))
    expect(answers.filter((answer) => answer === 'letter.reveals_reporter').length).toBeLessThanOrEqual(GUARDED_AT_MOST)
    for (let turn = 0; turn < GUARDED_AT_MOST; turn++) await letOut(people.clerk2, NAME)
    expect(await guarded(people.clerk2)).toHaveLength(GUARDED_AT_MOST)
    expect(await letOut(people.clerk2, 'Surat yang tidak menyebut siapa pun')).toBe('reporter.guard_blocked until')
    expect(await guarded(people.clerk2)).toHaveLength(GUARDED_AT_MOST)
    expect(await letOut(people.clerk, 'Surat rekan tetap dapat terbit')).toBe('let out')
  })

  test('lets the person go on when a day has passed', async () => {
    await db.query(`ALTER TABLE event DISABLE TRIGGER USER`)
    await db.query(`UPDATE event SET at = at - interval '25 hours' WHERE kind = 'identity.guarded'`)
    await db.query(`ALTER TABLE event ENABLE TRIGGER USER`)
    expect(await letOut(people.clerk2, 'Surat yang tidak menyebut siapa pun')).toBe('let out')
  })

  test('stands before corrections of a sealed registration as well', async () => {
    const parties = await db.query<{ id: string; role: 'requester' | 'reported' }[]>('SELECT id, role FROM party WHERE case_id = $1', [
      row.id,
    ])
    const input = aRegistration('NETRALITAS', { subject: row.subject, summary: `Menurut ${NAME}`, secrecy: 'terbatas' })
    const amended = input.parties.map((party) => ({ ...party, id: parties.find(({ role }) => role === party.role)?.id ?? null }))
    const refused = running.app
      .get(AmendCase)
      .run(await viewer(people.clerk), row, { ...input, parties: amended }, { key: aKey(), input: {} })
    await expect(refused).rejects.toMatchObject({ code: 'reporter.named_in_text', detail: {} })
    expect((await guarded(people.clerk)).at(-1)).toMatchObject({ detail: { of: 'registration' } })
  })
})
