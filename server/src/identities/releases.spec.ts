import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DataSource } from 'typeorm'
import type { Viewer } from '@domain'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { aKey, as } from '../../../test/support/as.js'
import { anOrganisation, aRegistration, type Organisation, type Worker } from '../../../test/support/casework.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { PASSWORD, someone } from '../../../test/support/people.js'
import { Case, RegisterCase, SealReporter } from '../cases/index.js'
import { DisposeCase, HandOverCase } from '../dispositions/index.js'
import { loadViewer } from '../platform/sessions/load-viewer.js'
import { DecideRelease } from './decide-release.js'
import { DeclareRelation } from './declare-relation.js'
import { dossierOf } from './dossier.js'
import { IdentityRelease } from './identity-release.entity.js'
import { ReadIdentity } from './read-identity.js'
import { RequestRelease } from './request-release.js'
import { Vault } from '../platform/vault.js'

let database: FreshDatabase
let running: RunningApp
let db: DataSource
let people: Organisation
let custodian: Worker
let custodian2: Worker

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  db = running.app.get(DataSource)
  people = await anOrganisation(db)
})
afterAll(async () => {
  await running.close()
  await database.drop()
})

const REPORTER = 'Ratnasari Pelapornya'
const act = () => ({ key: aKey(), input: {} })
const theCase = (id: string): Promise<Case> => db.manager.findOneByOrFail(Case, { id })
const theRelease = (id: string): Promise<IdentityRelease> => db.manager.findOneByOrFail(IdentityRelease, { id })
async function viewer(who: { id: string }): Promise<Viewer> {
  const found = await loadViewer(db, who.id, new Date())
  if (!found) throw new Error('nobody')
  return found
}

/** A complaint whose reporter is sealed, with the Asisten. */
async function sealedCase(protection: 'open' | 'sealed' = 'sealed', more: Partial<ReturnType<typeof aRegistration>> = {}): Promise<Case> {
  const input = aRegistration('NETRALITAS', { protection, secrecy: 'terbatas', ...more })
  const [requester, ...others] = input.parties
  if (!requester) throw new Error('no requester')
  const parties = [{ ...requester, name: REPORTER }, ...others]
  const { id } = await running.app.get(RegisterCase).run(await viewer(people.clerk), { ...input, parties }, act())
  return theCase(id)
}
async function inHand(row: Case): Promise<Case> {
  await running.app.get(HandOverCase).run(await viewer(people.clerk), row, null, act())
  const main = (worker: Worker) => [{ toPositionId: worker.post.id, kind: 'main' as const, instructions: ['follow_up'] }]
  const { version: first } = await theCase(row.id)
  await running.app.get(DisposeCase).run(await viewer(people.chair), { caseId: row.id, version: first }, main(people.head), act())
  const { version } = await theCase(row.id)
  await running.app.get(DisposeCase).run(await viewer(people.head), { caseId: row.id, version }, main(people.assistant), act())
  return theCase(row.id)
}
const ASKED = { purpose: 'clarification', reason: 'Klarifikasi tatap muka dengan pelapor', hours: 2 } as const
const ask = async (who: Worker, row: Case) => running.app.get(RequestRelease).run(await viewer(who), row.id, ASKED, act())

test('without a custodian there is no release', async () => {
  const row = await inHand(await sealedCase())
  await expect(ask(people.assistant, row)).rejects.toMatchObject({ code: 'release.no_custodian' })
})

describe('with two custodians', () => {
  let row: Case
  beforeAll(async () => {
    custodian = await someone(db, 'CUSTODIAN', { title: 'Kustodian 1' })
    custodian2 = await someone(db, 'CUSTODIAN', { title: 'Kustodian 2' })
    row = await inHand(await sealedCase())
  })

  test('whoever does not handle the case may not ask, nor about an open reporter', async () => {
    await expect(ask(people.outsider, row)).rejects.toMatchObject({ code: 'access.denied' })
    await expect(ask(people.clerk, row)).rejects.toMatchObject({ code: 'access.denied' })
    await expect(ask(people.assistant, await inHand(await sealedCase('open')))).rejects.toMatchObject({ code: 'reporter.not_sealed' })
  })

  test('a custodian opens it for somebody else, inside the window, after the password, and is told of every look', async () => {
    const { id } = await ask(people.assistant, row)
    await expect(ask(people.assistant, row)).rejects.toMatchObject({ code: 'release.already_asked' })
    const read = async (who: Worker, password = PASSWORD) => running.app.get(ReadIdentity).run(await viewer(who), id, password)
    await expect(read(people.assistant)).rejects.toMatchObject({ code: 'release.wrong_status' })
    await expect(
      running.app.get(DecideRelease).grant(await viewer(people.assistant), { id, version: 1 }, 2, null, act()),
    ).rejects.toMatchObject({ code: 'access.two_persons' })
    await expect(running.app.get(DecideRelease).grant(await viewer(custodian), { id, version: 1 }, 3, null, act())).rejects.toMatchObject({
      code: 'release.hours',
    })
    await running.app.get(DecideRelease).grant(await viewer(custodian), { id, version: 1 }, 2, null, act())
    await expect(read(people.assistant, 'bukan sandinya')).rejects.toMatchObject({ code: 'people.wrong_password' })
    for (const other of [custodian, people.head, people.clerk]) await expect(read(other)).rejects.toMatchObject({ code: 'access.denied' })

    const seen = await read(people.assistant)
    expect(seen).toMatchObject({ name: REPORTER, nik: '9901014501900001', pseudonym: row.senderName, readerName: people.assistant.name })
    expect(await theRelease(id)).toMatchObject({ status: 'granted', reads: 1 })
    const told = await db.query<object[]>(`SELECT person_id FROM notice WHERE kind = 'identity.read' AND case_id = $1`, [row.id])
    expect(told).toHaveLength(2)

    await running.app
      .get(DecideRelease)
      .revoke(await viewer(custodian2), { id, version: (await theRelease(id)).version }, 'Klarifikasi selesai', act())
    await expect(read(people.assistant)).rejects.toMatchObject({ code: 'release.wrong_status' })
    const events = await db.query<{ kind: string }[]>(`SELECT kind FROM event WHERE subject_id = $1 ORDER BY id`, [id])
    expect(events.map(({ kind }) => kind)).toEqual(['identity.requested', 'identity.granted', 'identity.read', 'identity.revoked'])
    const [leak] = await db.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM event WHERE concat_ws(' ', before::text, after::text, detail::text, note, notify::text) ILIKE '%' || $1 || '%'`,
      [REPORTER],
    )
    expect(leak?.n).toBe(0)
  })

  test('after its time an open window shows nothing, and there is nothing left to revoke', async () => {
    const other = await inHand(await sealedCase())
    const { id } = await ask(people.assistant, other)
    await running.app.get(DecideRelease).grant(await viewer(custodian), { id, version: 1 }, 1, null, act())
    await db.query(
      `UPDATE identity_release SET decided_at = decided_at - interval '3 hours', until = until - interval '3 hours' WHERE id = $1`,
      [id],
    )
    await expect(running.app.get(ReadIdentity).run(await viewer(people.assistant), id, PASSWORD)).rejects.toMatchObject({
      code: 'release.expired',
    })
    await expect(
      running.app.get(DecideRelease).revoke(await viewer(custodian), { id, version: 2 }, 'Sudah usai', act()),
    ).rejects.toMatchObject({
      code: 'release.expired',
    })
  })

  test('two requests in a case are one task on each custodian’s desk, gone when the last is decided, whatever becomes of the case', async () => {
    const other = await inHand(await sealedCase())
    const desks = () =>
      db.query<{ id: string }[]>(
        `SELECT position_id AS id FROM task WHERE case_id = $1 AND kind = 'release' AND closed_at IS NULL ORDER BY 1`,
        [other.id],
      )
    const first = await ask(people.assistant, other)
    const second = await ask(people.head, other)
    expect((await desks()).map(({ id }) => id)).toEqual([custodian.post.id, custodian2.post.id].sort())
    await running.app.get(DecideRelease).withdraw(await viewer(people.assistant), { id: first.id, version: 1 }, act())
    expect(await desks()).toHaveLength(2)
    const { version } = await theCase(other.id)
    const branches = [{ toPositionId: people.assistant2.post.id, kind: 'main' as const, instructions: [] }]
    await running.app.get(DisposeCase).run(await viewer(people.head), { caseId: other.id, version }, branches, act())
    expect(await desks()).toHaveLength(2)
    await running.app.get(DecideRelease).refuse(await viewer(custodian), { id: second.id, version: 1 }, 'Tidak diperlukan', act())
    expect(await desks()).toEqual([])
  })

  test('a past handler loses the window with the case', async () => {
    const other = await inHand(await sealedCase())
    const { id } = await ask(people.assistant, other)
    await running.app.get(DecideRelease).grant(await viewer(custodian), { id, version: 1 }, 1, null, act())
    const { version } = await theCase(other.id)
    const branches = [{ toPositionId: people.assistant2.post.id, kind: 'main' as const, instructions: [] }]
    await running.app.get(DisposeCase).run(await viewer(people.head), { caseId: other.id, version }, branches, act())
    await expect(running.app.get(ReadIdentity).run(await viewer(people.assistant), id, PASSWORD)).rejects.toMatchObject({
      code: 'access.denied',
    })
  })

  test('a custodian who wrote in the case, or is reported in it, does not release', async () => {
    const other = await inHand(await sealedCase())
    const { id } = await ask(people.assistant, other)
    await db.query(`UPDATE "case" SET excluded_person_ids = ARRAY[$2::uuid] WHERE id = $1`, [other.id, custodian.id])
    await expect(running.app.get(DecideRelease).grant(await viewer(custodian), { id, version: 1 }, 1, null, act())).rejects.toMatchObject({
      code: 'conflict_of_interest',
    })
    await running.app.get(DecideRelease).refuse(await viewer(custodian2), { id, version: 1 }, 'Belum perlu', act())
    expect(await theRelease(id)).toMatchObject({ status: 'refused', decidedBy: custodian2.id, until: null })
  })
})

test('sealing later moves the identity away, and is refused while the papers name the reporter', async () => {
  const named = await sealedCase('open', { summary: `Menurut ${REPORTER}, terlapor berkampanye.` })
  await expect(running.app.get(SealReporter).run(await viewer(people.clerk), named, act())).rejects.toMatchObject({
    code: 'reporter.named_in_text',
    detail: { fields: ['summary'] },
  })
  const open = await sealedCase('open')
  expect(open.senderName).toBe(REPORTER)
  await running.app.get(SealReporter).run(await viewer(people.clerk), open, act())
  const sealed = await theCase(open.id)
  expect(sealed).toMatchObject({ reporterProtection: 'sealed', letterNumber: null, version: 2 })
  expect(sealed.senderName).toMatch(/^Pelapor \d{4}\/\d{4}$/)
  expect(sealed.search).not.toContain(REPORTER.toLowerCase())
  await expect(db.query(`UPDATE party SET name = $2 WHERE case_id = $1 AND role = 'requester'`, [open.id, REPORTER])).rejects.toThrow(
    /protected/,
  )
  await expect(running.app.get(SealReporter).run(await viewer(people.clerk), sealed, act())).rejects.toMatchObject({
    code: 'reporter.already_protected',
  })
})

test('a complaint may come anonymously through the portal that allows it, and through no other', async () => {
  const { parties: [, reported] = [], ...input } = aRegistration('NETRALITAS')
  if (!reported) throw new Error('nobody reported')
  const anonymous = { ...input, requirements: [], protection: 'anonymous' as const }
  const nobody = { role: 'requester' as const, kind: 'individual' as const, name: '' }
  const clerk = await viewer(people.clerk)
  const register = (channel: 'lapor' | 'post') =>
    running.app.get(RegisterCase).run(clerk, { ...anonymous, channel, parties: [nobody, reported] }, act())
  await expect(register('post')).rejects.toMatchObject({ code: 'reporter.not_protectable' })
  const row = await theCase((await register('lapor')).id)
  expect(row).toMatchObject({ reporterProtection: 'anonymous', senderName: expect.stringMatching(/^Pelapor /) })
  expect(await db.query('SELECT FROM sealed_identity WHERE case_id = $1', [row.id])).toEqual([])
})

describe('a declared relation', () => {
  test('takes the person out of running cases, asks for another handler, and offers one', async () => {
    const row = await inHand(await sealedCase())
    await running.app
      .get(DeclareRelation)
      .run(await viewer(people.assistant), people.assistant.id, { kind: 'family', nip: '198609262015051001' }, act())
    const after = await theCase(row.id)
    expect(after.excludedPersonIds).toContain(people.assistant.id)
    const tasks = await db.query<object[]>(`SELECT position_id FROM task WHERE case_id = $1 AND kind = 'reassign' AND closed_at IS NULL`, [
      row.id,
    ])
    expect(tasks).toEqual([{ position_id: people.head.post.id }])
    const to = (worker: Worker) => [{ toPositionId: worker.post.id, kind: 'main' as const, instructions: [] }]
    const head = await viewer(people.head)
    await expect(
      running.app.get(DisposeCase).run(head, { caseId: row.id, version: after.version }, to(people.assistant), act()),
    ).rejects.toMatchObject({ code: 'disposition.recipient_conflicted', detail: { alternatives: ['Asisten 2'] } })
    await running.app.get(DisposeCase).run(head, { caseId: row.id, version: after.version }, to(people.assistant2), act())
    expect(await db.query(`SELECT FROM task WHERE case_id = $1 AND kind = 'reassign' AND closed_at IS NULL`, [row.id])).toEqual([])
    expect((await sealedCase()).excludedPersonIds).toEqual([people.assistant.id])
  })

  test('is declared once, by the person or an administrator, and ends', async () => {
    const relation = { kind: 'interest', nip: '199001052015052001' } as const
    const declare = async (who: Worker, of: Worker) => running.app.get(DeclareRelation).run(await viewer(who), of.id, relation, act())
    await expect(declare(people.head, people.commissioner)).rejects.toMatchObject({ code: 'access.denied' })
    const { id } = await declare(people.administrator, people.commissioner)
    await expect(declare(people.commissioner, people.commissioner)).rejects.toMatchObject({ code: 'relation.exists' })
    await running.app.get(DeclareRelation).end(await viewer(people.commissioner), { id, version: 1 }, act())
    await declare(people.commissioner, people.commissioner)
  })

  test('is recorded by the Sekretariat as well, told to the person, and kept in the register with who did what', async () => {
    const relation = { kind: 'superior', nip: '197001011995031001' } as const
    const { id } = await running.app.get(DeclareRelation).run(await viewer(people.clerk), people.head2.id, relation, act())
    const told = await db.query<object[]>(`SELECT FROM notice WHERE kind = 'relation.declared' AND person_id = $1`, [people.head2.id])
    expect(told).toHaveLength(1)
    await running.app.get(DeclareRelation).end(await viewer(people.head2), { id, version: 1 }, act())
    const register = `query { declaredRelations(everybody: true, ended: true) { id personName declaredByName endedByName endedAt } }`
    const { declaredRelations } = await (await as(running.url, people.clerk)).ask<{ declaredRelations: { id: string }[] }>(register, {})
    expect(declaredRelations.find((row) => row.id === id)).toMatchObject({
      personName: people.head2.name,
      declaredByName: people.clerk.name,
      endedByName: people.head2.name,
      endedAt: expect.any(String),
    })
    for (const other of [people.head2, people.chair, people.auditor]) {
      const answer = await (await as(running.url, other)).gql(register)
      expect(JSON.stringify(answer)).toContain('access.denied')
      expect(JSON.stringify(answer)).not.toContain(id)
    }
    const own = await (
      await as(running.url, people.head2)
    ).ask<{ declaredRelations: object[] }>('query { declaredRelations(ended: true) { id } }', {})
    expect(own.declaredRelations).toEqual([{ id }])
  })
})

test('a dossier counts for the cleared, lists what they may read, and says nothing of the very secret', async () => {
  const nip = '197203171998031004'
  const against = async (secrecy: 'biasa' | 'rahasia' | 'sangat_rahasia') => {
    const input = aRegistration('NETRALITAS', { secrecy, agencyName: null })
    const [requester, reported] = input.parties
    if (!requester || !reported) throw new Error('no parties')
    await running.app.get(RegisterCase).run(await viewer(people.clerk), { ...input, parties: [requester, { ...reported, nip }] }, act())
  }
  await against('biasa')
  await against('rahasia')
  await against('sangat_rahasia')
  const nipIndex = running.app.get(Vault).blindIndex('nip', nip)
  const seen = async (who: Worker) => dossierOf(db, await viewer(who), 'x', { nipIndex, agencyCode: null })
  expect(await seen(people.chair)).toMatchObject({ total: 2, sealed: 0 })
  expect(await seen(people.head2)).toMatchObject({ total: 2, sealed: 2, cases: [] })
  expect((await seen(people.clerk)).total).toBe(3)
})
