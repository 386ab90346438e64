import type { Locator, Page } from '@playwright/test'
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

const question = (dialog: Locator): Locator => dialog.getByRole('alertdialog', { name: 'Buang yang sudah diketik?' })

/** Untouched it closes at once; once changed, Escape, the cross and Cancel ask, and the first key goes to the safe answer. */
async function leavesWithCare(page: Page, open: () => Promise<Locator>, change: (dialog: Locator) => Promise<Locator>): Promise<void> {
  await open()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  const dialog = await open()
  const field = await change(dialog)
  await page.keyboard.press('Escape')
  await expect(question(dialog)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Kembali mengisi' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(question(dialog)).toBeHidden()
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('Sudah panjang diketik.')

  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(question(dialog)).toBeHidden()
  await expect(field).toHaveValue('Sudah panjang diketik.')

  for (const way of ['Tutup', 'Batal']) {
    await dialog.getByRole('button', { name: way, exact: true }).click()
    await expect(question(dialog)).toBeVisible()
    await dialog.getByRole('button', { name: 'Kembali mengisi' }).click()
    await expect(field).toHaveValue('Sudah panjang diketik.')
  }
  await dialog.getByRole('button', { name: 'Batal', exact: true }).click()
  await question(dialog).getByRole('button', { name: 'Buang', exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('a disposition that was begun is not lost by a slip of the hand', async ({ sit }) => {
  const caseId = await work.registered()
  await work.handOver(caseId)
  const { page } = await sit(office, office.people.chair, `/perkara/${caseId}`)
  await isLive(page)
  const open = async (): Promise<Locator> => {
    await page.getByTestId('act-dispose').click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByTestId('recipient').first()).toBeVisible()
    return dialog
  }
  await leavesWithCare(page, open, async (dialog) => {
    await dialog.locator('[data-test=as-main]:visible:enabled').first().click()
    const note = dialog.getByTestId('branch-form').locator('textarea').first()
    await note.fill('Sudah panjang diketik.')
    return note
  })
})

test('a decision that was begun is not lost, and one that is sent asks nothing', async ({ sit }) => {
  const caseId = await work.registered()
  await work.assign(caseId)
  const { page } = await sit(office, office.people.assistant, `/perkara/${caseId}`)
  await isLive(page)
  const open = async (): Promise<Locator> => {
    await page.getByTestId('act-decide').click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.locator('textarea')).toBeVisible()
    return dialog
  }
  await leavesWithCare(page, open, async (dialog) => {
    const reason = dialog.locator('textarea')
    await reason.fill('Sudah panjang diketik.')
    return reason
  })

  const dialog = await open()
  await dialog.locator('input[value=yes]').check({ force: true })
  await dialog.locator('textarea').fill('Persyaratan lengkap.')
  await dialog.getByTestId('decide-submit').click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await office.query('SELECT processable FROM "case" WHERE id = $1', [caseId])).toEqual([{ processable: true }])
})
