import { Casework } from './casework.js'
import { expect, isLive, test } from './console.js'
import { openOffice, type Office } from './office.js'

const NEW = 'Badan Penerus Pengawasan'
const EMBLEM = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z" fill="#123f6b"/></svg>'

let office: Office
test.beforeAll(async () => {
  office = await openOffice()
})
test.afterAll(() => office.close())

test('a head saved by the administrator appears in an editor that is open, and not on a letter that was issued', async ({ sit }) => {
  const work = new Casework(office)
  const draftId = await work.drafted(await work.registered())
  const issuedId = await work.atTheDesk()
  await work.approve(issuedId)
  await work.issue(issuedId)

  const writer = await sit(office, office.people.assistant, `/surat/${draftId}`)
  await isLive(writer.page)
  const head = writer.page.getByTestId('letter-head')
  await expect(head).toContainText('Komisi Aparatur Sipil Negara')

  const { page } = await sit(office, office.people.administrator, '/administrasi?bagian=organisation')
  await page.getByRole('button', { name: 'Susun kop baru' }).click()
  const form = page.getByTestId('profile-form')
  await form.getByRole('textbox', { name: 'Nama lembaga' }).fill(NEW)
  await expect(form.getByTestId('letter-head')).toContainText(NEW)

  const emblem = form.locator('input[type=file]')
  const upload = (svg: string) => emblem.setInputFiles({ name: 'lambang.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) })
  await upload(EMBLEM.replace('</svg>', '<script>alert(1)</script></svg>'))
  await expect(form).toContainText('bagian yang tidak diterima: script')
  await upload(EMBLEM)
  await expect(form.getByTestId('letter-head').locator('img')).toHaveAttribute('src', /M1%201h7v7z/)

  page.once('dialog', (dialog) => void dialog.dismiss())
  await page.getByRole('button', { name: 'Unit', exact: true }).click()
  await expect(form).toBeVisible()

  await form.getByTestId('save').click()
  await expect(form).toBeHidden()
  await expect(page.getByRole('row', { name: new RegExp(NEW) })).toContainText('Berlaku')
  await expect(head).toContainText(NEW)

  const clerk = await sit(office, office.people.clerk, `/surat/${issuedId}`)
  await expect(clerk.page.getByTestId('letter-head')).toContainText('Komisi Aparatur Sipil Negara')
})
