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

/** The date so many working days from today. */
const inWorkingDays = (days: number): string => addWorkingDays(indonesianCalendar(), localDate(Date.now()), days)

test('a day off is rehearsed before anybody consents: the list names the cases that move, and consent by a second person moves them', async ({
  sit,
}) => {
  const requirements = requirementsFor('NETRALITAS', 'lapor', 'asn').map(({ code }) => ({ code, state: 'met' as const }))
  const id = await work.registered('NETRALITAS', { channel: 'lapor', requirements })
  await work.assign(id)
  const asisten = await sit(office, office.people.assistant, `/perkara/${id}?bagian=waktu`)
  await isLive(asisten.page)
  const clock = asisten.page.getByTestId('clock')
  await expect(clock).toContainText(formatDate(inWorkingDays(5)))

  const dayOff = inWorkingDays(2)
  const [year = '', month = '', day = ''] = dayOff.split('-')
  const { page } = await sit(office, office.people.administrator, '/kalender')
  await page.getByTestId('compose').click()
  await page
    .getByRole('tab', { name: year })
    .or(page.getByRole('button', { name: year, exact: true }))
    .first()
    .click()
  await page.getByTestId('day-date').fill(`${day}/${month}/${year}`)
  await page.getByTestId('day-name').fill('Cuti bersama tambahan')
  await page.getByTestId('add-day').click()
  await expect(page.getByText('Cuti bersama tambahan')).toBeVisible()
  await page.getByTestId('reason').fill('Keputusan Bersama Contoh 9')
  await page.getByTestId('save-draft').click()
  await page.getByTestId('rehearse').click()
  await expect(page.getByTestId('rehearsal-moves')).toHaveText('1')
  await expect(page.getByTestId('rehearsal-enters')).toHaveText('0')
  await expect(page.getByTestId('rehearsal')).toContainText(formatDate(inWorkingDays(6)))
  await expect(page.getByTestId('rehearsal')).not.toContainText('Permohonan konsultasi')
  expect(await axeObjections(page)).toEqual([])
  await expect(clock).toContainText(formatDate(inWorkingDays(5)))
  await page.getByTestId('propose').click()
  await expect(page.getByTestId('rule-draft')).toContainText('Menunggu persetujuan')

  const ketua = await sit(office, office.people.chair, '/kalender')
  await ketua.page.getByTestId('consent').click()
  await ketua.page.getByRole('dialog').getByRole('button', { name: 'Setujui dan berlakukan' }).click()
  await expect(ketua.page.getByTestId('rule-draft')).toContainText('Berlaku')
  await expect(clock).toContainText(formatDate(inWorkingDays(6)), { timeout: 30_000 })
})
