import { describe, expect, test } from '@jest/globals'
import { ACCEPTED_ENDINGS, ACCEPTED_MEDIA, endingOf, isAcceptedName, isShown } from './accepted.js'

describe('what may be attached', () => {
  test.each([
    ['surat.pdf', true],
    ['SURAT PENGANTAR.PDF', true],
    ['foto.lampiran.jpeg', true],
    ['halaman.html', false],
    ['gambar.svg', false],
    ['program.exe', false],
    ['arsip.zip', false],
    ['tanpa akhiran', false],
    ['.pdf', true],
  ])('%s: %s', (name, accepted) => expect(isAcceptedName(name)).toBe(accepted))

  test('no ending belongs to two types', () => expect(new Set(ACCEPTED_ENDINGS).size).toBe(ACCEPTED_ENDINGS.length))

  test('what is shown is accepted', () => expect(Object.keys(ACCEPTED_MEDIA).filter(isShown)).toHaveLength(4))

  test('an ending is read from the last dot', () => expect(endingOf('a.tar.gz')).toBe('gz'))
})
