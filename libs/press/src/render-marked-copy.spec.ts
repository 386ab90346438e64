import { deflateSync } from 'node:zlib'
import { SHEET } from '../specimens/papers.js'
import { pdfText } from '../specimens/pdf-text.js'
import { canBeMarked, closePress, renderDispositionSheet, renderMarkedCopy } from './index.js'

afterAll(() => closePress())

const WORDS = 'Dibuka oleh Ratri, Asisten, 25 Mei 2022 pukul 09.00 WIB, Klarifikasi'
const tight = (words: string) => words.replace(/\s/g, '')
const marked = (bytes: Uint8Array, mediaType: string) =>
  renderMarkedCopy({ bytes, mediaType, title: 'Salinan', words: WORDS, at: new Date('2022-05-25T02:00:00Z') })

/** A picture of one red dot. */
function png(): Buffer {
  const table = Array.from(
    { length: 256 },
    (_, n) => Array.from({ length: 8 }).reduce<number>((c) => (c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1), n) >>> 0,
  )
  const crc = (bytes: Buffer) => (bytes.reduce((c, byte) => (table[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0
  const chunk = (name: string, body: Buffer) => {
    const named = Buffer.concat([Buffer.from(name, 'latin1'), body])
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    size.writeUInt32BE(body.length)
    sum.writeUInt32BE(crc(named))
    return Buffer.concat([size, named, sum])
  }
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0])
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from([0, 255, 0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

test('every page of a PDF is shown, each under the words', async () => {
  const branches = Array.from({ length: 6 }, () => SHEET.branches).flat()
  const original = await renderDispositionSheet({ ...SHEET, branches })
  const before = pdfText(original)
  expect(before.length).toBeGreaterThan(1)
  const after = pdfText(await marked(original, 'application/pdf'))
  expect(after).toHaveLength(before.length)
  for (const page of after) expect(page.split(tight(WORDS)).length).toBeGreaterThan(5)
})

test('a picture is shown under the words', async () => {
  const [page = ''] = pdfText(await marked(png(), 'image/png'))
  expect(page.split(tight(WORDS)).length).toBeGreaterThan(5)
})

test('what is not what it says is refused, and what cannot carry words is known', async () => {
  await expect(marked(Buffer.from('%PDF-1.7 broken'), 'application/pdf')).rejects.toMatchObject({ code: 'template.failed' })
  await expect(marked(png(), 'video/mp4')).rejects.toMatchObject({ code: 'template.failed' })
  expect([canBeMarked('image/jpeg'), canBeMarked('audio/mpeg')]).toEqual([true, false])
})
