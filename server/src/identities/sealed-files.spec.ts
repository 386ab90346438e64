import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DataSource } from 'typeorm'
import type { Viewer } from '@domain'
import { renderReceipt } from '@press'
import { RECEIPT } from '../../../libs/press/specimens/papers.js'
import { pdfText } from '../../../libs/press/specimens/pdf-text.js'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { aKey, as, type Client } from '../../../test/support/as.js'
import { anOrganisation, aRegistration, type Organisation, type Worker } from '../../../test/support/casework.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { PASSWORD, someone } from '../../../test/support/people.js'
import { upload } from '../../../test/support/upload.js'
import { AmendCase, AttachFiles, Case, RegisterCase, SealAttachments, SealReporter } from '../cases/index.js'
import { DisposeCase, HandOverCase } from '../dispositions/index.js'
import { BlobStore, SealBytes } from '../files/index.js'
import { CaseFile } from '../files/file.entity.js'
import { loadViewer } from '../platform/sessions/load-viewer.js'
import { DecideRelease } from './decide-release.js'
import { ReadSealedFile } from './read-sealed-file.js'
import { RequestRelease } from './request-release.js'

let database: FreshDatabase
let running: RunningApp
let db: DataSource
let people: Organisation
let custodian: Worker
let clerk: Client
let assistant: Client
let scan: Buffer

const NAME = 'Wulansari Pelaporrahasia'

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  db = running.app.get(DataSource)
  people = await anOrganisation(db)
  custodian = await someone(db, 'CUSTODIAN', { title: 'Kustodian' })
  await someone(db, 'CUSTODIAN', { title: 'Kustodian 2' })
  clerk = await as(running.url, people.clerk)
  assistant = await as(running.url, people.assistant)
  scan = Buffer.from(await renderReceipt({ ...RECEIPT, sender: NAME }))
})
afterAll(async () => {
  await running.close()
  await database.drop()
})

const act = () => ({ key: aKey(), input: {} })
const theCase = (id: string): Promise<Case> => db.manager.findOneByOrFail(Case, { id })
const theFile = (id: string): Promise<CaseFile> => db.manager.findOneByOrFail(CaseFile, { id })
async function viewer(who: { id: string }): Promise<Viewer> {
  const found = await loadViewer(db, who.id, new Date())
  if (!found) throw new Error('nobody')
  return found
}
const sent = (name: string, bytes: Buffer = scan): Promise<string> => upload(running.url, clerk, name, bytes)
const pathOf = (sha256: string | null): string => running.app.get(BlobStore).pathOf(sha256 ?? '')

async function registered(more: Partial<ReturnType<typeof aRegistration>>): Promise<string> {
  const input = aRegistration('NETRALITAS', { secrecy: 'terbatas', ...more })
  const [requester, ...others] = input.parties
  if (!requester) throw new Error('no requester')
  return (
    await running.app
      .get(RegisterCase)
      .run(await viewer(people.clerk), { ...input, parties: [{ ...requester, name: NAME }, ...others] }, act())
  ).id
}
async function inHand(id: string): Promise<void> {
  const main = (worker: Worker) => [{ toPositionId: worker.post.id, kind: 'main' as const, instructions: ['follow_up'] }]
  await running.app.get(HandOverCase).run(await viewer(people.clerk), await theCase(id), null, act())
  for (const [from, to] of [
    [people.chair, people.head],
    [people.head, people.assistant],
  ] as const)
    await running.app.get(DisposeCase).run(await viewer(from), { caseId: id, version: (await theCase(id)).version }, main(to), act())
}
async function released(caseId: string): Promise<string> {
  const asked = { purpose: 'clarification', reason: 'Klarifikasi tatap muka dengan pelapor', hours: 1 } as const
  const { id } = await running.app.get(RequestRelease).run(await viewer(people.assistant), caseId, asked, act())
  await running.app.get(DecideRelease).grant(await viewer(custodian), { id, version: 1 }, 1, null, act())
  return id
}
const filesOf = async (who: Client, id: string) =>
  (
    await who.ask<{
      case: { files: { id: string; name: string; mediaType: string; size: number; sha256: string | null; sealedAt: string | null }[] }
    }>('query ($id: ID!) { case(id: $id) { files { id name mediaType size sha256 sealedAt } } }', { id })
  ).case.files

describe('an attachment that shows who a sealed reporter is', () => {
  let caseId: string
  let card: string
  let photo: string

  beforeAll(async () => {
    card = await sent(`KTP ${NAME}.pdf`)
    photo = await sent('foto kampanye.pdf')
    caseId = await registered({ protection: 'sealed', fileIds: [card, photo], identityFileIds: [card] })
    await inHand(caseId)
  })

  test('is listed without its name, kind, size and hash, and nobody may fetch it, whoever sent it included', async () => {
    for (const who of [clerk, assistant]) {
      const files = await filesOf(who, caseId)
      expect(files.find((file) => file.id === card)).toMatchObject({
        name: 'Dokumen identitas (disegel)',
        mediaType: 'application/octet-stream',
        size: 0,
        sha256: null,
        sealedAt: expect.any(String),
      })
      expect(files.find((file) => file.id === photo)).toMatchObject({ name: 'foto kampanye.pdf', sealedAt: null })
      const answer = await who.get(`/files/${card}?inline=1`)
      expect([answer.status, await answer.json()]).toMatchObject([422, { code: 'file.sealed' }])
      expect((await who.get(`/files/${photo}`)).status).toBe(200)
    }
    const stranger = await as(running.url, people.outsider)
    expect((await stranger.get(`/files/${card}`)).status).toBe(404)
  })

  test('has no readable bytes in the folder and no readable name in the database', async () => {
    const before = (await theFile(photo)).sha256
    await running.app.get(SealBytes).run(card)
    await running.app.get(SealBytes).run(card)
    const file = await theFile(card)
    expect(file).toMatchObject({ bytesSealed: true, state: 'clean' })
    const blobs = running.app.get(BlobStore)
    const kept = await blobs.read(file.sha256 ?? '')
    expect(kept.includes('%PDF')).toBe(false)
    expect(kept.length).toBe(file.size)
    expect(existsSync(pathOf(before))).toBe(true)
    const [row] = await db.query<{ text: string }[]>('SELECT f::text AS text FROM file f WHERE id = $1', [card])
    expect(row?.text).not.toContain('Pelaporrahasia')
    await expect(db.query('UPDATE file SET sealed_at = NULL, name_sealed = NULL WHERE id = $1', [card])).rejects.toThrow(/sealed/)
  })

  test('takes its own bytes out of the folder when no other file has them', async () => {
    const only = Buffer.concat([scan, Buffer.from('\n% lain\n')])
    const id = await sent('paspor.pdf', only)
    const { sha256 } = await theFile(id)
    await running.app.get(AttachFiles).run(await viewer(people.clerk), caseId, [id], act(), [id])
    await running.app.get(SealBytes).run(id)
    expect(existsSync(pathOf(sha256))).toBe(false)
  })

  test('is opened by a release alone: password, window, a look of its own, words on every page', async () => {
    const look = async (who: Worker, releaseId: string, fileId = card, password = PASSWORD) =>
      running.app.get(ReadSealedFile).run(await viewer(who), { releaseId, fileId }, password)
    const releaseId = await released(caseId)
    await expect(look(people.assistant, releaseId, card, 'bukan sandinya')).rejects.toMatchObject({ code: 'people.wrong_password' })
    for (const other of [custodian, people.head, people.clerk])
      await expect(look(other, releaseId)).rejects.toMatchObject({ code: 'access.denied' })
    await expect(look(people.assistant, releaseId, photo)).rejects.toMatchObject({ code: 'access.denied' })

    const { readId } = await look(people.assistant, releaseId)
    const path = `/identity-releases/${releaseId}/looks/${readId}.pdf`
    for (const other of [clerk, await as(running.url, custodian)]) expect((await other.get(path)).status).toBe(404)
    const answer = await assistant.get(path)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    const pages = pdfText(new Uint8Array(await answer.arrayBuffer()))
    const said = `Dibukaoleh${people.assistant.name.replace(/\s/g, '')},`
    for (const page of pages) {
      expect(page.split(said).length).toBeGreaterThan(5)
      expect(page).toContain('Keperluan:Klarifikasikepadapelapor')
    }
    const events = await db.query<{ detail: { fileId: string; readId: string; read: number } }[]>(
      `SELECT detail FROM event WHERE subject_id = $1 AND kind = 'identity.read'`,
      [releaseId],
    )
    expect(events).toMatchObject([{ detail: { fileId: card, readId, read: 1 } }])
    expect(await db.query(`SELECT FROM notice WHERE kind = 'identity.read' AND case_id = $1`, [caseId])).toHaveLength(2)

    await db.query(
      `ALTER TABLE event DISABLE TRIGGER USER; UPDATE event SET at = at - interval '3 minutes' WHERE kind = 'identity.read'; ALTER TABLE event ENABLE TRIGGER USER`,
    )
    expect((await assistant.get(path)).status).toBe(404)
    const again = await look(people.assistant, releaseId)
    await running.app.get(DecideRelease).revoke(await viewer(custodian), { id: releaseId, version: 4 }, 'Klarifikasi selesai', act())
    expect((await assistant.get(`/identity-releases/${releaseId}/looks/${again.readId}.pdf`)).status).not.toBe(200)
  })

  test('what cannot carry the words is not opened, and no look is counted', async () => {
    const note = await sent('catatan.txt', Buffer.from(`Pelapor: ${NAME}`))
    await running.app.get(SealAttachments).run(await viewer(people.assistant), caseId, [photo], act())
    expect((await assistant.get(`/files/${photo}`)).status).toBe(422)
    await running.app.get(AttachFiles).run(await viewer(people.clerk), caseId, [note], act(), [note])
    const releaseId = await released(caseId)
    await expect(
      running.app.get(ReadSealedFile).run(await viewer(people.assistant), { releaseId, fileId: note }, PASSWORD),
    ).rejects.toMatchObject({ code: 'file.cannot_be_marked' })
    expect(await db.query('SELECT reads FROM identity_release WHERE id = $1', [releaseId])).toEqual([{ reads: 0 }])
  })
})

test('when nothing is said, every file of a sealed registration is sealed; so is every one there was when the reporter is sealed later', async () => {
  const first = await sent(`Surat ${NAME}.pdf`)
  const sealed = await registered({ protection: 'sealed', fileIds: [first] })
  expect((await filesOf(clerk, sealed)).map((file) => file.sealedAt)).toEqual([expect.any(String)])
  const later = await sent('tambahan.pdf')
  const row = await theCase(sealed)
  const input = aRegistration('NETRALITAS', { subject: row.subject, summary: row.summary, fileIds: [later], secrecy: 'terbatas' })
  const parties = await db.query<{ id: string; role: 'requester' | 'reported' }[]>('SELECT id, role FROM party WHERE case_id = $1', [
    sealed,
  ])
  const amended = input.parties.map((party) => ({ ...party, id: parties.find(({ role }) => role === party.role)?.id ?? null }))
  await running.app.get(AmendCase).run(await viewer(people.clerk), row, { ...input, parties: amended }, act())
  expect((await filesOf(clerk, sealed)).every((file) => file.sealedAt !== null)).toBe(true)

  const [card, photo] = [await sent(`KTP ${NAME}.pdf`), await sent('foto.pdf')]
  const open = await registered({ protection: 'open', fileIds: [card, photo] })
  expect((await filesOf(clerk, open)).some((file) => file.name.includes(NAME))).toBe(true)
  await running.app.get(SealReporter).run(await viewer(people.clerk), await theCase(open), act())
  expect((await filesOf(clerk, open)).map((file) => file.name)).toEqual(['Dokumen identitas (disegel)', 'Dokumen identitas (disegel)'])
})

test('a file that is said to show nobody may not be called after the reporter', async () => {
  const named = await sent(`Foto ${NAME}.pdf`)
  await expect(registered({ protection: 'sealed', fileIds: [named], identityFileIds: [] })).rejects.toMatchObject({
    code: 'reporter.named_in_text',
    detail: { fields: ['fileIds'] },
  })
  const open = await registered({ protection: 'open', fileIds: [await sent(`KTP ${NAME}.pdf`)] })
  await expect(
    running.app.get(SealReporter).run(await viewer(people.clerk), { ...(await theCase(open)), identityFileIds: [] }, act()),
  ).rejects.toMatchObject({ code: 'reporter.named_in_text' })
})
