import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { DataSource } from 'typeorm'
import { MAX_FILE_BYTES, MAX_WAITING_BYTES, MAX_WAITING_FILES } from '@domain'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { aKey, as, browser, type Client } from '../../../test/support/as.js'
import { anOrganisation, aRegistration, type Organisation, type Worker } from '../../../test/support/casework.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { AttachFiles } from '../cases/index.js'
import { RegisterCase } from '../cases/index.js'
import { loadViewer } from '../platform/sessions/load-viewer.js'
import { BlobStore } from './blob-store.js'
import { CaseFile } from './file.entity.js'
import { Quarantine } from './quarantine.js'
import { SweepFiles } from './sweep-files.js'

let database: FreshDatabase
let running: RunningApp
let db: DataSource
let people: Organisation
let clerk: Client
let clerk2: Client
let outsider: Client

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  db = running.app.get(DataSource)
  people = await anOrganisation(db)
  clerk = await as(running.url, people.clerk)
  clerk2 = await as(running.url, people.clerk2)
  outsider = await as(running.url, people.outsider)
})
afterAll(async () => {
  await running.close()
  await database.drop()
})

const TUS = { 'tus-resumable': '1.0.0', 'x-requested-by': 'tanggap-test' }
const PIECE = { ...TUS, 'content-type': 'application/offset+octet-stream' }
const PDF = Buffer.concat([
  Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj<</Type/Catalog>>endobj\n'),
  randomBytes(5000),
  Buffer.from('\n%%EOF\n'),
])
const metadata = (said: Record<string, string>): string =>
  Object.entries(said)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',')

const begin = (who: Client, name: string, size: number, more: Record<string, string> = {}): Promise<Response> =>
  who.get('/uploads', {
    method: 'POST',
    headers: { ...TUS, 'upload-length': String(size), 'upload-metadata': metadata({ filename: name, ...more }) },
  })
const piece = (who: Client, address: string, offset: number, bytes: Uint8Array): Promise<Response> =>
  who.get(address, { method: 'PATCH', headers: { ...PIECE, 'upload-offset': String(offset) }, body: new Uint8Array(bytes) })
const head = (who: Client, address: string): Promise<Response> => who.get(address, { method: 'HEAD', headers: TUS })

/** Sends a file whole; gives the answer to its last piece and its id. */
async function send(who: Client, name: string, bytes: Uint8Array): Promise<{ id: string; answer: Response }> {
  const address = (await begin(who, name, bytes.length)).headers.get('location') ?? ''
  return { id: address.split('/').at(-1) ?? '', answer: await piece(who, address, 0, bytes) }
}

const rowOf = (id: string): Promise<CaseFile> => db.manager.findOneByOrFail(CaseFile, { id })

async function viewer(who: Worker) {
  const found = await loadViewer(db, who.id, new Date())
  if (!found) throw new Error('nobody')
  return found
}
const registered = async (fileIds: string[] = []): Promise<string> =>
  (await running.app.get(RegisterCase).run(await viewer(people.clerk), aRegistration('MERIT', { fileIds }), { key: aKey(), input: {} })).id

describe('an upload', () => {
  test('in two pieces with a lost connection between them becomes a clean file of its uploader', async () => {
    const began = await begin(clerk, 'Surat Permohonan.pdf', PDF.length)
    expect(began.status).toBe(201)
    const address = began.headers.get('location') ?? ''
    expect(address).toMatch(/^\/uploads\/[0-9a-f-]{36}$/)
    expect(began.headers.get('access-control-allow-origin')).not.toBe('*')

    expect((await piece(clerk, address, 0, PDF.subarray(0, 2000))).status).toBe(204)
    const after = await head(clerk, address)
    expect([after.headers.get('upload-offset'), after.headers.get('upload-length')]).toEqual(['2000', String(PDF.length)])
    expect((await piece(clerk, address, 1000, PDF.subarray(1000))).status).toBe(409)
    expect((await piece(clerk, address, 2000, PDF.subarray(2000))).status).toBe(204)

    const id = address.split('/').at(-1) ?? ''
    expect(await rowOf(id)).toMatchObject({
      state: 'clean',
      name: 'Surat Permohonan.pdf',
      mediaType: 'application/pdf',
      size: PDF.length,
      uploadedBy: people.clerk.id,
      caseId: null,
    })
    expect(readdirSync(join(running.config.filesDir, 'quarantine')).filter((name) => name.startsWith(id))).toEqual([])

    const again = await head(clerk, address)
    expect([again.status, again.headers.get('upload-offset')]).toEqual([200, String(PDF.length)])
  })

  test('is nobody else\u2019s to look at, to go on with or to take back', async () => {
    const address = (await begin(clerk, 'rahasia.pdf', PDF.length)).headers.get('location') ?? ''
    expect((await head(clerk2, address)).status).toBe(404)
    expect((await piece(clerk2, address, 0, PDF)).status).toBe(404)
    expect((await clerk2.get(address, { method: 'DELETE', headers: TUS })).status).toBe(404)
    expect((await head(browser(running.url), address)).status).toBe(401)
    expect((await clerk.get(address, { method: 'DELETE', headers: TUS })).status).toBe(204)
    expect((await head(clerk, address)).status).toBe(404)
  })

  test('the name of its owner cannot be brought along', async () => {
    const address = (await begin(clerk2, 'a.pdf', PDF.length, { owner: people.clerk.id })).headers.get('location') ?? ''
    expect((await head(clerk, address)).status).toBe(404)
    expect((await head(clerk2, address)).status).toBe(200)
  })

  test('cannot climb out of its folder', async () => {
    expect((await head(clerk, '/uploads/..%2f..%2fetc%2fpasswd')).status).toBe(404)
    expect((await head(clerk, `/uploads/${randomUUID()}.json`)).status).toBe(404)
  })

  test('larger than 50 MiB, or of a kind we do not take, is refused before the first byte', async () => {
    const large = await begin(clerk, 'besar.pdf', MAX_FILE_BYTES + 1)
    expect([large.status, (await large.json()) as unknown]).toMatchObject([413, { code: 'file.too_large' }])
    const page = await begin(clerk, 'halaman.html', 10)
    expect([page.status, (await page.json()) as unknown]).toMatchObject([415, { code: 'file.kind_refused' }])
  })

  test('for a case of others is refused as if there were none', async () => {
    const caseId = await registered()
    expect((await begin(outsider, 'a.pdf', 10, { caseId })).status).toBe(404)
    expect((await begin(clerk, 'a.pdf', 10, { caseId })).status).toBe(201)
  })

  test('more bytes than were announced are refused', async () => {
    const address = (await begin(clerk, 'a.pdf', 10)).headers.get('location') ?? ''
    expect((await piece(clerk, address, 0, PDF)).status).toBe(413)
  })
})

const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const ZIP = Buffer.from('UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==', 'base64')

describe('what is in a file', () => {
  test.each([
    ['a page that calls itself a PDF', 'surat.pdf', Buffer.from('<!doctype html><script>alert(1)</script>'), 'kind'],
    ['a drawing that calls itself a picture', 'gambar.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'kind'],
    ['a page that calls itself text', 'catatan.txt', Buffer.from('\ufeff  <html><body onload=alert(1)>'), 'kind'],
    ['a script that calls itself text', 'catatan.txt', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'kind'],
    ['XML that calls itself text', 'catatan.txt', Buffer.from('<?xml version="1.0"?><a/>'), 'kind'],
    ['a program that calls itself text', 'catatan.txt', Buffer.from('MZ\u0090\u0000\u0003\u0000', 'latin1'), 'kind'],
    ['a program that calls itself a PDF', 'surat.pdf', Buffer.concat([Buffer.from('\u007fELF', 'latin1'), Buffer.alloc(64)]), 'kind'],
    ['an archive that calls itself a document', 'surat.docx', ZIP, 'kind'],
    ['text in another encoding', 'catatan.txt', Buffer.from('caf\u00e9', 'latin1'), 'kind'],
    ['text that calls itself a PDF', 'surat.pdf', Buffer.from('Dengan hormat'), 'kind'],
    ['the antivirus test string', 'catatan.txt', Buffer.from(EICAR), 'malware'],
    ['the antivirus test string behind a page of text', 'catatan.txt', Buffer.from(`${'a'.repeat(65_530)}${EICAR}`), 'malware'],
  ])('%s is refused, and its bytes go', async (_, name, bytes, refusal) => {
    const { id, answer } = await send(clerk, name, bytes)
    expect([answer.status, (await answer.json()) as unknown]).toMatchObject([415, { code: 'file.kind_refused' }])
    expect(await rowOf(id)).toMatchObject({ state: 'refused', refusal, sha256: null })
    expect(existsSync(join(running.config.filesDir, 'quarantine', id))).toBe(false)
    expect((await clerk.get(`/files/${id}`)).status).toBe(422)
  })

  test.each([
    ['foto.png', PNG, 'image/png', 'foto.png'],
    ['foto.jpg', PNG, 'image/png', 'foto.jpg.png'],
    ['catatan.txt', Buffer.from('Surel dari <budi@contoh.go.id>:\n\tDengan hormat \u2013 \u201ckami\u201d\n'), 'text/plain', 'catatan.txt'],
  ])('%s is taken for what it is', async (name, bytes, mediaType, kept) => {
    const { id, answer } = await send(clerk, name, bytes)
    expect(answer.status).toBe(204)
    expect(await rowOf(id)).toMatchObject({ state: 'clean', mediaType, name: kept })
  })

  test('the same bytes are kept once', async () => {
    const [one, two] = [await send(clerk, 'a.png', PNG), await send(clerk2, 'b.png', PNG)]
    expect((await rowOf(one.id)).sha256).toBe((await rowOf(two.id)).sha256)
  })
})

describe('reading', () => {
  test('a file is saved, never run', async () => {
    const { id } = await send(clerk, 'Surat \u201cPenting\u201d.pdf', PDF)
    const answer = await clerk.get(`/files/${id}`)
    expect(Buffer.from(await answer.arrayBuffer()).equals(PDF)).toBe(true)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Surat _Penting_.pdf"; filename*=UTF-8''Surat%20%E2%80%9CPenting%E2%80%9D.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-length': String(PDF.length),
    })
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'self'; sandbox$/)
  })

  test('only a PDF or a picture is shown in place', async () => {
    const kinds = await Promise.all([send(clerk, 'a.pdf', PDF), send(clerk, 'a.png', PNG), send(clerk, 'a.txt', Buffer.from('halo'))])
    const shown = await Promise.all(
      kinds.map(async ({ id }) => (await clerk.get(`/files/${id}?inline=1`)).headers.get('content-disposition')?.split(';')[0]),
    )
    expect(shown).toEqual(['inline', 'inline', 'attachment'])
  })

  test.each([
    ['bytes=0-9', 206, 0, 10],
    ['bytes=100-', 206, 100, PDF.length],
    ['bytes=-20', 206, PDF.length - 20, PDF.length],
    ['bytes=0-1,5-6', 200, 0, PDF.length],
    ['pages=1-2', 200, 0, PDF.length],
  ])('%s is answered with %d', async (range, status, from, to) => {
    const { id } = await send(clerk, 'a.pdf', PDF)
    const answer = await clerk.get(`/files/${id}`, { headers: { range } })
    expect(answer.status).toBe(status)
    expect(Buffer.from(await answer.arrayBuffer()).equals(PDF.subarray(from, to))).toBe(true)
    if (status === 206) expect(answer.headers.get('content-range')).toBe(`bytes ${from}-${to - 1}/${PDF.length}`)
  })

  test('a range behind the end cannot be met', async () => {
    const { id } = await send(clerk, 'a.pdf', PDF)
    const answer = await clerk.get(`/files/${id}`, { headers: { range: 'bytes=99999-' } })
    expect([answer.status, answer.headers.get('content-range')]).toEqual([416, `bytes */${PDF.length}`])
  })

  test('an upload that is not attached is only its uploader\u2019s; attached, it is read with the case', async () => {
    const { id } = await send(clerk, 'a.pdf', PDF)
    expect((await clerk2.get(`/files/${id}`)).status).toBe(404)
    const caseId = await registered([id])
    expect((await clerk2.get(`/files/${id}`)).status).toBe(200)
    expect((await outsider.get(`/files/${id}`)).status).toBe(404)
    expect((await outsider.get(`/files/${randomUUID()}`)).status).toBe(404)
    expect((await browser(running.url).get(`/files/${id}`)).status).toBe(401)
    const { case: seen } = await clerk2.ask<{ case: { files: unknown[] } }>(
      'query ($id: ID!) { case(id: $id) { files { id name state size addedByName } } }',
      { id: caseId },
    )
    expect(seen.files).toEqual([{ id, name: 'a.pdf', state: 'clean', size: PDF.length, addedByName: people.clerk.name }])
  })

  test('what was attached before it was looked at is told when it has been', async () => {
    const id = randomUUID()
    await db.query(
      `INSERT INTO file (id, purpose, name, media_type, size, state, uploaded_by, added_by_name, added_at)
       VALUES ($1, 'attachment', 'a.pdf', 'application/octet-stream', 5, 'quarantined', $2, 'x', now())`,
      [id, people.clerk.id],
    )
    const caseId = await registered()
    await running.app.get(AttachFiles).run(await viewer(people.clerk), caseId, [id], { key: aKey(), input: { id } })
    expect((await clerk.get(`/files/${id}`)).status).toBe(422)
    const { InspectFile } = await import('./inspect-file.js')
    await running.app.get(InspectFile).run(id)
    expect(await rowOf(id)).toMatchObject({ state: 'refused', refusal: 'lost' })
    const events = await db.query<{ kind: string }[]>(
      "SELECT kind FROM event WHERE case_id = $1 AND kind IN ('case.attached', 'file.added') ORDER BY id",
      [caseId],
    )
    expect(events.map((event) => event.kind)).toEqual(['case.attached', 'file.added'])
  })
})

describe('what one person may have waiting', () => {
  const arrived = (count: number, size: number, caseId: string | null = null, state = 'clean') =>
    db.query(
      `INSERT INTO file (id, case_id, purpose, name, media_type, size, sha256, state, uploaded_by, added_by_name, added_at)
       SELECT gen_random_uuid(), $4, 'attachment', 'a.pdf', 'application/pdf', $2, $5, $6, $3, 'x', now() FROM generate_series(1, $1::int)`,
      [count, size, people.clerk2.id, caseId, 'ab'.repeat(32), state],
    )
  const refused = async (answer: Promise<Response>) => {
    const { status, headers } = await answer
    return status === 201 ? headers.get('location') : status
  }
  const nothing = async () => {
    await db.query(`DELETE FROM file WHERE uploaded_by = $1 AND sha256 = $2`, [people.clerk2.id, 'ab'.repeat(32)])
    const begun = await running.app.get(Quarantine).begunBy(people.clerk2.id)
    for (const id of begun.keys()) await running.app.get(Quarantine).discard(id)
    await db.query('DELETE FROM file WHERE uploaded_by = $1 AND case_id IS NULL', [people.clerk2.id])
  }
  beforeEach(nothing)
  afterEach(nothing)

  test('is counted in files, begun ones too, until one is taken back', async () => {
    await arrived(MAX_WAITING_FILES - 1, 1)
    const last = await refused(begin(clerk2, 'a.pdf', 10))
    expect(last).toMatch(/^\/uploads\//)
    const answer = await begin(clerk2, 'b.pdf', 10)
    expect([answer.status, (await answer.json()) as unknown]).toMatchObject([429, { code: 'file.too_many_waiting' }])
    expect(await refused(begin(clerk, 'c.pdf', 10))).toMatch(/^\/uploads\//)
    await clerk2.get(String(last), { method: 'DELETE', headers: TUS })
    expect(await refused(begin(clerk2, 'b.pdf', 10))).toMatch(/^\/uploads\//)
  })

  test('is counted in bytes, as they were announced', async () => {
    await arrived(1, MAX_WAITING_BYTES - MAX_FILE_BYTES - 20)
    expect(await refused(begin(clerk2, 'a.pdf', MAX_FILE_BYTES))).toMatch(/^\/uploads\//)
    expect(await refused(begin(clerk2, 'b.pdf', 21))).toBe(429)
    expect(await refused(begin(clerk2, 'b.pdf', 20))).toMatch(/^\/uploads\//)
  })

  test('leaves out what was attached and what was refused', async () => {
    await arrived(MAX_WAITING_FILES, 1, await registered())
    await arrived(MAX_WAITING_FILES, 1, null, 'refused')
    expect(await refused(begin(clerk2, 'a.pdf', 10))).toMatch(/^\/uploads\//)
  })
})

describe('what nobody needs', () => {
  test('is swept after a day, and what is attached stays', async () => {
    const [given, kept] = [await send(clerk, 'lupa.txt', Buffer.from('dilupakan')), await send(clerk, 'pakai.txt', Buffer.from('dipakai'))]
    await registered([kept.id])
    const [gone, stays] = [await rowOf(given.id), await rowOf(kept.id)]
    const address = (await begin(clerk, 'setengah.pdf', 10)).headers.get('location') ?? ''
    const blobs = running.app.get(BlobStore)
    const old = new Date(Date.now() - 2 * 86_400_000)
    for (const { sha256 } of [gone, stays]) utimesSync(blobs.pathOf(sha256 ?? ''), old, old)
    utimesSync(join(running.config.filesDir, 'quarantine', address.split('/').at(-1) ?? ''), old, old)
    await db.query('UPDATE file SET added_at = $2 WHERE id = ANY ($1)', [[given.id, kept.id], old])

    await running.app.get(SweepFiles).run(new Date(Date.now() - 86_400_000))
    expect(await db.manager.findOneBy(CaseFile, { id: given.id })).toBeNull()
    expect(await db.manager.findOneBy(CaseFile, { id: kept.id })).not.toBeNull()
    expect([await blobs.has(gone.sha256 ?? ''), await blobs.has(stays.sha256 ?? '')]).toEqual([false, true])
    expect((await head(clerk, address)).status).toBeGreaterThanOrEqual(404)
  })
})
