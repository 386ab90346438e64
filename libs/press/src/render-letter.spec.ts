import { doc, field, p } from '../specimens/body.js'
import { HOSTILE, HOSTILE_LETTER, LETTER } from '../specimens/letter.js'
import { pdfText } from '../specimens/pdf-text.js'
import { closePress, PressProblem, renderLetter, sha256Hex, type PressLetter } from './index.js'

const tight = (words: string) => words.replace(/\s/g, '')
const print = async (changes: Partial<PressLetter> = {}) => pdfText(await renderLetter({ ...LETTER, ...changes }))
const problemOf = (letter: PressLetter): Promise<PressProblem> =>
  renderLetter(letter).then(
    () => Promise.reject(new Error('The letter was printed')),
    (problem: unknown) => (problem instanceof PressProblem ? problem : Promise.reject(problem)),
  )

afterAll(() => closePress())

test('a letter carries every part of a surat dinas, in its order', async () => {
  const all = (await print()).join('')
  const parts = [
    'KOMISI APARATUR SIPIL NEGARA',
    'Indonesian Civil Service Commission',
    'Jl. Letjen M.T. Haryono',
    'Telepon (021)',
    'Nomor:B-1895/JP.01/11/2026',
    'Jakarta, 23 November 2026',
    'Sifat:Segera',
    'Lampiran:-',
    'Hal:Rekomendasi Rencana',
    'Yth.Bupati Contoh Raya',
    '(selaku Pejabat Pembina Kepegawaian)',
    'u.p. Kepala Badan Kepegawaian',
    'di Contoh Raya',
    'surat Saudara Nomor 800/1123/BKPSDM/2026 tanggal 16 November 2026',
    '1.Berdasarkan',
    'a.keputusan',
    '1)kualifikasi',
    'c.jadwal',
    '3.Jabatan',
    'No.JabatanUnit KerjaKeterangan',
    'Demikian disampaikan',
    'Ketua,',
    'Pindai kode QR',
    'Dr. Raden Wiratama Kusumo, M.Si.',
    'Tembusan:',
    '1.Menteri Pendayagunaan',
    '4.Gubernur Contoh Utara.',
  ].map(tight)
  const places = parts.map((part) => all.indexOf(part))
  expect(parts.filter((_, index) => places[index] === -1)).toEqual([])
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(all).not.toContain('KONSEP')
  expect(all).not.toContain('RAHASIA')
})

test('hostile characters are printed, never executed', async () => {
  const all = (await print(HOSTILE_LETTER)).join('')
  // Hal, four address lines, heading, three runs, four alignments, two bullets, two cells, post, name, tembusan, footer twice.
  expect(all.split(tight(HOSTILE)).length - 1).toBe(22)
})

describe('a merge field without a value', () => {
  const letter: PressLetter = {
    ...LETTER,
    body: doc(p('Kepada ', field('nama'), field('nip'), field('ada'), field('nip'))),
    fields: { ada: 'ada' },
  }

  test('is refused with its key', async () => {
    const { code, details } = await problemOf(letter)
    expect({ code, details }).toEqual({ code: 'fields.unresolved', details: { keys: ['nama', 'nip'] } })
  })

  test('is marked on a preview that asks for it', async () => {
    expect((await print({ ...letter, unresolved: 'mark' }))[0]).toContain('Kepada[nama][nip]ada[nip]')
  })
})

describe('before numbering', () => {
  test.each([
    [null, 'B-…/…'],
    ['TERBATAS', 'T-…/…'],
    ['RAHASIA', 'R-…/…'],
    ['SANGAT RAHASIA', 'SR-…/…'],
  ] as const)('marking %s prints %s and KONSEP on every page', async (marking, number) => {
    const pages = await print({ number: null, date: null, draft: true, marking })
    expect(pages[0]).toContain(`Nomor:${number}Jakarta,…`)
    for (const page of pages) expect(page).toContain('KONSEP')
    for (const page of pages) expect(page.includes(tight(marking ?? 'RAHASIA'))).toBe(marking !== null)
  })
})

test.each(Array.from({ length: 24 }, (_, lines) => lines))(
  '%i lines before it: signature and tembusan share a page with the closing words',
  async (lines) => {
    const body = doc(...Array.from({ length: 12 + lines }, (_, index) => p(`Alinea ${index + 1}.`)), p('Demikian disampaikan.'))
    const pages = await print({ body })
    const last = pages.at(-1) ?? ''
    expect(last).toMatch(/Demikiandisampaikan\.Ketua,.*Tembusan:.*4\.Gubernur/)
    expect(pages.slice(1).map((page) => page.slice(0, 3))).toEqual(pages.slice(1).map((_, index) => `–${index + 2}–`))
    expect(pages[0]).not.toMatch(/^–/)
  },
)

test('an a.n. signature in ink has every line, rank and NIP, and no QR', async () => {
  const signature = {
    lines: ['a.n. Ketua', 'Sekretaris', 'u.b.', 'Kepala Bagian Umum,'],
    name: 'Surya Adhinata, S.H.',
    rank: 'Pembina (IV/a)',
    nip: '19700101 199503 1 001',
    verification: null,
  }
  const all = (await print({ signature, copies: [], initials: [{ position: 'Ketua Pokja', name: 'Hapsari', date: '22-11-2026' }] })).join(
    '',
  )
  expect(all).toContain(tight('a.n.KetuaSekretarisu.b.Kepala Bagian Umum,Surya Adhinata, S.H.Pembina (IV/a)NIP 19700101 199503 1 001'))
  expect(all).toContain('ParafHierarki')
  expect(all).not.toContain('Tembusan')
})

test('equal input gives equal bytes; another instant does not', async () => {
  const first = sha256Hex(await renderLetter(LETTER))
  await closePress()
  expect(sha256Hex(await renderLetter({ ...LETTER }))).toBe(first)
  expect(sha256Hex(await renderLetter({ ...LETTER, createdAt: new Date('2026-11-23T03:15:01Z') }))).not.toBe(first)
})

test('the file says that it is PDF/A-2a', async () => {
  const bytes = Buffer.from(await renderLetter(LETTER)).toString('latin1')
  expect(bytes.slice(0, 5)).toBe('%PDF-')
  expect(bytes).toMatch(/<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>A<\/pdfaid:conformance>/)
})

test('a character that the font lacks is named', async () => {
  const { code, details } = await problemOf({ ...LETTER, subject: 'Terima kasih 😀 漢' })
  expect({ code, characters: details.characters }).toEqual({ code: 'glyph.missing', characters: ['漢', '😀'] })
})

test('a body outside the schema is refused before it reaches Typst', async () => {
  const { code, details } = await problemOf({ ...LETTER, body: { type: 'doc', content: [{ type: 'image' }] } })
  expect({ code, body: details.body }).toEqual({ code: 'body.invalid', body: { code: 'body.unknown_node', path: 'content.0' } })
})
