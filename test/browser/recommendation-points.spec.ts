import { EVIDENCE_CHECKS, localDate } from '@domain'
import { aKey } from '../support/as.js'
import { Casework } from './casework.js'
import { expect, isLive, test } from './console.js'
import { openOffice, type Office } from './office.js'

const TEXT = 'Menjatuhkan hukuman disiplin sedang kepada terlapor.'
const BETTER = 'Menjatuhkan hukuman disiplin sedang kepada terlapor setelah pemeriksaan oleh tim.'

interface Row {
  readonly id: string
  readonly version: number
}
type Rows = Record<'allegations' | 'evidence' | 'steps' | 'points', readonly Row[]>

let office: Office
let caseId = ''
let letterId = ''

test.beforeAll(async () => {
  office = await openOffice()
  const work = new Casework(office)
  caseId = await work.registered('NETRALITAS')
  letterId = await work.drafted(caseId, 'recommendation')
})
test.afterAll(() => office.close())

const READ = '{ allegations { id version } evidence { id version } steps { id version } points { id version } }'

/** One act on the handling, as its dialogs send it; gives the rows there are then. */
async function handle(call: string, types: string, variables: object): Promise<Rows> {
  const client = await office.as(office.people.assistant)
  const given = [...types.matchAll(/\$(\w+)/g)].map(([, name]) => `${name}: $${name}`).join(', ')
  const document = `mutation ($caseId: ID!, ${types}, $key: String!) { done: ${call}(caseId: $caseId, ${given}, key: $key) ${READ} }`
  return (await client.ask<{ done: Rows }>(document, { caseId, ...variables, key: aKey() })).done
}
const row = (rows: readonly Row[]): Row => {
  const [found] = rows
  if (!found) throw new Error('There is no row')
  return { id: found.id, version: found.version }
}

/** Somebody was heard and something was proven: points may be written. */
async function proven(): Promise<void> {
  const [party] = await office.query(`SELECT id FROM party WHERE case_id = $1 AND role = 'reported'`, [caseId])
  const allegation = { violation: 'banner', description: 'Memasang baliho.', election: 'related', happenedOn: null }
  const { allegations } = await handle('saveAllegation', '$input: AllegationInput!', { input: { ...allegation, partyId: party?.id } })
  const allegationId = row(allegations).id
  const piece = { allegationId, kind: 'photo', description: 'Foto baliho', source: null, fileId: null }
  const { evidence } = await handle('saveEvidence', '$input: EvidenceInput!', { input: piece })
  const met = EVIDENCE_CHECKS.photo.map(({ code }) => code)
  const verdict = { row: row(evidence), input: { met, result: 'sufficient', note: null } }
  await handle('checkEvidence', '$row: HandlingRowInput!, $input: EvidenceVerdictInput!', verdict)
  const participants = [{ name: 'Petugas', role: 'officer', signed: true }]
  const step = { kind: 'clarification', method: 'face_to_face', place: 'Ruang Klarifikasi', scheduledAt: new Date(), participants }
  const planned = await handle('planHandlingStep', '$input: HandlingStepInput!', { input: step })
  const held = await handle('holdHandlingStep', '$row: HandlingRowInput!, $heldAt: DateTime!', {
    row: row(planned.steps),
    heldAt: new Date(),
  })
  const minutes = { text: 'Terlapor didengar dan mengakui pemasangan baliho.', readBack: true, participants }
  await handle('writeMinutes', '$row: HandlingRowInput!, $input: MinutesInput!', { row: row(held.steps), input: minutes })
  const finding = { outcome: 'proven', sanction: 'medium', reasons: 'Bukti dan pengakuan saling menguatkan.' }
  await handle('recordFinding', '$allegationId: ID!, $input: FindingInput!', { allegationId, input: finding })
}

const point = (text: string, known: Row | null) =>
  handle('savePoint', '$input: PointInput!, $row: HandlingRowInput', {
    input: { text, ppk: 'Bupati Contoh', agency: 'Pemerintah Kabupaten Contoh', days: 5 },
    row: known,
  })

test('points are put into the letter and kept in step with the handling; overdue, they stand on the first page of Pimpinan', async ({
  sit,
}) => {
  const { page } = await sit(office, office.people.assistant, `/surat/${letterId}`)
  await isLive(page)
  const bar = page.getByTestId('quoted-points')
  const list = page.getByTestId('body').locator('ol[data-points]')
  await expect(bar).toContainText('Belum ada butir')
  await expect(bar.getByTestId('put-points')).toHaveCount(0)

  await proven()
  const { points } = await point(TEXT, null)
  await expect(bar).toContainText('1 butir rekomendasi yang belum dimuat')
  await bar.getByRole('button', { name: 'Sisipkan butir' }).click()
  await expect(list.locator('li')).toHaveText([TEXT])
  await expect(page.getByTestId('body')).not.toContainText('[… butir rekomendasi]')
  await expect(bar).toContainText('sama dengan penanganan')

  await point(BETTER, row(points))
  await expect(bar).toContainText('tidak sama lagi dengan penanganan (butir 1)')
  await bar.getByRole('button', { name: 'Perbarui butir' }).click()
  await expect(list.locator('li')).toHaveText([BETTER])
  await expect(page.getByTestId('save-state')).toContainText('Tersimpan')

  const work = new Casework(office)
  await work.write(letterId, [BETTER])
  await work.submit(letterId)
  await work.pass(letterId)
  await work.approve(letterId)
  await work.issue(letterId)
  const printed = async () => (await office.query('SELECT pdf_sha256 AS sha FROM letter WHERE id = $1', [letterId]))[0]?.sha
  await expect.poll(printed).toBeTruthy()
  const clerk = await office.as(office.people.clerk)
  const [letter] = await office.query('SELECT version FROM letter WHERE id = $1', [letterId])
  const input = { method: 'hand', recipientName: 'Bupati Contoh', receiptName: 'Ajudan', receiptOn: localDate(new Date()) }
  await clerk.ask(
    'mutation ($id: ID!, $version: Int!, $input: DeliveryInput!, $key: String!) { deliverLetter(id: $id, version: $version, input: $input, key: $key) { id } }',
    { id: letterId, version: letter?.version, input, key: aKey() },
  )

  const chair = await sit(office, office.people.chair, '/tindak-lanjut')
  const card = chair.page.getByTestId('point-1')
  await expect(card).toContainText(BETTER)
  await expect(card).toContainText('Bupati Contoh')
  await expect(card).toContainText('Batas waktu')
  await chair.page.goto('/')
  await expect(chair.page.getByRole('heading', { name: 'Kotak masuk' })).toBeVisible()
  await expect(chair.page.getByTestId('overdue-points')).toHaveCount(0)
  await office.query(`UPDATE recommendation_point SET due_at = now() - interval '1 day' WHERE case_id = $1`, [caseId])
  await chair.page.reload()
  await expect(chair.page.getByTestId('overdue-points')).toContainText(BETTER)
  await chair.page.getByTestId('overdue-points').getByRole('link', { name: 'Lihat semua' }).click()
  await expect(card).toContainText('Terlambat sejak')

  const desk = await sit(office, office.people.clerk, '/tindak-lanjut?keadaan=overdue')
  await desk.page.getByTestId('record-reply').click()
  const dialog = desk.page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Nomor surat PPK' }).fill('800/1/BKPSDM')
  await dialog.getByRole('textbox', { name: 'Tanggal surat' }).fill(localDate(new Date()).split('-').reverse().join('/'))
  await dialog.getByRole('textbox', { name: 'Tindak lanjut yang dilaporkan' }).fill('Hukuman disiplin telah dijatuhkan.')
  const scan = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n')
  await dialog.getByTestId('file-input').setInputFiles({ name: 'Surat PPK.pdf', mimeType: 'application/pdf', buffer: scan })
  await expect(dialog.getByTestId('upload')).toContainText('Surat PPK.pdf')
  await expect(dialog.getByTestId('file-input')).toHaveCount(0)
  await expect(dialog.getByRole('status')).not.toContainText('%')
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await expect(dialog).toHaveCount(0)
  await chair.page.goto('/tindak-lanjut?keadaan=replied')
  await expect(card).toContainText('Surat 800/1/BKPSDM')
  await expect(card.getByRole('link', { name: 'Buka berkas' })).toBeVisible()
})
