import { jest } from '@jest/globals'
import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import type { BlockNode, InlineNode, RichText } from '@domain'

jest.unstable_mockModule('../app/words.js', () => ({ say: (text: { id: string }) => text.id }))
const { LetterBody } = await import('./LetterBody.js')

const fields = { sender_name: 'Budi <b>Santosa</b>' }
const drawn = (body: RichText) => renderToString(createSSRApp({ render: () => h(LetterBody, { body, fields }) }))
const block = async (node: BlockNode) => (await drawn({ type: 'doc', content: [node] })).replace(/^<div class="letter-body">|<\/div>$/g, '')
const inline = (...content: InlineNode[]) => block({ type: 'paragraph', content })
const p = (text: string): BlockNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })

test.each<[string, Promise<string>, string]>([
  ['text is text', inline({ type: 'text', text: '<script>alert(1)</script>' }), '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
  [
    'marks nest',
    inline({ type: 'text', text: 'penting', marks: [{ type: 'bold' }, { type: 'underline' }] }),
    '<p><u><strong>penting</strong></u></p>',
  ],
  ['a filled field', inline({ type: 'mergeField', attrs: { key: 'sender_name' } }), '<p>Budi &lt;b&gt;Santosa&lt;/b&gt;</p>'],
  [
    'an open field names itself',
    inline({ type: 'mergeField', attrs: { key: 'due_date' } }),
    '<p><mark class="letter-open">[Batas waktu]</mark></p>',
  ],
  ['an empty paragraph keeps its line', block({ type: 'paragraph' }), '<p><br></p>'],
  ['alignment', block({ type: 'paragraph', attrs: { textAlign: 'justify' } }), '<p style="text-align:justify;"><br></p>'],
  ['a heading below those of the page', block({ type: 'heading', attrs: { level: 1 } }), '<h3></h3>'],
  [
    'nested lists',
    block({
      type: 'orderedList',
      attrs: { start: 3 },
      content: [{ type: 'listItem', content: [p('a'), { type: 'bulletList', content: [{ type: 'listItem', content: [p('b')] }] }] }],
    }),
    '<ol start="3"><li><p>a</p><ul><li><p>b</p></li></ul></li></ol>',
  ],
  [
    'a table',
    block({
      type: 'table',
      content: [
        { type: 'tableRow', content: [{ type: 'tableHeader', attrs: { colspan: 2, rowspan: 1 }, content: [p('x')] }] },
        { type: 'tableRow', content: [{ type: 'tableCell', content: [p('y')] }] },
      ],
    }),
    '<table><tbody><tr><th scope="col" colspan="2"><p>x</p></th></tr><tr><td><p>y</p></td></tr></tbody></table>',
  ],
])('%s', async (_, result, expected) => {
  expect((await result).replaceAll('<!--[-->', '').replaceAll('<!--]-->', '')).toBe(expected)
})

test('what it does not know is left out', async () => {
  const body = JSON.parse(
    '{"type":"doc","content":[{"type":"iframe","attrs":{"src":"https://example.org"}},{"type":"paragraph","content":[{"type":"image"}]}]}',
  ) as RichText
  await expect(drawn(body)).resolves.not.toMatch(/iframe|img|example/)
})
