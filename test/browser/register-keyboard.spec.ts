import type { Locator, Page } from '@playwright/test'
import { expect, isLive, test } from './console.js'
import { openOffice, type Office } from './office.js'

let office: Office
test.beforeAll(async () => {
  office = await openOffice()
})
test.afterAll(() => office.close())

const REAL_NIK = '9901014501900001'

/** Tab until the control has the focus, as somebody without a mouse does. */
async function tabTo(control: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await control.page().keyboard.press('Tab')
  }
  throw new Error(`Tab never reached ${String(control)}`)
}

const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name })

async function type(page: Page, name: string, text: string): Promise<void> {
  await tabTo(field(page, name))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

/** Service and channel by one digit each. */
async function chooseByDigits(page: Page, service: string, channel: string): Promise<void> {
  await tabTo(page.getByRole('group', { name: 'Layanan', exact: true }).getByRole('radio').first())
  await page.keyboard.press(service)
  await tabTo(page.getByRole('group', { name: 'Kanal penerimaan' }).getByRole('radio').first())
  await page.keyboard.press(channel)
}

async function answerChecklist(page: Page): Promise<void> {
  await tabTo(page.getByRole('button', { name: 'Tandai semua ada' }))
  await page.keyboard.press('Enter')
}

test('a letter is registered without a mouse in less than a minute, and its receipt can be printed', async ({ sit }) => {
  const { page } = await sit(office, office.people.clerk, '/')
  await expect(page.getByRole('heading', { name: 'Kotak masuk' })).toBeVisible()
  const began = Date.now()

  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await expect(page.getByRole('heading', { name: 'Registrasi surat masuk' })).toBeVisible()
  await chooseByDigits(page, '4', '1')
  await type(page, 'Nomor surat', '800/17/BKPSDM/2026')
  await type(page, 'Perihal', 'Konsultasi kode etik atas rangkap jabatan')
  await type(page, 'Isi ringkas', 'Pemohon menanyakan rangkap jabatan pada badan usaha milik daerah.')
  await type(page, 'Nama lengkap', 'Sari Wulandari')
  await type(page, 'NIK', '9901014514900001')
  await expect(page.getByText('Angka ke-9 dan ke-10 NIK harus bulan lahir, 01 sampai dengan 12.')).toBeVisible()
  await type(page, 'NIK', REAL_NIK)
  await expect(page.getByText('Angka ke-9 dan ke-10 NIK')).toBeHidden()
  await type(page, 'Alamat lengkap', 'Jl. Contoh 1, Kota Contoh')
  await answerChecklist(page)
  await page.keyboard.press('ControlOrMeta+Enter')

  await expect(page.getByRole('heading', { name: 'Registrasi tersimpan' })).toBeFocused()
  expect(Date.now() - began).toBeLessThan(60_000)

  const receipt = page.getByRole('link', { name: 'Cetak tanda terima' })
  const paper = await page.request.get((await receipt.getAttribute('href')) ?? '')
  expect(paper.headers()['content-type']).toContain('application/pdf')
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-')

  await tabTo(page.getByRole('button', { name: 'Registrasi berikutnya' }))
  await page.keyboard.press('Enter')
  await expect(field(page, 'Nomor surat')).toBeFocused()
  await expect(page.getByRole('radio', { name: 'Surat diantar ke loket' })).toBeChecked()
})

test('what is missing is listed, and each line leads to its input', async ({ sit }) => {
  const { page } = await sit(office, office.people.clerk, '/registrasi')
  await chooseByDigits(page, '4', '1')
  await page.keyboard.press('ControlOrMeta+Enter')

  const summary = page.getByRole('alert').filter({ hasText: 'isian berikut' })
  await expect(summary).toBeFocused()
  await tabTo(summary.getByRole('link', { name: 'Perihal wajib diisi.' }))
  await page.keyboard.press('Enter')
  await expect(field(page, 'Perihal')).toBeFocused()
})

test('a save that fails keeps everything that was typed, and the next attempt registers once', async ({ sit }) => {
  const { page, watch } = await sit(office, office.people.clerk2, '/registrasi')
  await isLive(page)
  await chooseByDigits(page, '4', '2')
  const typed = {
    Perihal: 'Konsultasi hubungan keluarga dalam satu unit kerja',
    'Isi ringkas': 'Pemohon menanyakan kerabat dalam satu unit kerja.',
    'Nama lengkap': 'Bagus Permana',
    NIK: REAL_NIK,
    'Alamat lengkap': 'Jl. Contoh 2, Kota Contoh',
  }
  for (const [name, text] of Object.entries(typed)) await type(page, name, text)
  await answerChecklist(page)

  watch.networkIsCut = true
  await office.product.end('SIGKILL')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'Registrasi belum tersimpan. Isian Anda tetap ada.' })).toBeVisible()
  for (const [name, text] of Object.entries(typed)) await expect(field(page, name)).toHaveValue(text)

  await office.product.begin()
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(page.getByRole('heading', { name: 'Registrasi tersimpan' })).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await isLive(page)
  watch.networkIsCut = false
  const rows = await office.query('SELECT 1 FROM "case" WHERE subject = $1', [typed.Perihal])
  expect(rows).toHaveLength(1)
})
