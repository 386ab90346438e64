import type { Page } from '@playwright/test'
import { anApplicant, anXlsx } from '../support/selection-data.js'
import { Casework } from './casework.js'
import { expect, isLive, test } from './console.js'
import { openOffice, type Office } from './office.js'
import { aSelection } from './selections.js'

let office: Office
let id = ''
test.beforeAll(async () => {
  office = await openOffice()
  id = await aSelection(office, new Casework(office), (postId) => [1, 2, 3].map((nth) => anApplicant(postId, { name: `Peserta ${nth}` })))
})
test.afterAll(() => office.close())

const HEADING = ['No. Peserta', 'Nama', 'Nilai', 'Peringkat', 'Lanjut']

/** Chooses a table as a person does; the file dialog of the browser is filled for them. */
async function choose(page: Page, name: string, rows: readonly (readonly (string | number)[])[]): Promise<void> {
  await page
    .getByTestId('table-file')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(anXlsx([HEADING, ...rows])) })
}

test('a table of results is refused row by row, corrected, and kept whole [jpt.stages.5]', async ({ sit }) => {
  const { page, lookAt } = await sit(office, office.people.assistant, `/seleksi/${id}?bagian=results`)
  await isLive(page)
  const other = await lookAt(`/seleksi/${id}?bagian=results`)
  await page.getByTestId('import-interview').click()
  await choose(page, 'nilai.xlsx', [
    [1, 'Peserta 1', '=SUM(B1:B9)', '', 'Ya'],
    [2, 'Peserta 2', 120, '', 'Ya'],
    [9, 'Siapa ini', 80, '', 'mungkin'],
  ])
  await expect(page.getByTestId('import-bad')).toContainText('3 kesalahan')
  const faults = page.getByTestId('import-fault')
  await expect(faults).toHaveText([
    /Baris 2, Nilai.*rumus/,
    /Baris 4, No. Peserta.*Bukan peserta.*\(9\)/,
    /Baris 4, Lanjut.*Ya atau Tidak.*\(mungkin\)/,
  ])
  await page.getByRole('button', { name: 'Simpan nilai' }).click()
  expect(await office.query('SELECT 1 FROM candidate_score')).toEqual([])

  await choose(page, 'nilai-benar.xlsx', [
    [1, 'Peserta 1', '87,50', '', 'Ya'],
    [2, 'Peserta 2', 91, '', 'Ya'],
    [3, 'Peserta 3', 70.25, '', 'Tidak'],
  ])
  await expect(page.getByTestId('import-good')).toContainText('3 baris siap disimpan')
  await page.getByRole('button', { name: 'Simpan nilai' }).click()
  for (const seen of [page, other]) {
    const table = seen.getByTestId('scores-interview')
    await expect(table.locator('tbody tr')).toHaveText([
      /1.*Peserta 2.*91.*Lanjut/,
      /2.*Peserta 1.*87,5.*Lanjut/,
      /3.*Peserta 3.*70,25.*Tidak lanjut/,
    ])
  }
})

test('a file that is no table is refused, and nothing is kept', async ({ sit }) => {
  const { page } = await sit(office, office.people.assistant, `/seleksi/${id}?bagian=results`)
  await isLive(page)
  await page.getByTestId('import-final').click()
  await page
    .getByTestId('table-file')
    .setInputFiles({ name: 'kosong.csv', mimeType: 'text/csv', buffer: Buffer.from('tanpa;judul\n1;2\n') })
  await expect(page.getByTestId('import-bad')).toContainText('1 kesalahan')
  await expect(page.getByTestId('import-fault')).toHaveText(/Seluruh tabel.*Kolom ini tidak ada/)
})
