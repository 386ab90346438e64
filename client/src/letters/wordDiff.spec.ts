import { countDiff, wordDiff, type DiffPart } from './wordDiff.js'

const shown = (parts: readonly DiffPart[]) =>
  parts.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `{-${text}-}`)).join('')

const side = (parts: readonly DiffPart[], without: DiffPart['kind']) =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')

test.each([
  ['nothing', 'Batas waktu tujuh hari.', 'Batas waktu tujuh hari.', 'Batas waktu tujuh hari.'],
  ['one word', 'Batas waktu tujuh hari.', 'Batas waktu sepuluh hari.', 'Batas waktu {-tujuh-}{+sepuluh+} hari.'],
  ['a phrase', 'kami sampaikan hal berikut', 'kami sampaikan hal-hal sebagai berikut', 'kami sampaikan {-hal-}{+hal-hal sebagai+} berikut'],
  ['an added line', 'satu\ndua', 'satu\ntambahan\ndua', 'satu\n{+tambahan\n+}dua'],
  ['a removed line', 'satu\nbuang\ndua', 'satu\ndua', 'satu\n{-buang\n-}dua'],
  ['everything', 'lama', '', '{-lama-}'],
  ['from nothing', '', 'baru', '{+baru+}'],
])('shows %s', (_, before, after, expected) => {
  expect(shown(wordDiff(before, after))).toBe(expected)
})

test('both sides can be read back from the difference, whatever the texts are', () => {
  const words = ['surat', 'Saudara', 'nomor', 'B-12', '\n', 'hari', 'kerja']
  let seed = 7
  const chance = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most
  const text = () => Array.from({ length: chance(25) }, () => words[chance(words.length)]).join(' ')
  for (let round = 0; round < 200; round += 1) {
    const [before, after] = [text(), text()]
    const parts = wordDiff(before, after)
    expect(side(parts, 'added')).toBe(before)
    expect(side(parts, 'removed')).toBe(after)
  }
})

test('a very long rewrite is shown as replaced, quickly', () => {
  const before = Array.from({ length: 4_000 }, (_, index) => `kata${index}`).join(' ')
  const after = Array.from({ length: 4_000 }, (_, index) => `lain${index}`).join(' ')
  const parts = wordDiff(before, after)
  expect(side(parts, 'added')).toBe(before)
  expect(countDiff(parts)).toEqual({ added: 4_000, removed: 4_000 })
})
