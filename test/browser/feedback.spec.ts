import { expect, isLive, test } from './console.js'
import { openOffice, type Office } from './office.js'

let office: Office
test.beforeAll(async () => {
  office = await openOffice()
})
test.afterAll(() => office.close())

test('logged by the keyboard, assigned, answered by the unit while the Sekretariat watches, closed, and in the report', async ({ sit }) => {
  const clerk = (await sit(office, office.people.clerk, '/masukan')).page
  await isLive(clerk)
  await clerk.getByRole('button', { name: 'Catat masukan' }).focus()
  await clerk.keyboard.press('Enter')
  const form = clerk.getByRole('dialog')
  await form.getByLabel('Layanan yang dimaksud').focus()
  await clerk.keyboard.type('Konsultasi Pelanggaran')
  await form.getByLabel('Diterima melalui').focus()
  await clerk.keyboard.type('Instagram')
  await form.getByLabel('Jenis masukan').focus()
  await clerk.keyboard.type('Saran')
  await form.getByLabel('Isi masukan').focus()
  await clerk.keyboard.type('Perpanjang jam layanan pada hari Jumat.')
  await clerk.keyboard.press('Control+Enter')
  await expect(clerk).toHaveURL(/\/masukan\/[0-9a-f-]{36}$/)
  await expect(clerk.getByTestId('feedback-text')).toHaveText('Perpanjang jam layanan pada hari Jumat.')
  await expect(clerk.getByText('Tanpa nama')).toBeVisible()

  await clerk.getByRole('button', { name: 'Tugaskan' }).click()
  await clerk.getByLabel('Unit kerja').selectOption({ label: 'Pokja Pengisian JPT Wilayah I' })
  await clerk.getByRole('dialog').getByRole('button', { name: 'Tugaskan' }).click()
  await expect(clerk.getByText('Ditugaskan', { exact: true })).toBeVisible()

  const head = (await sit(office, office.people.head, '/masukan')).page
  await isLive(head)
  await head.getByRole('link', { name: /M-001/ }).filter({ visible: true }).click()
  await head.getByRole('button', { name: 'Jawab', exact: true }).click()
  await head.getByRole('dialog').getByLabel('Jawaban').fill('Usul Saudara kami bahas bersama Pimpinan.')
  await head.getByRole('dialog').getByRole('button', { name: 'Simpan jawaban' }).click()
  await expect(head.getByText('Dijawab', { exact: true })).toBeVisible()

  await expect(clerk.getByText('Usul Saudara kami bahas bersama Pimpinan.')).toBeVisible()
  await clerk.getByRole('button', { name: 'Selesaikan' }).click()
  await expect(clerk.getByText('Selesai', { exact: true })).toBeVisible()

  const auditor = (await sit(office, office.people.auditor, '/masukan')).page
  await expect(auditor.getByRole('row', { name: /Instagram/ })).toContainText('100%')
  await expect(auditor.getByRole('link', { name: /M-001/ })).toHaveCount(0)
  const download = auditor.waitForEvent('download')
  await auditor.getByRole('link', { name: 'Unduh CSV' }).click()
  expect((await download).suggestedFilename()).toBe('laporan-masukan.csv')
})
