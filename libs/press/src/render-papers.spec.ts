import { HOSTILE } from '../specimens/letter.js'
import { RECEIPT, SHEET } from '../specimens/papers.js'
import { pdfText } from '../specimens/pdf-text.js'
import { closePress, renderDispositionSheet, renderReceipt } from './index.js'

const tight = (words: string) => words.replace(/\s/g, '')

afterAll(() => closePress())

describe('a tanda terima', () => {
  test('fits half a sheet and says what was received and what is missing', async () => {
    const pages = pdfText(await renderReceipt(RECEIPT))
    expect(pages).toHaveLength(1)
    for (const words of [
      'TANDA TERIMA',
      '1.204/2026',
      RECEIPT.receivedAt,
      RECEIPT.sender,
      '045/PM.05/K.CR/11/2026',
      RECEIPT.subject,
      RECEIPT.promise,
      'Formulir kendali pengawasan – belum ada',
      'Surat tugas dari instansi (tidak berlaku)',
      'Ratri Anindhita Puspa',
      'tidak dipungut biaya',
    ])
      expect(pages[0]).toContain(tight(words))
  })

  test('keeps to half a sheet with a dozen requirements', async () => {
    const states = ['met', 'missing', 'not_applicable'] as const
    const requirements = Array.from({ length: 12 }, (_, index) => ({
      text: `Dokumen persyaratan ke-${index + 1} yang ditandatangani dan dibubuhi stempel`,
      state: states[index % 3] ?? 'met',
    }))
    expect(pdfText(await renderReceipt({ ...RECEIPT, requirements }))).toHaveLength(1)
  })

  test('is printed even when a sender writes what the font cannot show', async () => {
    const [page] = pdfText(
      await renderReceipt({ ...RECEIPT, subject: `Mohon bantuan 😀 ${HOSTILE}`, letterNumber: null, requirements: [] }),
    )
    expect(page).toContain(tight(`Mohon bantuan ? ${HOSTILE}`))
    expect(page).toContain('Nomorsurat:–')
  })
})

describe('a lembar disposisi', () => {
  test('shows the letter and every branch of the tree with its path', async () => {
    const all = pdfText(await renderDispositionSheet(SHEET)).join('')
    for (const words of [
      'LEMBAR DISPOSISI',
      'RAHASIA',
      'Surat dari:Badan Pengawas',
      'Diterima tanggal:23 November 2026',
      'Nomor agenda:1.204/2026',
      'Sifat:Segera',
      'Perihal:Penerusan',
      'Diteruskan kepada Sdr.1.Hapsari',
      '1.1.Bagas',
      '1.1.1.Laras',
      '2.Surya',
      'Tembusan:Wakil Ketua;',
      'Tenggat25 November 2026',
      'StatusSelesai',
      'HasilTelaah disampaikan',
      'Hubungi Bawaslu setempat',
      'Pemberi disposisiHapsari Dewi Mahardika',
    ])
      expect(all).toContain(tight(words))
    expect(all.split(tight('Dengan hormat harap')).length - 1).toBe(4)
  })

  test('without a disposition yet says so', async () => {
    const [page] = pdfText(await renderDispositionSheet({ ...SHEET, branches: [] }))
    expect(page).toContain('Belumadadisposisi.')
  })
})
