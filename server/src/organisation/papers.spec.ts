import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { dateOfDay, dayOf } from '@domain'
import { closePress } from '@press'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { aKey, as, type Client } from '../../../test/support/as.js'
import { act, Office } from '../../../test/support/correspondence.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { receiptOf } from '../cases/index.js'
import { RenderLetter } from '../letters/index.js'
import type { Letter } from '../letters/letter.entity.js'
import { MailReceipt } from '../mail/index.js'
import { Jobs } from '../platform/jobs.js'
import { SaveProfile } from './index.js'
import { REFERENCE_PROFILE } from './reference-profile.data.js'

const OLD = REFERENCE_PROFILE.organisation
const NEW = 'Badan Penerus Pengawasan'

let database: FreshDatabase
let running: RunningApp
let office: Office
let issuedBefore: Letter
let issuedAfter: Letter
let clerk: Client

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  // this test prints by itself, when the head has changed
  await running.app.get(Jobs).beforeApplicationShutdown()
  office = await Office.open(running.app)
  clerk = await as(running.url, office.people.clerk)
  issuedBefore = await office.issue(await office.approved())
  const input = { ...REFERENCE_PROFILE, organisation: NEW, place: 'Nusantara', validFrom: dateOfDay(dayOf(new Date())), after: 1 }
  await running.app.get(SaveProfile).run(await office.viewer(office.people.administrator), aKey(), input)
  issuedAfter = await office.issue(await office.approved())
})
afterAll(async () => {
  await running.close()
  await closePress()
  await database.drop()
})

/** The organisation is the author in the description of the file, which PDF/A keeps readable. */
const authorOf = async (path: string): Promise<string | undefined> => {
  const response = await clerk.get(path)
  const text = Buffer.from(await response.arrayBuffer()).toString('utf8')
  return /<dc:creator>\s*<rdf:Seq>\s*<rdf:li[^>]*>([^<]*)</.exec(text)?.[1]
}

test('a letter that is printed late, and printed again, has the head of the instant of its issue', async () => {
  const render = running.app.get(RenderLetter)
  await render.run(issuedBefore.id)
  const { pdfSha256: once } = await office.letter(issuedBefore.id)
  expect(await authorOf(`/letters/${issuedBefore.id}/letter.pdf`)).toBe(OLD)

  await office.db.query('UPDATE letter SET pdf_sha256 = NULL, pdf_file_id = NULL WHERE id = $1', [issuedBefore.id])
  await office.db.query(`DELETE FROM request WHERE key = $1`, [`render-${issuedBefore.id}`])
  await office.db.query('DELETE FROM file WHERE letter_id = $1', [issuedBefore.id])
  await render.run(issuedBefore.id)
  expect((await office.letter(issuedBefore.id)).pdfSha256).toBe(once)

  await render.run(issuedAfter.id)
  expect(await authorOf(`/letters/${issuedAfter.id}/letter.pdf`)).toBe(NEW)
})

test('a draft, a receipt and a disposition sheet have the head of the moment', async () => {
  const { id, caseId } = await office.drafted()
  expect(await authorOf(`/letters/${id}/preview.pdf`)).toBe(NEW)
  expect(await authorOf(`/cases/${caseId}/receipt.pdf`)).toBe(NEW)
  expect(await authorOf(`/cases/${caseId}/disposition-sheet.pdf`)).toBe(NEW)
  expect((await receiptOf(office.db, caseId)).placeAndDate).toMatch(/^Nusantara, /)
})

test('a mail is signed by the organisation as it is called when it is written', async () => {
  const { caseId } = await office.letter(issuedAfter.id)
  await running.app.get(MailReceipt).run(await office.viewer(office.people.clerk), caseId, 'pemohon@contoh.test', act())
  const [mail] = await office.db.query<{ text: string }[]>('SELECT text FROM mail WHERE case_id = $1', [caseId])
  expect(mail?.text).toContain(NEW)
  expect(mail?.text).not.toContain(OLD)
})

test('the verification page says who issued the letter, and of an unknown one who is asked', async () => {
  const page = async (token: string | null) =>
    (await fetch(`${running.url}/verify/${token ?? ''}`, { headers: { accept: 'text/html' } })).text()
  expect(await page(issuedBefore.verificationToken)).toContain(`diterbitkan oleh ${OLD}`)
  expect(await page(issuedAfter.verificationToken)).toContain(`diterbitkan oleh ${NEW}`)
  expect(await page('A'.repeat(22))).toContain(`Tidak ada surat ${NEW}`)
})

test('the run of letter numbers goes on under another name', async () => {
  expect([issuedBefore, issuedAfter].map(({ number }) => number?.split('/')[0])).toEqual(['B-1', 'B-2'])
  expect(await office.db.query('SELECT DISTINCT series FROM letter_number')).toEqual([{ series: 'KASN' }])
})
