import { localDate } from '@domain'
import { axeObjections } from './axe.js'
import { expect, isLive, test } from './console.js'
import { openOffice, type Office } from './office.js'

let office: Office
test.beforeAll(async () => {
  office = await openOffice()
})
test.afterAll(() => office.close())

const ADDED = 'Surat tugas dari pimpinan unit kerja'

test('a requirement is drafted, the chair is told and consents, and the form that a clerk has open asks for it', async ({ sit }) => {
  const clerk = await sit(office, office.people.clerk, '/registrasi')
  await isLive(clerk.page)
  await clerk.page.getByText('Sistem Merit', { exact: true }).click()
  await clerk.page.getByText('Surat melalui pos', { exact: true }).click()
  await expect(clerk.page.getByRole('group', { name: 'Informasi substansi permasalahan konsultasi' })).toBeVisible()
  const asked = clerk.page.getByRole('group', { name: ADDED })
  await expect(asked).toHaveCount(0)

  const ketua = await sit(office, office.people.chair, '/')
  await isLive(ketua.page)
  const place = ketua.page.locator('a[href="/standar"]').first()
  await expect(place).toHaveText(/Standar pelayanan\s*$/)

  const { page } = await sit(office, office.people.administrator, '/standar?layanan=MERIT')
  await page.getByTestId('compose').click()
  const [year = '', month = '', day = ''] = localDate(Date.now()).split('-')
  await page.getByLabel('Berlaku mulai').first().fill(`${day}/${month}/${year}`)
  await page.getByLabel('Dasar perubahan').fill('Keputusan Contoh 4/2026')
  await page.locator('summary', { hasText: 'Persyaratan' }).click()
  await page.getByTestId('add-requirement').click()
  await page.getByTestId('added-clause').fill('Persyaratan c')
  await page.getByTestId('added-id').fill(ADDED)
  await page.getByTestId('added-en').fill('Assignment letter')
  expect(await axeObjections(page)).toEqual([])
  await page.getByTestId('save-draft').click()
  await expect(page.getByTestId('rule-changes')).toContainText(ADDED)
  await page.getByTestId('rehearse').click()
  await expect(page.getByTestId('rehearsal')).toBeVisible()
  await page.getByTestId('propose').click()
  await expect(page.getByTestId('rule-draft')).toContainText('Menunggu persetujuan')

  await expect(place).toHaveText(/Standar pelayanan\s*1/)
  await place.click()
  await expect(ketua.page.getByTestId('rule-changes')).toContainText(ADDED)
  await ketua.page.getByTestId('consent').click()
  await ketua.page.getByRole('dialog').getByRole('button', { name: 'Setujui dan berlakukan' }).click()
  await expect(place).toHaveText(/Standar pelayanan\s*$/)

  await expect(asked).toBeVisible()
})
