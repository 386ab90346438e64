import type { Page } from '@playwright/test'
import { aKey } from '../support/as.js'
import { PASSWORD } from '../support/people.js'
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

const NIK_AS_SHOWN = '99xxxxxxxxxx0001'
const field = (page: Page, name: string) => page.getByRole('textbox', { name })
const save = (page: Page) => page.getByRole('button', { name: 'Simpan perbaikan' })

/** The blind indexes of the requester's numbers: equal as long as the sealed numbers are. */
const numbersOf = (caseId: string) =>
  office.query(`SELECT id, nik_index, nip_index, nik_masked FROM party WHERE case_id = $1 AND role = 'requester'`, [caseId])

async function returned(caseId: string, reason: string): Promise<void> {
  const chair = await office.as(office.people.chair)
  const { found } = await chair.ask<{ found: { version: number } }>('query ($id: ID!) { found: case(id: $id) { version } }', { id: caseId })
  const document =
    'mutation ($id: ID!, $version: Int!, $reason: String!, $key: String!) { returnCaseToRegistry(id: $id, version: $version, reason: $reason, key: $key) { id } }'
  await chair.ask(document, { id: caseId, version: found.version, reason, key: aKey() })
}

test('what Pimpinan returned is corrected and handed over again; hidden numbers stay, and the other desk follows', async ({ sit }) => {
  const id = await work.registered('MERIT')
  await work.handOver(id)
  const { page, lookAt } = await sit(office, office.people.clerk, `/perkara/${id}`)
  await isLive(page)
  const other = await lookAt(`/perkara/${id}`)
  await expect(page.getByTestId('amend')).toBeHidden()

  await returned(id, 'Perihal belum menyebut jabatan.')
  await expect(page.getByTestId('returned')).toContainText('Perihal belum menyebut jabatan.')
  const before = await numbersOf(id)
  await page.getByTestId('amend').click()
  await expect(page.getByTestId('returned')).toBeVisible()
  await expect(save(page)).toBeDisabled()
  await field(page, 'Perihal').fill('Konsultasi mutasi Kepala Bidang')

  await expect(field(page, 'NIK')).toHaveValue(NIK_AS_SHOWN)
  await field(page, 'NIK').focus()
  await page.keyboard.type('12')
  await expect(field(page, 'NIK')).toHaveValue('12')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByTestId('faults')).toContainText('NIK')
  await field(page, 'NIK').fill(NIK_AS_SHOWN)
  await expect(page.getByTestId('faults')).toBeHidden()
  await page.keyboard.press('ControlOrMeta+Enter')

  await expect(page.getByRole('heading', { name: 'Konsultasi mutasi Kepala Bidang' })).toBeVisible()
  await expect(other.getByRole('heading', { name: 'Konsultasi mutasi Kepala Bidang' })).toBeVisible()
  expect(await numbersOf(id)).toEqual(before)
  await page.getByTestId('act-hand_over').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Serahkan ke Pimpinan' }).click()
  await expect(page.getByTestId('amend')).toBeHidden()
})

test('a correction that somebody else overtakes is told at once, and starts again from what they saved', async ({ sit }) => {
  const id = await work.registered('MERIT')
  const [mine, theirs] = await Promise.all([
    sit(office, office.people.clerk, `/perkara/${id}/ubah`),
    sit(office, office.people.clerk2, `/perkara/${id}/ubah`),
  ])
  await Promise.all([isLive(mine.page), isLive(theirs.page)])
  await field(mine.page, 'Isi ringkas').fill('Isi menurut saya.')
  await field(theirs.page, 'Isi ringkas').fill('Isi menurut rekan saya.')
  await save(theirs.page).click()
  await expect(mine.page.getByTestId('overtaken')).toBeVisible()
  await expect(field(mine.page, 'Isi ringkas')).toHaveValue('Isi menurut saya.')
  await mine.page.getByRole('button', { name: 'Muat isian terbaru' }).click()
  await expect(field(mine.page, 'Isi ringkas')).toHaveValue('Isi menurut rekan saya.')
  await expect(mine.page.getByTestId('overtaken')).toBeHidden()
})

test('a session that ends while typing is renewed on top of the form, and nothing typed is lost', async ({ sit }) => {
  const id = await work.registered('MERIT')
  const { page } = await sit(office, office.people.clerk, `/perkara/${id}/ubah`)
  await field(page, 'Perihal').fill('Perihal yang diketik lama')
  await page.context().clearCookies()
  await save(page).click()
  const cover = page.getByRole('dialog', { name: 'Sesi Anda telah berakhir' })
  await expect(cover).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(cover).toBeVisible()
  await cover.getByLabel('Kata sandi').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(cover).toBeHidden()
  await expect(field(page, 'Perihal')).toHaveValue('Perihal yang diketik lama')
  await save(page).click()
  await expect(page.getByRole('heading', { name: 'Perihal yang diketik lama' })).toBeVisible()
  await isLive(page)
})
