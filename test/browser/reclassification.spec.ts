import { addWorkingDays, formatDate, indonesianCalendar, localDate, requirementsFor } from '@domain'
import { axeObjections } from './axe.js'
import { Casework } from './casework.js'
import { expect, isLive, test } from './console.js'
import { openOffice, type Office } from './office.js'

let office: Office
let work: Casework
test.beforeAll(async () => {
  office = await openOffice()
  work = new Casework(office)
})
test.afterAll(() => office.close())

/** "25 Mei 2026": a date so many working days from today, as the console writes it. */
const inWorkingDays = (days: number): string => formatDate(addWorkingDays(indonesianCalendar(), localDate(Date.now()), days))

test('a classification is shown before anybody decides; the head consents, and both desks see the new date [netralitas.lapor_field]', async ({
  sit,
}) => {
  const requirements = requirementsFor('NETRALITAS', 'lapor', 'asn').map(({ code }) => ({ code, state: 'met' as const }))
  const id = await work.registered('NETRALITAS', { channel: 'lapor', requirements })
  await work.assign(id)
  const asisten = await sit(office, office.people.assistant, `/perkara/${id}?bagian=waktu`)
  const { page } = asisten
  await isLive(page)
  const clock = page.getByTestId('clock')
  await expect(clock).toContainText(inWorkingDays(5))

  await page.getByTestId('reclassify').click()
  await page.getByText('Berkadar pengawasan dan memerlukan pemeriksaan lapangan').click()
  const preview = page.getByTestId('reclassification-preview')
  await expect(preview).toContainText(`Batas waktu berubah dari ${inWorkingDays(5)}`)
  await expect(preview).toContainText(`menjadi ${inWorkingDays(60)}`)
  await expect(preview).toContainText('Waktu berjalan 0 hari kerja dan jeda 0 hari kerja tetap dihitung.')
  await expect(preview).toContainText('memerlukan persetujuan Kepala Pokja')
  expect(await axeObjections(page)).toEqual([])
  await page.getByRole('textbox', { name: 'Alasan' }).fill('Saksi harus ditemui di lokasi kejadian.')
  await page.getByTestId('reclassify-submit').click()
  await expect(page.getByTestId('clock-request')).toContainText('Menunggu keputusan')
  await expect(page.getByTestId('clock-approve')).toBeHidden()
  await expect(clock).toContainText(inWorkingDays(5))

  const kepala = await sit(office, office.people.head, '/')
  await kepala.page.getByText('Setujui atau tolak permintaan jangka waktu').first().click()
  await expect(kepala.page.getByTestId('clock-request')).toContainText('Saksi harus ditemui di lokasi kejadian.')
  await kepala.page.getByTestId('clock-approve').click()
  await expect(kepala.page.getByTestId('clock')).toContainText(inWorkingDays(60))
  await expect(clock).toContainText(inWorkingDays(60))

  await clock.getByTestId('explain').click()
  await expect(clock.getByTestId('clock-ledger')).toContainText('Mengikuti klasifikasi baru')
  await expect(clock.getByTestId('clock-ledger')).toContainText('disetujui')
  await clock.getByTestId('clock-pause').click()
  await page.getByText('menunggu klarifikasi dari pelapor').click()
  await page.getByRole('textbox', { name: 'Keterangan' }).fill('Pelapor diminta melengkapi bukti.')
  await page.getByTestId('clock-submit').click()
  await expect(clock.getByTestId('clock-state')).toContainText('menunggu klarifikasi dari pelapor')
  await expect(clock).toContainText(inWorkingDays(60))
  expect(await axeObjections(page)).toEqual([])
  await clock.getByTestId('clock-resume').click()
  await page.getByTestId('clock-submit').click()
  await expect(clock.getByTestId('clock-state')).toBeHidden()
})
