import { expect, isLive, test } from './console.js'
import { Casework } from './casework.js'
import { openOffice, type Office } from './office.js'
import { aKey, browser, cookieIn } from '../support/as.js'
import { PASSWORD } from '../support/people.js'

let office: Office
let work: Casework
test.beforeAll(async () => {
  office = await openOffice()
  work = new Casework(office)
})
test.afterAll(() => office.close())

const dot = '[data-live]:visible'

test('who loses the network sees it, and catches up without reloading', async ({ sit }) => {
  const { page, watch } = await sit(office, office.people.chair, '/')
  await isLive(page)
  await expect(page.getByText('Tidak ada yang menunggu Anda')).toBeVisible()
  await page.evaluate(() => document.body.setAttribute('data-same-page', ''))

  watch.networkIsCut = true
  await page.context().setOffline(true)
  await expect(page.locator(dot)).not.toHaveAttribute('data-live', 'live')
  await expect(page.getByText('Sambungan ke server terputus.')).toBeVisible()
  const caseId = await work.registered('MERIT', { subject: 'Perkara selagi jaringan putus' })
  await work.handOver(caseId)

  await page.context().setOffline(false)
  await isLive(page)
  await expect(page.getByRole('list', { name: 'Daftar pekerjaan' }).getByText('Perkara selagi jaringan putus')).toBeVisible()
  await expect(page.getByText('Sambungan ke server terputus.')).toBeHidden()
  await expect(page).toHaveTitle(/^\(1\) /)
  await expect(page.locator('body')).toHaveAttribute('data-same-page', '')
})

test('a server that died and came back misses nothing', async ({ sit }) => {
  const { page, watch } = await sit(office, office.people.clerk, '/')
  await isLive(page)
  // The stream is open before the page itself has come.
  await expect(page.getByRole('heading', { name: 'Kotak masuk', level: 1 })).toBeVisible()
  await page.evaluate(() => document.body.setAttribute('data-same-page', ''))

  watch.networkIsCut = true
  await office.product.end('SIGKILL')
  await expect(page.locator(dot)).not.toHaveAttribute('data-live', 'live')
  await expect(page.locator(dot)).toHaveText(/Menyambung kembali…|Terputus/)
  await office.product.begin()
  await work.registered('MERIT', { subject: 'Perkara sesudah server bangkit' })

  // The longer the server was away, the longer the console waits between two attempts: 20 s at most.
  await isLive(page, { timeout: 30_000 })
  watch.networkIsCut = false
  await expect(page.getByRole('list', { name: 'Daftar pekerjaan' }).getByText('Perkara sesudah server bangkit')).toBeVisible()
  await expect(page.locator('body')).toHaveAttribute('data-same-page', '')
})

test('a disabled person is out within two seconds, and stays out', async ({ sit }) => {
  const { assistant2, administrator } = office.people
  const { page, watch } = await sit(office, assistant2, '/')
  await isLive(page)

  const admin = await office.as(administrator)
  const { people } = await admin.ask<{ people: { rows: { id: string; version: number }[] } }>(
    'query ($search: String) { people(search: $search) { rows { id version } } }',
    { search: assistant2.name },
  )
  const version = people.rows.find(({ id }) => id === assistant2.id)?.version
  watch.networkIsCut = true
  const began = Date.now()
  await admin.ask(
    'mutation ($id: ID!, $version: Int!, $key: String!) { setPersonDisabled(id: $id, version: $version, disabled: true, key: $key) { id } }',
    { id: assistant2.id, version, key: aKey() },
  )
  await expect(page).toHaveURL(/\/masuk/, { timeout: 2_000 })
  expect(Date.now() - began).toBeLessThan(2_000)

  await page.getByLabel('Alamat e-mail').fill(assistant2.email)
  await page.getByRole('textbox', { name: 'Kata sandi' }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Masuk' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  const login = 'mutation ($email: String!, $password: String!) { login(email: $email, password: $password) { id } }'
  const answer = await browser(office.url).gql(login, { email: assistant2.email, password: PASSWORD })
  expect(cookieIn(answer.headers)).toBeNull()
})
