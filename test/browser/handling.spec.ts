import { Casework } from './casework.js'
import { expect, isLive, test } from './console.js'
import { openOffice, type Office } from './office.js'

let office: Office
let caseId = ''

test.beforeAll(async () => {
  office = await openOffice()
  const work = new Casework(office)
  caseId = await work.registered('NETRALITAS')
  await work.assign(caseId)
  await work.decide(caseId)
})
test.afterAll(() => office.close())

test('an Asisten handles a complaint on its page, and a colleague sees it live [netralitas.evidence]', async ({ sit }) => {
  const { page } = await sit(office, office.people.assistant, `/perkara/${caseId}?bagian=penanganan`)
  await isLive(page)
  const { page: watching } = await sit(office, office.people.head, `/perkara/${caseId}?bagian=penanganan`)
  await isLive(watching)
  await expect(watching.getByTestId('add-allegation')).toHaveCount(0)

  await page.getByTestId('plan-handling').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Daring', { exact: true }).click()
  await dialog.getByRole('textbox', { name: 'Sarana dan tautan' }).fill('Zoom')
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await expect(dialog.locator('[aria-invalid=true]').first()).toBeVisible()
  await dialog.getByText('Tatap muka langsung', { exact: true }).click()
  await dialog.getByRole('textbox', { name: 'Tempat' }).fill('Ruang Klarifikasi, Lantai 2')
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await expect(page.getByTestId('plan')).toContainText('Ruang Klarifikasi')
  await expect(watching.getByTestId('plan')).toContainText('Ruang Klarifikasi')
  await expect(page.getByTestId('plan-told')).toContainText('Pelapor belum diberi tahu')

  await page.getByTestId('add-allegation').click()
  await dialog.getByRole('combobox', { name: 'Jenis pelanggaran' }).selectOption('banner')
  await dialog.getByRole('textbox', { name: 'Uraian' }).fill('Memasang baliho di kantor.')
  await dialog.getByText('Beririsan dengan pemilu', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await expect(page.getByTestId('allegation')).toContainText('Memasang baliho di kantor.')

  await page.getByTestId('add-evidence').click()
  await dialog.getByRole('combobox', { name: 'Jenis bukti' }).selectOption('photo')
  await dialog.getByRole('textbox', { name: 'Keterangan' }).fill('Foto baliho')
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await page.getByTestId('check-evidence').click()
  await dialog.getByText('Memadai', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await expect(dialog.getByRole('alert')).toContainText('belum terpenuhi')
  for (const box of await dialog.getByRole('checkbox').all()) await box.check()
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await expect(page.getByTestId('evidence')).toContainText('Memadai')
  await expect(watching.getByTestId('evidence')).toContainText('Memadai')
})
