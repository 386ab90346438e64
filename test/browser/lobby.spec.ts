import { addWorkingDays, formatLongDate, indonesianCalendar, localDate } from '@domain'
import type { Worker } from '../support/casework.js'
import { someone } from '../support/people.js'
import { Casework } from './casework.js'
import { expect, isLive, test } from './console.js'
import { openOffice, type Office } from './office.js'

let office: Office
let work: Casework
let reception: Worker

test.beforeAll(async () => {
  office = await openOffice()
  work = new Casework(office)
  const db = { query: <T>(sql: string, params?: unknown[]) => office.query(sql, params) as Promise<T> }
  reception = await someone(db, 'FRONT_OFFICE', { title: 'Petugas Front Office', name: 'Rina Resepsi' })
})
test.afterAll(() => office.close())

/** A written request that its Asisten has in hand. */
async function atTheOfficer(): Promise<string> {
  const id = await work.registered()
  await work.assign(id)
  return id
}

test('a visitor is entered by keyboard, and a paired screen follows what front office and unit do, until it is cut off', async ({
  sit,
}) => {
  const { page: lobby, watch } = await sit(office, null, '/lobi')
  const code = await lobby.getByTestId('pairing-code').textContent()
  watch.still(lobby)
  const desk = await sit(office, reception, '/layar-lobi')
  await desk.page.getByLabel('Kode di layar').fill(code ?? '')
  await desk.page.getByLabel('Nama layar').fill('Lobi lantai 1')
  await desk.page.getByTestId('pair-display').click()
  await expect(desk.page.getByTestId('display')).toContainText('Lobi lantai 1')
  const unit = await sit(office, office.people.head, '/kunjungan')
  await isLive(unit.page)
  unit.watch.still(unit.page)
  await expect(lobby.getByText('Belum ada antrean')).toBeVisible()

  const { page } = desk
  await page.getByRole('link', { name: 'Buku tamu' }).first().click()
  await page.getByRole('radio', { name: 'Sistem Merit' }).focus()
  await page.keyboard.press('2')
  await page.getByLabel('Nama lengkap').fill('Dr. Budi Santoso, M.Si.')
  await page.getByLabel('Nomor telepon').fill('0800-0555-0001')
  await page.locator('[data-field="sender.position"] input').fill('Analis SDM')
  await page.locator('[data-field="sender.agency"] input').fill('Pemerintah Kota Contoh')
  await page.getByTestId('identity-card').selectOption('ktp')
  await page.locator('[data-field="subject"] input').fill('Mutasi tanpa uji kompetensi')
  await page.locator('[data-field="summary"] textarea').fill('Menanyakan dasar mutasi.')
  await page.getByTestId('all-met').click()
  await page.getByTestId('visit-unit').selectOption({ label: 'Pokja Pengisian JPT Wilayah I' })
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByTestId('saved-queue')).toHaveText('1')

  const line = lobby.getByTestId('lobby-line')
  await expect(line).toContainText('Budi')
  await expect(line).toContainText('Menunggu konfirmasi')
  await expect(lobby.getByText('Santoso')).toHaveCount(0)
  await expect(lobby.getByText('Mutasi tanpa')).toHaveCount(0)

  await unit.page.getByTestId('confirm').click()
  await unit.page.getByTestId('answer-officer').selectOption({ index: 1 })
  await unit.page.getByRole('dialog').getByRole('button', { name: 'Terima tamu' }).click()
  await expect(line).toContainText('Diterima')

  await page.getByTestId('show-in').click()
  await expect(line).toContainText('Silakan ke ruang tunggu')
  await expect(unit.page.getByTestId('visit-state')).toHaveText('Di ruang tunggu')

  await page.goto('/layar-lobi')
  await page.getByTestId('revoke-display').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Putuskan' }).click()
  await expect(lobby.getByTestId('pairing-code')).toBeVisible()
  await expect(line).toHaveCount(0)
})

test('a meeting is booked at a free time, moved, and seen by the week', async ({ sit }) => {
  const caseId = await atTheOfficer()
  const { page } = await sit(office, office.people.assistant, `/perkara/${caseId}?bagian=pertemuan`)
  await page.getByTestId('book').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByTestId('free-time').nth(1).click()
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  const booked = page.getByTestId('booking')
  await expect(booked).toContainText('Terjadwal')

  await page.getByTestId('move-booking').click()
  await expect(dialog.getByTestId('free-time').first()).toBeVisible()
  await dialog.getByTestId('free-time').first().click()
  await dialog.getByLabel('Alasan perubahan').fill('Petugas berhalangan')
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await expect(booked).toContainText('Petugas berhalangan')

  const [row] = await office.query('SELECT starts_at, sequence FROM booking WHERE case_id = $1', [caseId])
  expect(row?.['sequence']).toBe(1)
  const day = localDate(new Date(String(row?.['starts_at'])))
  await page.goto('/jadwal')
  await expect(page.getByTestId('week')).toBeVisible()
  const thisWeek = page.getByRole('heading', { name: formatLongDate(day) })
  if ((await thisWeek.count()) === 0) await page.getByTestId('next-week').click()
  await expect(thisWeek).toBeVisible()
  await expect(page.getByTestId('booking')).toContainText('Petugas berhalangan')
  expect(day >= addWorkingDays(indonesianCalendar(), localDate(Date.now()), 0)).toBe(true)
})
