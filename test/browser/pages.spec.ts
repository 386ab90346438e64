import type { Page } from '@playwright/test'
import type { Somebody } from '../support/people.js'
import { anApplicant } from '../support/selection-data.js'
import { axeObjections } from './axe.js'
import { Casework } from './casework.js'
import { expect, isLive, test } from './console.js'
import { openOffice, type Office } from './office.js'
import { aSelection } from './selections.js'
import { notEnglish } from './words.js'

let office: Office
let caseId = ''
let draftId = ''
let submittedId = ''
let issuedId = ''
let selectionId = ''
let feedbackId = ''
let complaintId = ''
let names: string[] = []
/** As whom the server signs its own acts; stored, so the same in both languages. */
const SERVER = 'Sistem'

test.beforeAll(async () => {
  office = await openOffice()
  const work = new Casework(office)
  complaintId = await work.registered('NETRALITAS')
  await work.assign(complaintId)
  await work.registered('NETRALITAS')
  await work.handOver(await work.registered('MEDLIN', { secrecy: 'rahasia', urgency: 'sangat_segera' }))
  draftId = await work.drafted(await work.registered())
  submittedId = await work.atTheDesk()
  issuedId = await work.atTheDesk()
  await work.approve(issuedId)
  await work.issue(issuedId)
  const [letter] = await office.query('SELECT case_id FROM letter WHERE id = $1', [issuedId])
  caseId = String(letter?.['case_id'])
  selectionId = await aSelection(office, work, (postId) => [anApplicant(postId), anApplicant(postId)])
  await work.visited()
  feedbackId = await feedbackLogged(office)
  const named = await office.query('SELECT name FROM unit UNION SELECT title FROM "position"')
  names = [...named.map((row) => String(row['name'])), SERVER]
})
test.afterAll(() => office.close())

/** A screen on the wall shows a code, until the counter has typed it; the second time it is known. */
async function screenPaired(page: Page): Promise<void> {
  const [code, line] = [page.getByTestId('pairing-code'), page.getByTestId('lobby-line').first()]
  await expect(code.or(line)).toBeVisible()
  if (await code.isVisible()) {
    expect(await axeObjections(page)).toEqual([])
    const PAIR = `mutation ($code: String!, $key: String!) { pairLobbyDisplay(code: $code, name: "Lobi", key: $key) { id } }`
    await (await office.as(office.people.clerk)).ask(PAIR, { code: await code.textContent(), key: crypto.randomUUID() })
  }
  await expect(line).toBeVisible()
}

/** One feedback, so that neither the list nor the report is empty. */
async function feedbackLogged({ people, as }: Office): Promise<string> {
  const LOG = `mutation ($input: LogFeedbackInput!, $key: String!) { logFeedback(input: $input, key: $key) { id } }`
  const input = {
    service: 'MERIT',
    channelKind: 'instagram',
    channelAddress: 'kasn_ri',
    kind: 'suggestion',
    text: 'Mohon buka lebih lama.',
  }
  const { logFeedback } = await (await as(people.clerk)).ask<{ logFeedback: { id: string } }>(LOG, { input, key: crypto.randomUUID() })
  return logFeedback.id
}

interface Visit {
  readonly name: string
  readonly who: keyof Office['people'] | null
  readonly path: () => string
  /** The heading in Indonesian and in English; content when it is a text that somebody typed. */
  readonly heading: RegExp
  readonly english?: RegExp
  readonly ready?: (page: Page) => Promise<void>
}

const tab = (bagian: string) => () => `/perkara/${caseId}?bagian=${bagian}`
const subject = /Permohonan konsultasi mutasi/

const VISITS: readonly Visit[] = [
  { name: 'login', who: null, path: () => '/masuk', heading: /Masuk/, english: /Sign in/ },
  { name: 'kotak masuk', who: 'clerk', path: () => '/', heading: /Kotak masuk/, english: /Inbox/ },
  {
    name: 'registrasi',
    who: 'clerk',
    path: () => '/registrasi',
    heading: /Registrasi surat masuk/,
    english: /Register/,
    ready: async (page) => {
      await page.getByRole('radio').nth(2).check({ force: true })
      await page.getByRole('group').nth(1).getByRole('radio').first().check({ force: true })
      await page.keyboard.press('ControlOrMeta+Enter')
      await expect(page.getByRole('alert')).toBeVisible()
    },
  },
  { name: 'perkara', who: 'clerk', path: () => '/perkara', heading: /Perkara/, english: /Cases/ },
  { name: 'perkara: ringkasan', who: 'assistant', path: tab('ringkasan'), heading: subject },
  { name: 'perkara: disposisi', who: 'head', path: tab('disposisi'), heading: subject },
  { name: 'perkara: surat', who: 'clerk', path: tab('surat'), heading: subject },
  { name: 'perkara: berkas', who: 'clerk', path: tab('berkas'), heading: subject },
  { name: 'perkara: jangka waktu', who: 'chair', path: tab('waktu'), heading: subject },
  { name: 'perkara: riwayat', who: 'assistant', path: tab('riwayat'), heading: subject },
  {
    name: 'surat: penyunting',
    who: 'assistant',
    path: () => `/surat/${draftId}`,
    heading: /./,
    ready: (page) => expect(page.locator('[contenteditable=true]').first()).toBeVisible(),
  },
  { name: 'surat: pembaca', who: 'head', path: () => `/surat/${submittedId}`, heading: /./ },
  { name: 'surat: terbit', who: 'clerk', path: () => `/surat/${issuedId}`, heading: /./ },
  {
    name: 'meja persetujuan',
    who: 'chair',
    path: () => `/meja-persetujuan`,
    heading: /Meja persetujuan/,
    english: /Approval desk/,
  },
  { name: 'beban kerja: semua unit', who: 'chair', path: () => '/beban-kerja', heading: /Beban kerja/, english: /Workload/ },
  { name: 'beban kerja: satu Pokja', who: 'head', path: () => '/beban-kerja', heading: /Beban kerja/, english: /Workload/ },
  { name: 'perkara: penanganan', who: 'assistant', path: () => `/perkara/${complaintId}?bagian=penanganan`, heading: subject },
  {
    name: 'tindak lanjut',
    who: 'chair',
    path: () => '/tindak-lanjut',
    heading: /Tindak lanjut rekomendasi/,
    english: /Follow-up of recommendations/,
  },
  { name: 'buku agenda', who: 'clerk', path: () => '/buku-agenda', heading: /Buku agenda/, english: /Agenda/ },
  { name: 'buku nomor', who: 'clerk', path: () => '/buku-nomor', heading: /Buku nomor/, english: /Number/ },
  {
    name: 'pelepasan identitas',
    who: 'assistant',
    path: () => '/pelepasan-identitas',
    heading: /Pelepasan identitas/,
    english: /Identity releases/,
  },
  { name: 'hubungan pegawai', who: 'clerk', path: () => '/hubungan', heading: /Hubungan pegawai/, english: /Staff relations/ },
  { name: 'dosir', who: 'chair', path: () => '/dosir', heading: /Dosir terlapor/, english: /Dossier/ },
  { name: 'kotak keluar', who: 'clerk', path: () => '/kotak-keluar', heading: /Kotak keluar/, english: /Outbox/ },
  { name: 'administrasi: orang', who: 'administrator', path: () => '/administrasi', heading: /Administrasi/, english: /Administration/ },
  {
    name: 'administrasi: jabatan',
    who: 'administrator',
    path: () => '/administrasi?bagian=positions',
    heading: /Administrasi/,
    english: /Administration/,
  },
  {
    name: 'administrasi: unit',
    who: 'administrator',
    path: () => '/administrasi?bagian=units',
    heading: /Administrasi/,
    english: /Administration/,
  },
  {
    name: 'administrasi: kop surat',
    who: 'administrator',
    path: () => '/administrasi?bagian=organisation',
    heading: /Administrasi/,
    english: /Administration/,
    ready: async (page) => {
      await page.getByRole('button', { name: /Susun kop baru|Write a new letterhead/ }).click()
      await expect(page.getByRole('group', { name: /Pratinjau kop|Preview of the letterhead/ }).getByTestId('letter-head')).toBeVisible()
      await page.getByRole('textbox', { name: /Tempat surat|Place of letters/ }).fill('')
      await page.locator('[data-test=save]').click()
      await expect(page.locator('[aria-invalid=true]')).toHaveCount(1)
    },
  },
  { name: 'seleksi', who: 'head', path: () => '/seleksi', heading: /Seleksi JPT/, english: /Senior-post selections/ },
  { name: 'seleksi: tahap ini', who: 'assistant', path: () => `/seleksi/${selectionId}`, heading: /Seleksi terbuka/ },
  { name: 'seleksi: pelamar', who: 'assistant', path: () => `/seleksi/${selectionId}?bagian=applicants`, heading: /Seleksi terbuka/ },
  {
    name: 'seleksi: hasil',
    who: 'assistant',
    path: () => `/seleksi/${selectionId}?bagian=results`,
    heading: /Seleksi terbuka/,
    ready: (page) => page.getByTestId('import-interview').click(),
  },
  { name: 'profil', who: 'assistant', path: () => '/profil', heading: /./ },
  {
    name: 'masukan layanan: daftar',
    who: 'clerk',
    path: () => '/masukan',
    heading: /Masukan layanan/,
    english: /Service feedback/,
    ready: (page) => expect(page.getByRole('link', { name: /M-001/ }).filter({ visible: true })).toBeVisible(),
  },
  {
    name: 'masukan layanan: satu masukan',
    who: 'clerk',
    path: () => `/masukan/${feedbackId}`,
    heading: /Masukan M-001/,
    english: /Feedback M-001/,
  },
  {
    name: 'masukan layanan: laporan',
    who: 'chair',
    path: () => '/masukan?bagian=report',
    heading: /Masukan layanan/,
    english: /Service feedback/,
    ready: (page) => expect(page.getByRole('row', { name: /Instagram/ })).toBeVisible(),
  },
  { name: 'standar: dibaca', who: 'head', path: () => '/standar', heading: /Standar pelayanan/, english: /Service standards/ },
  {
    name: 'standar: rancangan',
    who: 'administrator',
    path: () => '/standar?layanan=KODE_ETIK',
    heading: /Standar pelayanan/,
    english: /Service standards/,
  },
  { name: 'kalender', who: 'administrator', path: () => '/kalender', heading: /Kalender kerja/, english: /Working calendar/ },
  { name: 'jejak', who: 'auditor', path: () => '/jejak', heading: /Jejak audit/, english: /Audit trail/ },
  {
    name: 'buku tamu',
    who: 'clerk',
    path: () => '/buku-tamu',
    heading: /Buku tamu/,
    english: /Guest book/,
    ready: async (page) => {
      await page.keyboard.press('ControlOrMeta+Enter')
      await expect(page.getByRole('alert').first()).toBeVisible()
      await expect(page.getByTestId('queue-number').first()).toBeVisible()
    },
  },
  {
    name: 'kunjungan',
    who: 'head',
    path: () => '/kunjungan',
    heading: /Kunjungan/,
    english: /Visits/,
    ready: (page) => expect(page.getByTestId('assign')).toBeVisible(),
  },
  { name: 'jadwal', who: 'clerk', path: () => '/jadwal', heading: /Jadwal konsultasi/, english: /schedule/i },
  { name: 'layar lobi', who: 'clerk', path: () => '/layar-lobi', heading: /Layar lobi/, english: /Lobby screens/ },
  { name: 'lobi', who: null, path: () => '/lobi', heading: /Antrean layanan/, english: /Service queue/, ready: screenPaired },
  { name: 'alamat yang tidak ada', who: 'clerk', path: () => '/tidak-ada', heading: /Halaman tidak ditemukan/, english: /Page not found/ },
]

const personOf = ({ who }: Visit): Somebody | null => {
  const one = who ? office.people[who] : null
  return one !== null && typeof one === 'object' ? one : null
}

async function shows(page: Page, heading: RegExp, visit: Visit): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
  if (visit.who) await isLive(page)
  await visit.ready?.(page)
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
}

/** How many pixels of the page lie beyond the right edge. */
const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

for (const visit of VISITS) {
  test(`${visit.name}: light, dark, narrow and English`, async ({ sit }) => {
    const { page } = await sit(office, personOf(visit), visit.path(), { colorScheme: 'light' })
    await shows(page, visit.heading, visit)
    const objections = { light: await axeObjections(page), dark: [''], narrow: [''] }

    await page.emulateMedia({ colorScheme: 'dark' })
    await expect(page.locator('html')).toHaveClass(/dark/)
    objections.dark = await axeObjections(page)

    await page.setViewportSize({ width: 390, height: 844 })
    await page.emulateMedia({ colorScheme: 'light' })
    await expect(page.locator('html')).not.toHaveClass(/dark/)
    objections.narrow = await axeObjections(page)
    expect(objections).toEqual({ light: [], dark: [], narrow: [] })
    await expect.poll(() => overhang(page)).toBe(0)

    await page.setViewportSize({ width: 1440, height: 900 })
    await page.evaluate(() => localStorage.setItem('tanggap.locale', 'en'))
    page.on('dialog', (dialog) => void dialog.accept())
    await page.goto(visit.path())
    await shows(page, visit.english ?? visit.heading, visit)
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    expect(await notEnglish(page, names)).toEqual([])
  })
}

test('the switch changes the language of the page on the screen, and it stays', async ({ sit }) => {
  const { page } = await sit(office, office.people.auditor, '/')
  await expect(page.getByRole('heading', { level: 1, name: 'Kotak masuk' })).toBeVisible()
  await page.getByRole('button', { name: 'Menu pengguna' }).filter({ visible: true }).click()
  await page.getByRole('button', { name: 'English' }).filter({ visible: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible()
  await expect(page).toHaveTitle('Inbox · Tanggap')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible()
})
