import { expect, isLive, test } from './console.js'
import { openOffice, type Office } from './office.js'
import { PASSWORD } from '../support/people.js'

let office: Office
test.beforeAll(async () => {
  office = await openOffice()
})
test.afterAll(() => office.close())

const BUDGET_BYTES = 200_000

test('signing in and seeing the inbox costs less than 200 kB of script on the wire', async ({ sit }) => {
  const { page } = await sit(office, null)
  const scripts: Promise<{ path: string; bytes: number; encoding: string | undefined }>[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() !== 'script') return
    scripts.push(
      (async () => {
        const [sizes, answer] = await Promise.all([request.sizes(), request.response()])
        return { path: new URL(request.url()).pathname, bytes: sizes.responseBodySize, encoding: answer?.headers()['content-encoding'] }
      })(),
    )
  })

  await page.goto('/')
  await page.getByLabel('Alamat e-mail').fill(office.people.clerk.email)
  await page.getByRole('textbox', { name: 'Kata sandi' }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await expect(page.getByText('Tidak ada yang menunggu Anda')).toBeVisible()
  await isLive(page)
  await page.waitForLoadState('networkidle')

  const fetched = await Promise.all(scripts)
  expect(fetched.filter(({ encoding, bytes }) => encoding === undefined && bytes > 1_500)).toEqual([])
  const total = fetched.reduce((sum, { bytes }) => sum + bytes, 0)
  test.info().annotations.push({ type: 'first load', description: `${total} bytes in ${fetched.length} scripts` })
  expect(total).toBeGreaterThan(20_000)
  expect(total).toBeLessThan(BUDGET_BYTES)
})
