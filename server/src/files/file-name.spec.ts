import { expect, test } from '@jest/globals'
import { cleanName, honestName } from './file-name.js'

test.each([
  ['surat.pdf', 'surat.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\dokumen\\surat tugas.pdf', 'surat tugas.pdf'],
  ['tagihan\u202Efdp.exe', 'tagihanfdp.exe'],
  ['a\u0000b\n.pdf', 'ab.pdf'],
  ['nota "dinas": 1?.pdf', 'nota _dinas__ 1_.pdf'],
  ['...', 'berkas'],
  ['', 'berkas'],
])('%j is kept as %j', (given, kept) => expect(cleanName(given)).toBe(kept))

test('a long name keeps its ending', () => {
  const kept = cleanName(`${'a'.repeat(300)}.pdf`)
  expect(kept).toHaveLength(255)
  expect(kept.endsWith('a.pdf')).toBe(true)
})

test.each([
  ['foto.jpeg', 'image/jpeg', 'foto.jpeg'],
  ['foto.jpg', 'image/png', 'foto.jpg.png'],
  ['faktur.exe', 'application/pdf', 'faktur.exe.pdf'],
])('%s that is %s is called %s', (name, mediaType, honest) => expect(honestName(name, mediaType)).toBe(honest))
