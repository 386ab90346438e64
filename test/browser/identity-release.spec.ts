import { Casework } from './casework.js'
import { expect, isLive, test } from './console.js'
import { openOffice, type Office } from './office.js'
import { PASSWORD, someone } from '../support/people.js'

const NAME = 'Sekar Rahasiawati'

let office: Office
test.beforeAll(async () => {
  office = await openOffice()
})
test.afterAll(() => office.close())

test('a sealed reporter is opened by two people: one asks, the other grants, and the look is watched', async ({ sit }) => {
  const db = { query: <T>(sql: string, params?: unknown[]) => office.query(sql, params) as Promise<T> }
  const custodian = await someone(db, 'CUSTODIAN', { title: 'Kustodian identitas', name: 'Kustodian Satu' })
  const work = new Casework(office)
  const id = await work.registered('NETRALITAS', { protection: 'sealed', secrecy: 'terbatas' }, NAME)
  await work.assign(id)

  const asking = await sit(office, office.people.assistant, `/perkara/${id}`)
  await isLive(asking.page)
  await expect(asking.page.getByTestId('reporter')).toContainText('Identitas pelapor dirahasiakan')
  await expect(asking.page.locator('body')).not.toContainText(NAME)
  await asking.page.getByTestId('ask-identity').click()
  await asking.page.getByTestId('ask-reason').fill('Klarifikasi tatap muka dengan pelapor')
  await asking.page.getByRole('button', { name: 'Kirim permintaan' }).click()
  await expect(asking.page.getByTestId('release-waits')).toBeVisible()

  const deciding = await sit(office, custodian, '/pelepasan-identitas')
  await isLive(deciding.page)
  await expect(deciding.page.locator('main')).toContainText('Klarifikasi tatap muka dengan pelapor')
  await deciding.page.getByTestId('grant').locator('visible=true').first().click()
  await deciding.page.getByRole('dialog').getByRole('button', { name: 'Izinkan' }).click()
  await expect(deciding.page.getByTestId('standing').locator('visible=true').first()).toContainText('Izin berlaku')

  await asking.page.getByTestId('view-identity').click()
  await asking.page.getByTestId('step-up').fill('bukan kata sandinya')
  await asking.page.getByRole('button', { name: 'Buka identitas' }).click()
  await expect(asking.page.getByRole('alert').first()).toBeVisible()
  await asking.page.getByTestId('step-up').fill(PASSWORD)
  await asking.page.getByRole('button', { name: 'Buka identitas' }).click()
  const shown = asking.page.getByTestId('identity')
  await expect(shown).toContainText(NAME)
  await expect(shown.getByTestId('watermark')).toContainText(office.people.assistant.name)
  await expect(deciding.page.getByTestId('reads').locator('visible=true').first()).toContainText('dilihat sekali')
  await expect(deciding.page.locator('body')).not.toContainText(NAME)
  await asking.page.keyboard.press('Escape')
  await expect(asking.page.locator('body')).not.toContainText(NAME)

  await deciding.page.getByTestId('revoke').locator('visible=true').first().click()
  const dialog = deciding.page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('Klarifikasi selesai')
  await dialog.getByRole('button', { name: 'Cabut izin' }).click()
  await expect(asking.page.getByTestId('view-identity')).toBeHidden()
})
