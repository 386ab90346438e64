import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { jakarta, localYear } from '@domain'
import { closePress } from '@press'
import { as } from '../../../test/support/as.js'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { act, Office, refusalOf } from '../../../test/support/correspondence.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { timeTravel } from '../platform/moment.js'
import { IssueLetter } from './issue-letter.js'
import type { Letter } from './letter.entity.js'
import { RenderLetter } from './render-letter.js'

let database: FreshDatabase
let running: RunningApp
let office: Office

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  office = await Office.open(running.app)
})
afterAll(async () => {
  await running.close()
  await closePress()
  await database.drop()
})

const sequences = async (year: number): Promise<number[]> => {
  const rows = await office.db.query<{ sequence: number }[]>('SELECT sequence FROM letter_number WHERE year = $1 ORDER BY sequence', [year])
  return rows.map((row) => row.sequence)
}
const dense = (numbers: readonly number[]): boolean => numbers.every((number, index) => number === index + 1)

describe('numbers', () => {
  test('say security, sequence, classification, month and year, and answer the case', async () => {
    const letter = await timeTravel(jakarta('2025-05-25', '10.00'), async () => office.issue(await office.approved()))
    expect(letter).toMatchObject({ status: 'issued', number: 'B-1/JP.01/05/2025' })
    expect(letter.issuedHash).toBe(letter.approvedHash)
    expect(letter.verificationToken).toMatch(/^[A-Za-z0-9_-]{22}$/)
    expect((await office.case(letter.caseId)).stage).toBe('answered')
  })

  test('of every security class are of one run', async () => {
    const letter = await timeTravel(jakarta('2025-05-26', '10.00'), async () =>
      office.issue(await office.approved({ given: { secrecy: 'rahasia' } })),
    )
    expect(letter.number).toBe('R-2/JP.01/05/2025')
  })

  test('begin anew at midnight in Jakarta', async () => {
    const [last, first] = [await office.approved(), await office.approved()]
    const before = await timeTravel(jakarta('2024-12-31', '23.59'), () => office.issue(last))
    const after = await timeTravel(jakarta('2025-12-31', '24.00'), () => office.issue(first))
    expect([before.number, after.number]).toEqual(['B-1/JP.01/12/2024', 'B-1/JP.01/01/2026'])
    expect(after.issuedAt?.toISOString()).toBe('2025-12-31T17:00:00.000Z')
  })

  test('have no gap under twenty concurrent issues, and none after a rollback', async () => {
    const letters: Letter[] = []
    for (let n = 0; n < 20; n++) letters.push(await office.approved())
    const clerk = await office.viewer(office.people.clerk)
    const issue = running.app.get(IssueLetter)
    // a sequence does not roll back: exactly one transaction fails, after it has taken its number
    await office.db.query(`CREATE SEQUENCE stumbles; CREATE FUNCTION stumble() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF nextval('stumbles') = 7 THEN RAISE EXCEPTION 'Terpeleset'; END IF; RETURN NEW; END $$;
      CREATE TRIGGER stumble BEFORE INSERT ON letter_number FOR EACH ROW EXECUTE FUNCTION stumble()`)
    const settled = await Promise.allSettled(letters.map((letter) => issue.run(clerk, letter, act())))
    await office.db.query('DROP TRIGGER stumble ON letter_number')
    const fallen = letters.filter((_, index) => settled[index]?.status === 'rejected')
    expect(fallen).toHaveLength(1)
    for (const letter of fallen) await issue.run(clerk, letter, act())
    const numbers = await sequences(localYear(new Date()))
    expect(numbers.length).toBeGreaterThanOrEqual(20)
    expect(dense(numbers)).toBe(true)
    const [disorder] = await office.db.query(
      'SELECT 1 FROM letter_number a JOIN letter_number b ON b.year = a.year AND b.sequence = a.sequence + 1 AND b.at < a.at',
    )
    expect(disorder).toBeUndefined()
  }, 60_000)

  test('are not given twice, nor to a text that was not approved', async () => {
    const approved = await office.approved()
    const clerk = await office.viewer(office.people.clerk)
    const issue = running.app.get(IssueLetter)
    const answers = await Promise.all([1, 2, 3].map(() => refusalOf(issue.run(clerk, approved, act()))))
    expect(answers.filter((answer) => answer === null)).toHaveLength(1)
    const other = await office.approved()
    await office.db.query('ALTER TABLE letter_version DISABLE TRIGGER letter_version_immutable')
    await office.db.query(`UPDATE letter_version SET content = jsonb_set(content, '{subject}', '"Lain"') WHERE letter_id = $1`, [other.id])
    await office.db.query('ALTER TABLE letter_version ENABLE TRIGGER letter_version_immutable')
    expect(await refusalOf(issue.run(clerk, other, act()))).toBe('letter.text_changed')
  })
})

describe('the paper', () => {
  test('is printed once, from the approved text, and kept under its hash', async () => {
    const letter = await office.issued()
    await running.app.get(RenderLetter).run(letter.id)
    const files = await office.db.query<{ sha256: string; state: string }[]>('SELECT sha256, state FROM file WHERE letter_id = $1', [
      letter.id,
    ])
    expect(files).toEqual([{ sha256: letter.pdfSha256, state: 'clean' }])
    expect(await office.desks(letter.caseId)).toEqual(['deliver'])

    const clerk = await as(running.url, office.people.clerk)
    const response = await clerk.get(`/letters/${letter.id}/letter.pdf`)
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(letter.pdfSha256)
  })

  test('can be previewed by those who may read it, and looks absent to others', async () => {
    const letter = await office.submitted()
    const head = await as(running.url, office.people.head)
    const preview = await head.get(`/letters/${letter.id}/preview.pdf`)
    expect(preview.status).toBe(200)
    expect(
      Buffer.from(await preview.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    const outsider = await as(running.url, office.people.outsider)
    expect((await outsider.get(`/letters/${letter.id}/preview.pdf`)).status).toBe(404)
    expect((await fetch(`${running.url}/letters/${letter.id}/preview.pdf`)).status).toBe(401)
  })

  test('is recognised by its QR address without saying what it says', async () => {
    const letter = await office.issued()
    const page = await (await fetch(`${running.url}/verify/${letter.verificationToken}`, { headers: { accept: 'text/html' } })).text()
    expect(page).toContain(letter.number)
    expect(page).toContain(letter.pdfSha256)
    expect(page).toContain('Tanggapan atas Konsultasi …')
    expect(page).not.toContain(letter.subject)
    const unknown = await fetch(`${running.url}/verify/${'A'.repeat(22)}`, { headers: { accept: 'text/html' } })
    expect(unknown.status).toBe(404)
    expect(await unknown.text()).toContain('Surat tidak ditemukan')
  })
})

test('the number book shows every number, and the subject only to those who may read the letter', async () => {
  const letter = await office.issued()
  const book = `query ($year: Int!) { numberBook(year: $year, first: 100) { total rows { number subject letterId sequence } } }`
  const year = Number(letter.number?.slice(-4))
  const rowOf = async (who: { email: string }) => {
    const { numberBook } = await (
      await as(running.url, who)
    ).ask<{ numberBook: { rows: { number: string; subject: string | null }[] } }>(book, { year })
    return numberBook.rows.find((row) => row.number === letter.number)
  }
  expect(await rowOf(office.people.clerk)).toMatchObject({ subject: letter.subject, letterId: letter.id })
  expect(await rowOf(office.people.auditor)).toMatchObject({ subject: null, letterId: null })
  const assistant = await as(running.url, office.people.assistant)
  expect((await assistant.gql(book, { year })).code).toBe('access.denied')
})

test('the letter page reads in one document, with what only its readers get', async () => {
  const letter = await office.submitted()
  const page = `query ($id: ID!) { letter(id: $id) { id fields body excludedPersonIds case { id agendaNumber letters { id } } versions { number contentHash body }
    steps { action personName round } comments { id } deliveries { id } chain { title approves } addressee { name place } } }`
  const head = await as(running.url, office.people.head)
  const { letter: read } = await head.ask<{ letter: Record<string, unknown> }>(page, { id: letter.id })
  expect(read).toMatchObject({
    fields: { incoming_reference: expect.stringContaining('BKPSDM') },
    versions: [{ number: 1, contentHash: letter.contentHash }],
    steps: [{ action: 'submit' }],
    excludedPersonIds: [],
    case: { letters: [{ id: letter.id }] },
  })
  expect((await (await as(running.url, office.people.outsider)).gql(page, { id: letter.id })).code).toBe('access.denied')
})
