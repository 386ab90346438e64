import { letterText, line, paragraph } from '@domain'
import { differencesOf, draftOf, sameDraft, type LetterDraft } from './draft.js'
import { faultsOf } from './draftFaults.js'

const finished: LetterDraft = {
  subject: 'Tanggapan atas Konsultasi',
  addressee: { name: 'Bupati Contoh', attention: '', place: 'Contoh' },
  cc: [],
  attachmentNote: '',
  body: letterText(paragraph(line`Surat Saudara Nomor ${'incoming_number'} telah kami terima.`)),
}
const fields = { incoming_number: '12/A/2026' }
const writing = (text: string) => letterText(paragraph([{ type: 'text', text }]))

test.each<[string, Partial<LetterDraft>, unknown[]]>([
  ['a finished draft', {}, []],
  ['no subject', { subject: ' ' }, [{ at: 'subject' }]],
  ['no addressee', { addressee: { name: '', attention: '', place: '' } }, [{ at: 'name' }, { at: 'place' }]],
  ['an empty body', { body: letterText(paragraph([])) }, [{ at: 'body' }]],
  ['a field without a fact', { body: letterText(paragraph(line`Batas ${'due_date'}`)) }, [{ at: 'field', key: 'due_date' }]],
  ['fields that signing fills', { body: letterText(paragraph(line`${'letter_date'} ${'signatory_name'}`)) }, []],
  [
    'unwritten spots',
    { body: writing('Karena [… alasan] dan [… dasar hukum].') },
    [
      { at: 'spot', text: '[… alasan]', index: 0 },
      { at: 'spot', text: '[… dasar hukum]', index: 1 },
    ],
  ],
])('%s', (_, change, expected) => {
  expect(faultsOf({ ...finished, ...change }, fields)).toEqual(expected)
})

test('a draft read back from the database says the same, whatever the order of its keys', () => {
  const stored = JSON.parse(
    '{"content":[{"content":[{"text":"a","type":"text"}],"type":"paragraph","attrs":{"textAlign":null}}],"type":"doc"}',
  ) as unknown
  const typed: LetterDraft = {
    ...finished,
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a' }] }] },
  }
  const row = { ...finished, addressee: { name: 'Bupati Contoh', attention: null, place: 'Contoh' }, attachmentNote: null, body: stored }
  expect(sameDraft(draftOf(row), typed)).toBe(true)
  expect(sameDraft(draftOf({ ...row, subject: 'Lain' }), typed)).toBe(false)
})

test.each<[string, Partial<LetterDraft>, Partial<LetterDraft>, string[]]>([
  ['nothing', {}, {}, []],
  ['the addressee', {}, { addressee: { name: 'Wali Kota Contoh', attention: 'Kepala BKPSDM', place: 'Contoh' } }, ['name', 'attention']],
  ['copies', { cc: ['Ketua'] }, { cc: ['Ketua', 'Arsip'] }, ['cc']],
  ['attachments', {}, { attachmentNote: 'satu berkas' }, ['attachmentNote']],
  [
    'urgency and archive code',
    { urgency: 'biasa', archiveCode: 'JP.01' },
    { urgency: 'segera', archiveCode: 'JP.02' },
    ['urgency', 'archiveCode'],
  ],
  ['an archive code the older version does not tell', {}, { archiveCode: 'JP.01' }, []],
  ['subject and body', {}, { subject: 'Lain', body: writing('Lain.') }, ['subject', 'body']],
])('two versions that differ in %s', (_, before, after, expected) => {
  expect(differencesOf({ ...finished, ...before }, { ...finished, ...after }, fields).map(({ part }) => part)).toEqual(expected)
})
