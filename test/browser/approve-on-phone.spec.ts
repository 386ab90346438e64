import { Casework } from './casework.js'
import { expect, isLive, PHONE, test } from './console.js'
import { openOffice, type Office } from './office.js'

let office: Office
let work: Casework
test.beforeAll(async () => {
  office = await openOffice()
  work = new Casework(office)
})
test.afterAll(() => office.close())

const FIRST = 'Permohonan pertama di meja'
const SECOND = 'Permohonan kedua di meja'

test('Pimpinan reads and approves one letter and returns the next, on a phone', async ({ sit }) => {
  const first = await work.atTheDesk({ subject: FIRST, urgency: 'sangat_segera' })
  const { page } = await sit(office, office.people.chair, '/meja-persetujuan', PHONE)
  await isLive(page)
  const pile = page.getByRole('list', { name: 'Surat yang menunggu' })
  await expect(pile.getByRole('button')).toHaveCount(1)
  const second = await work.atTheDesk({ subject: SECOND, urgency: 'biasa' })
  await expect(pile.getByRole('button')).toHaveCount(2)

  await pile.getByRole('button', { name: new RegExp(FIRST) }).tap()
  const paper = page.getByRole('article')
  await expect(paper).toContainText('Butir pertama.')
  await expect(page.getByText('1 dari 2')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)

  const approve = page.getByRole('button', { name: 'Setujui', exact: true })
  await expect(approve).toBeInViewport()
  const thumb = await approve.boundingBox()
  expect(Math.min(thumb?.height ?? 0, thumb?.width ?? 0)).toBeGreaterThanOrEqual(44)
  await approve.tap()
  await page.getByRole('dialog', { name: 'Setujui surat ini?' }).getByRole('button', { name: 'Setujui' }).tap()

  await expect(page.getByText('1 dari 1')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Buka halaman surat' })).toHaveAttribute('href', `/surat/${second}`)
  const states = await office.query('SELECT status FROM letter WHERE id = $1', [first])
  expect(states).toEqual([{ status: 'approved' }])

  await page.getByRole('button', { name: 'Kembalikan', exact: true }).tap()
  const dialog = page.getByRole('dialog', { name: 'Kembalikan surat?' })
  await dialog.getByRole('button', { name: 'Kembalikan' }).tap()
  await expect(dialog.getByText('Wajib diisi.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Alasan pengembalian' }).fill('Dasar hukum belum disebut.')
  await dialog.getByRole('button', { name: 'Kembalikan' }).tap()
  await expect(page.getByText('Meja Anda bersih')).toBeVisible()
  const [letter] = await office.query('SELECT status, return_reason FROM letter WHERE id = $1', [second])
  expect(letter).toEqual({ status: 'returned', return_reason: 'Dasar hukum belum disebut.' })
})
