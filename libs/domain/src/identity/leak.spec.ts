import { expect, test } from '@jest/globals'
import { fieldsThatReveal, type ReporterWords } from './leak.js'

const REPORTER: ReporterWords = {
  name: 'Dr. Ratna Widyastuti, S.H., M.Si.',
  nik: '9901014501900001',
  phone: '+62 812-3456-7890',
  email: 'Ratna.W@contoh.test',
  address: null,
}

test.each<[string, string, boolean]>([
  ['the whole name', 'Menurut Dr. Ratna Widyastuti, S.H., M.Si., terlapor', true],
  ['the name without titles', 'Saudari RATNA  WIDYASTUTI melaporkan', true],
  ['the name across punctuation', 'Ratna-Widyastuti', true],
  ['one of its words', 'Ratna menyerahkan bukti', false],
  ['the name inside another word', 'Suratna Widyastutiningsih', false],
  ['the NIK in groups', 'NIK 9901 0145 0190 0001', true],
  ['the telephone with another prefix', 'hubungi 0812 3456 7890', true],
  ['the e-mail in another case', 'ke RATNA.W@CONTOH.TEST segera', true],
  ['nothing of it', 'Pelapor 0012/2026 menyerahkan bukti', false],
])('%s', (_, text, reveals) => {
  expect(fieldsThatReveal(REPORTER, { subject: 'Hal lain', body: text })).toEqual(reveals ? ['body'] : [])
})

test('what says too little is looked for nowhere', () => {
  expect(fieldsThatReveal({ name: 'Ani', phone: '0812', nik: null }, { body: 'Ani, 0812' })).toEqual([])
  expect(fieldsThatReveal({}, { body: 'Pelapor', cc: null })).toEqual([])
})
