import { doc, heading, item, numbered, p, table, text } from '../../specimens/body.js'
import { HOSTILE_LETTER, LETTER } from '../../specimens/letter.js'
import type { BodyNode } from './body.js'
import { checkBody, isBody } from './check-body.js'

const words = text('isi')
const nest = (depth: number): BodyNode => (depth === 0 ? p('dasar') : numbered(item(p('butir'), nest(depth - 1))))
const deep = (levels: number): unknown => Array.from({ length: levels }).reduce((inner) => ({ type: 'bulletList', content: [inner] }), {})
const cells = (...spans: object[]) => ({
  type: 'tableRow',
  content: spans.map((attrs) => ({ type: 'tableCell', attrs, content: [p('sel')] })),
})
const tableOf = (...rows: object[]) => ({ type: 'doc', content: [{ type: 'table', content: rows }] })

test.each<[string, unknown]>([
  ['the specimen', LETTER.body],
  ['hostile characters', HOSTILE_LETTER.body],
  ['a blank paragraph with null attributes', doc({ type: 'paragraph', attrs: { textAlign: null, indent: null } })],
  ['what TipTap writes for a list', doc(numbered(item(p('satu'))))],
  ['four levels of lists', { type: 'doc', content: [nest(4)] }],
  ['cells that span', tableOf(cells({ rowspan: 2 }, { colspan: 2 }), cells({}, {}))],
  ['a heading', doc(heading(3, 'Dasar'))],
])('%s is a body', (_name, value) => {
  expect(checkBody(value)).toBeNull()
  expect(isBody(value)).toBe(true)
})

test.each<[string, unknown, string, string]>([
  ['nothing', null, 'body.not_a_document', ''],
  ['a string', 'doc', 'body.not_a_document', ''],
  ['a paragraph', p('isi'), 'body.not_a_document', ''],
  ['an empty document', { type: 'doc', content: [] }, 'body.empty_node', ''],
  ['an image', doc({ type: 'image', attrs: { src: 'https://x' } }), 'body.unknown_node', 'content.0'],
  ['an inherited name', doc({ type: 'constructor' }), 'body.unknown_node', 'content.0'],
  ['an unknown member', { type: 'doc', content: [{ type: 'paragraph', html: '<b>' }] }, 'body.unknown_node', 'content.0'],
  ['text outside a paragraph', doc(words), 'body.misplaced_node', 'content.0'],
  ['a list item without a list', doc(item(p('isi'))), 'body.misplaced_node', 'content.0'],
  [
    'a table in a cell',
    doc({ type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [table(['a'])] }] }] }),
    'body.misplaced_node',
    'content.0.content.0.content.0.content.0',
  ],
  ['an unknown attribute', doc({ ...p('isi'), attrs: { style: 'color:red' } }), 'body.bad_attribute', 'content.0'],
  ['an impossible alignment', doc({ ...p('isi'), attrs: { textAlign: 'url(x)' } }), 'body.bad_attribute', 'content.0'],
  ['a heading without a level', doc({ type: 'heading', content: [words] }), 'body.bad_attribute', 'content.0'],
  ['a field key with a bracket', doc(p({ type: 'mergeField', attrs: { key: 'a]#eval(' } })), 'body.bad_attribute', 'content.0.content.0'],
  [
    'a link',
    { type: 'doc', content: [{ type: 'paragraph', content: [{ ...words, marks: [{ type: 'link', attrs: { href: 'javascript:0' } }] }] }] },
    'body.bad_mark',
    'content.0.content.0',
  ],
  ['a mark on a paragraph', doc({ ...p('isi'), marks: [{ type: 'bold' }] }), 'body.bad_mark', 'content.0'],
  ['empty text', doc(p(text(''))), 'body.bad_text', 'content.0.content.0'],
  ['a control character', doc(p(text('a\u0000b'))), 'body.bad_text', 'content.0.content.0'],
  ['half a surrogate pair', doc(p(text('a\ud83d'))), 'body.bad_text', 'content.0.content.0'],
  [
    'five levels of lists',
    { type: 'doc', content: [nest(5)] },
    'body.too_deep',
    'content.0.content.0.content.1.content.0.content.1.content.0.content.1.content.0.content.1',
  ],
  ['100,000 levels', { type: 'doc', content: [deep(100_000)] }, 'body.misplaced_node', 'content.0.content.0'],
  ['a ragged table', tableOf(cells({}, {}), cells({})), 'body.bad_table', 'content.0'],
  ['a span that reaches below the table', tableOf(cells({ rowspan: 2 })), 'body.bad_table', 'content.0'],
  ['more than 200 kB', doc(p('x'.repeat(200_001))), 'body.too_large', ''],
  ['too many nodes', doc(...Array.from({ length: 20_001 }, () => p())), 'body.too_large', 'content.19999'],
])('%s is refused', (_name, value, code, path) => {
  expect(checkBody(value)).toEqual({ code, path })
})
