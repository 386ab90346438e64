import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expect, test, type Seat } from './console.js'
import { openOffice, type Office } from './office.js'

let office: Office
test.beforeAll(async () => {
  office = await openOffice()
})
test.afterAll(() => office.close())

const SUBJECT = 'Konsultasi mutasi jabatan tanpa uji kompetensi'

/** The line of the letter in an inbox that nobody touches, with what is to be done. */
const waiting = (inbox: Page, todo: string): Locator =>
  inbox.getByRole('list', { name: 'Daftar pekerjaan' }).getByRole('link').filter({ hasText: SUBJECT }).filter({ hasText: todo })

async function nothingWaits(inbox: Page): Promise<void> {
  await expect(inbox.getByText('Tidak ada yang menunggu Anda')).toBeVisible()
  await expect(inbox.getByRole('link', { name: 'Kotak masuk', exact: true })).toBeVisible()
}

/** The inbox got its line, its badge in the menu counts it. */
async function oneWaits(inbox: Page, todo: string): Promise<void> {
  await expect(waiting(inbox, todo)).toBeVisible()
  await expect(inbox.getByRole('link', { name: 'Kotak masuk 1 menunggu' })).toBeVisible()
}

/** Opens what waits in the inbox as people do: by clicking its line. */
async function takeUp({ page }: Seat, todo: string): Promise<void> {
  await page.getByRole('link', { name: /^Kotak masuk/ }).click()
  await waiting(page, todo).click()
}

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true })

async function dispose(seat: Seat, to: string, instruction: string): Promise<void> {
  await takeUp(seat, 'Beri disposisi')
  await button(seat.page, 'Disposisikan').first().click()
  const dialog = seat.page.getByRole('dialog', { name: 'Disposisi' })
  await dialog
    .getByRole('group', { name: `Peran ${to}` })
    .getByRole('button', { name: 'Utama' })
    .click()
  await dialog.getByLabel(instruction).check()
  await dialog.getByRole('button', { name: 'Kirim disposisi' }).click()
  await expect(dialog).toBeHidden()
}

/** Writes into every spot that the template left open, from one to the next, and what the head of the letter still lacks. */
async function write(page: Page): Promise<void> {
  const texts = [
    'mutasi tanpa uji kompetensi',
    'Undang-Undang tentang Aparatur Sipil Negara',
    'mutasi belum sesuai ketentuan',
    'agar uji kompetensi dilaksanakan',
  ]
  const spots = page.getByRole('button', { name: /bagian belum diisi/ })
  const body = page.getByRole('textbox', { name: 'Isi surat' })
  for (const text of texts) {
    await spots.click()
    await expect(body).toBeFocused()
    await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toMatch(/^\[…/)
    await page.keyboard.type(text)
    await expect(body).toContainText(text)
  }
  await expect(spots).toBeHidden()
  for (const [name, text] of [
    ['Yth.', 'Dewi Lestari'],
    ['di', 'Kota Contoh'],
  ] as const) {
    const line = page.getByRole('textbox', { name, exact: true })
    if ((await line.count()) > 0 && (await line.inputValue()) === '') await line.fill(text)
  }
  await expect(page.getByText(/^Tersimpan/)).toBeVisible()
}

test('a letter goes from registration to delivery, and every other screen sees each step without reloading', async ({ sit }) => {
  test.slow()
  const { people } = office
  const [sekretariat, pimpinan, pokja, asisten] = await Promise.all([
    sit(office, people.clerk, '/'),
    sit(office, people.chair, '/'),
    sit(office, people.head, '/'),
    sit(office, people.assistant, '/'),
  ])
  const inboxes = await Promise.all([sekretariat, pimpinan, pokja, asisten].map((seat) => seat.lookAt('/')))
  const [clerkInbox, chairInbox, headInbox, assistantInbox] = inboxes as [Page, Page, Page, Page]
  const board = await pimpinan.lookAt('/beban-kerja')
  const desk = await pimpinan.lookAt('/meja-persetujuan')
  for (const inbox of inboxes) await nothingWaits(inbox)
  await expect(board.getByText('Belum ada perkara berjalan')).toBeVisible()

  await test.step('Sekretariat registers', async () => {
    const { page } = sekretariat
    await page.getByRole('link', { name: 'Registrasi' }).click()
    await page.getByText('Sistem Merit', { exact: true }).click()
    await page.getByText('Surat diantar ke loket').click()
    await page.getByRole('textbox', { name: 'Nomor surat' }).fill('800/21/BKPSDM/2026')
    await page.getByRole('textbox', { name: 'Perihal' }).fill(SUBJECT)
    await page.getByRole('textbox', { name: 'Isi ringkas' }).fill('Pemohon dimutasi tanpa uji kompetensi dan meminta penjelasan.')
    await page.getByRole('textbox', { name: 'Nama lengkap' }).fill('Dewi Lestari')
    await page.getByRole('textbox', { name: 'Jabatan' }).fill('Kepala Bidang Mutasi')
    await page.getByRole('combobox', { name: 'Instansi' }).fill('Pemerintah Kota Contoh Raya')
    await page.getByRole('textbox', { name: 'Nomor telepon' }).fill('0800-0555-0021')
    await button(page, 'Tandai semua ada').click()
    await button(page, 'Simpan registrasi').click()
    await expect(page.getByRole('heading', { name: 'Registrasi tersimpan' })).toBeVisible()
    await oneWaits(clerkInbox, 'Periksa kelengkapan dan teruskan ke Pimpinan')
  })

  await test.step('and hands over to Pimpinan', async () => {
    await button(sekretariat.page, 'Serahkan ke Pimpinan').click()
    await nothingWaits(clerkInbox)
    await oneWaits(chairInbox, 'Beri disposisi')
    await expect(chairInbox).toHaveTitle('(1) Kotak masuk · Tanggap')
    await sekretariat.page.getByRole('link', { name: 'Buka perkara' }).click()
    await expect(sekretariat.page.getByRole('heading', { name: SUBJECT })).toBeVisible()
  })
  const casePath = new URL(sekretariat.page.url()).pathname
  const file = await sekretariat.lookAt(`${casePath}?bagian=disposisi`)
  const tree = file.getByRole('list', { name: 'Pohon disposisi' })
  const nextStep = file.getByRole('region', { name: 'Langkah berikutnya' })
  await expect(file.getByText('Di meja Pimpinan')).toBeVisible()

  await test.step('Pimpinan disposes to the Pokja', async () => {
    await dispose(pimpinan, people.head.post.title, 'Telaah dan saran')
    await nothingWaits(chairInbox)
    await oneWaits(headInbox, 'Beri disposisi')
    await expect(file.getByText('Di Pokja', { exact: true })).toBeVisible()
    await expect(tree).toContainText(people.head.post.title)
    await expect(tree.getByText('Belum dibaca')).toBeVisible()
    await expect(board.getByText('Belum ada perkara berjalan')).toBeHidden()
    await expect(board.getByRole('link', { name: /^1 perkara berjalan/ }).first()).toBeVisible()
  })
  const pokjaBoard = await pokja.lookAt('/beban-kerja')

  await test.step('the head of the Pokja reads it and disposes to the Asisten', async () => {
    await takeUp(pokja, 'Beri disposisi')
    await expect(tree.getByText('Sudah dibaca')).toBeVisible()
    await dispose(pokja, people.assistant.post.title, 'Siapkan konsep jawaban')
    await nothingWaits(headInbox)
    await oneWaits(assistantInbox, 'Tentukan dapat diproses atau tidak')
    await expect(file.getByText('Di Asisten', { exact: true })).toBeVisible()
    await expect(tree).toContainText(people.assistant.post.title)
    await expect(
      pokjaBoard
        .getByRole('row', { name: new RegExp(people.assistant.name) })
        .getByRole('link')
        .first(),
    ).toHaveText('1')
  })

  await test.step('the Asisten accepts and decides', async () => {
    await takeUp(asisten, 'Tentukan dapat diproses atau tidak')
    await button(asisten.page, 'Terima').first().click()
    await expect(tree.getByText('Diterima', { exact: true }).last()).toBeVisible()
    await button(asisten.page, 'Putuskan').click()
    const dialog = asisten.page.getByRole('dialog')
    await dialog.getByText('Dapat diproses', { exact: true }).click()
    await dialog.getByRole('textbox', { name: 'Alasan' }).fill('Persyaratan lengkap dan menjadi kewenangan kami.')
    await dialog.getByRole('button', { name: 'Simpan keputusan' }).click()
    await oneWaits(assistantInbox, 'Susun konsep surat')
    await expect(file.getByText('Dalam proses', { exact: true })).toBeVisible()
    await expect(nextStep).toContainText('Susun konsep surat')
  })

  await test.step('writes the letter and submits it', async () => {
    const { page } = asisten
    await page.getByRole('region', { name: 'Langkah berikutnya' }).getByTestId('draft-answer').click()
    await write(page)
    await button(page, 'Ajukan').click()
    await button(page, 'Ajukan sekarang').click()
    await nothingWaits(assistantInbox)
    await oneWaits(headInbox, 'Periksa atau setujui konsep surat')
    await expect(nextStep).toContainText('Periksa konsep surat')
  })

  await test.step('the head of the Pokja passes it on', async () => {
    await expect(desk.getByText('Meja Anda bersih')).toBeVisible()
    await takeUp(pokja, 'Periksa atau setujui konsep surat')
    await button(pokja.page, 'Teruskan').click()
    await pokja.page.getByRole('dialog', { name: 'Teruskan surat ini?' }).getByRole('button', { name: 'Teruskan' }).click()
    await nothingWaits(headInbox)
    await oneWaits(chairInbox, 'Periksa atau setujui konsep surat')
    await expect(desk.getByRole('list', { name: 'Surat yang menunggu' }).getByText(SUBJECT)).toBeVisible()
    await expect(desk.getByRole('link', { name: 'Meja persetujuan 1 menunggu' })).toBeVisible()
  })

  await test.step('Pimpinan approves at the desk', async () => {
    const { page } = pimpinan
    await page.getByRole('link', { name: /^Meja persetujuan/ }).click()
    await expect(page.getByRole('article')).toContainText('mutasi belum sesuai ketentuan')
    await button(page, 'Setujui').click()
    await page.getByRole('dialog', { name: 'Setujui surat ini?' }).getByRole('button', { name: 'Setujui' }).click()
    await expect(desk.getByText('Meja Anda bersih')).toBeVisible()
    await nothingWaits(chairInbox)
    await oneWaits(clerkInbox, 'Beri nomor dan terbitkan')
    await expect(asisten.page.getByText('Disetujui', { exact: true }).first()).toBeVisible()
  })

  const letterPage = await asisten.lookAt(new URL(asisten.page.url()).pathname)
  await test.step('Sekretariat numbers and issues it', async () => {
    await takeUp(sekretariat, 'Beri nomor dan terbitkan')
    await button(sekretariat.page, 'Beri nomor dan terbitkan').click()
    await sekretariat.page.getByRole('dialog').getByRole('button', { name: 'Beri nomor dan terbitkan' }).click()
    await oneWaits(clerkInbox, 'Kirim dan catat buktinya')
    await expect(file.getByText('Terjawab', { exact: true })).toBeVisible()
    await expect(letterPage.getByText(/^B-1\/.+\/\d{2}\/\d{4}$/).first()).toBeVisible()
  })

  await test.step('delivers it, and the case is closed', async () => {
    const { page } = sekretariat
    await button(page, 'Kirim surat').click()
    const dialog = page.getByRole('dialog', { name: 'Kirim surat' })
    await dialog.getByText('Diserahkan langsung').click()
    await dialog.getByRole('textbox', { name: 'Diterima oleh' }).fill('Dewi Lestari')
    await dialog.getByRole('button', { name: 'Catat penyerahan' }).click()
    for (const inbox of inboxes) await nothingWaits(inbox)
    await expect(letterPage.getByText('Terkirim', { exact: true })).toBeVisible()
    await expect(file.getByText('Selesai', { exact: true }).first()).toBeVisible()
    await expect(nextStep).toContainText('Perkara selesai pada')
    await expect(board.getByText('Belum ada perkara berjalan')).toBeVisible()
  })

  await test.step('the Asisten looks at the letter as it was sent', async () => {
    const { page } = asisten
    await button(page, 'Lihat PDF').click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Unduh PDF' }).click()])
    const paper = await readFile(await download.path())
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-')
    const [stored] = await office.query('SELECT pdf_sha256 FROM letter')
    expect(createHash('sha256').update(paper).digest('hex')).toBe(stored?.['pdf_sha256'])
  })
})
