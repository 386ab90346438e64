import { letterText, line, paragraph, points, withPoints } from './compose.js'
import { isRichText } from './rich-text.check.js'
import { fillMergeFields, mergeKeysIn, openMergeKeys, openPlaceholders, plainText } from './rich-text.read.js'
import type { RichText } from './rich-text.js'

const text = (words: string) => ({ type: 'text', text: words })
const doc = (...content: unknown[]) => ({ type: 'doc', content })
const cell = (type: string) => ({ type, attrs: { colspan: 1, rowspan: 1, colwidth: null }, content: [{ type: 'paragraph' }] })

const nested = (depth: number): unknown =>
  depth === 0 ? { type: 'paragraph' } : { type: 'bulletList', content: [{ type: 'listItem', content: [nested(depth - 1)] }] }

test.each<[string, unknown, boolean]>([
  ['an empty paragraph', doc({ type: 'paragraph' }), true],
  ['the null attributes an editor writes', doc({ type: 'paragraph', attrs: { textAlign: null }, content: [text('a')] }), true],
  ['marks', doc({ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [{ type: 'bold' }, { type: 'underline' }] }] }), true],
  ['a merge field', doc({ type: 'paragraph', content: [{ type: 'mergeField', attrs: { key: 'sender_name' } }] }), true],
  ['a table', doc({ type: 'table', content: [{ type: 'tableRow', content: [cell('tableHeader'), cell('tableCell')] }] }), true],
  [
    'an ordered list',
    doc({ type: 'orderedList', attrs: { start: 1, type: null }, content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] }),
    true,
  ],
  ['five levels of lists', doc(nested(5)), true],
  ['forty levels of lists', doc(nested(40)), false],
  ['no blocks', doc(), false],
  ['text outside a block', doc(text('a')), false],
  ['an unknown node', doc({ type: 'image', attrs: { src: 'http://x' } }), false],
  ['a prototype name as a node', doc({ type: 'constructor' }), false],
  ['an unknown mark', doc({ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [{ type: 'link' }] }] }), false],
  ['an unknown attribute', doc({ type: 'paragraph', attrs: { style: 'color:red' } }), false],
  ['an unknown merge field', doc({ type: 'paragraph', content: [{ type: 'mergeField', attrs: { key: 'nik' } }] }), false],
  ['a merge field without key', doc({ type: 'paragraph', content: [{ type: 'mergeField' }] }), false],
  ['a heading of level 4', doc({ type: 'heading', attrs: { level: 4 } }), false],
  ['empty text', doc({ type: 'paragraph', content: [text('')] }), false],
  ['nothing', null, false],
  ['a paragraph', { type: 'paragraph' }, false],
])('%s: %#', (_, value, expected) => {
  expect(isRichText(value)).toBe(expected)
})

const letter: RichText = letterText(
  paragraph(line`Surat ${'incoming_number'} dari ${'sender_name'}`),
  points(line`Pertama ${'sender_name'}`, line`[… uraian]`),
)

test('merge fields are listed once, filled where known, and reported where open', () => {
  expect(mergeKeysIn(letter)).toEqual(['incoming_number', 'sender_name'])
  expect(openMergeKeys(letter, { sender_name: 'Ratna', incoming_number: '' })).toEqual(['incoming_number'])
  expect(plainText(fillMergeFields(letter, { sender_name: 'Ratna' }))).toBe('Surat Nomor surat masuk dari Ratna\nPertama Ratna\n[… uraian]')
})

test('points replace the list and close the placeholders', () => {
  expect(openPlaceholders(letter)).toEqual(['[… uraian]'])
  expect(openPlaceholders(withPoints(letter, [['Satu', 'Dua']]))).toEqual([])
  expect(withPoints(letter, [])).toEqual(letter)
})
