import { h, type FunctionalComponent, type VNodeChild } from 'vue'
import { MERGE_FIELDS, type BlockNode, type InlineNode, type MergeValues, type RichText, type TableCellNode } from '@domain'
import { say } from '../app/words.js'

type Draw = (node: InlineNode) => VNodeChild

const MARKS = { bold: 'strong', italic: 'em', underline: 'u' } as const

const marked = (content: VNodeChild, marks: readonly { readonly type: keyof typeof MARKS }[] = []): VNodeChild =>
  marks.reduce((inner: VNodeChild, mark) => h(MARKS[mark.type], [inner]), content)

/** A fact that is filled reads like any other word; one that is open names itself. */
const drawInline =
  (fields: MergeValues): Draw =>
  (node) => {
    switch (node.type) {
      case 'text':
        return marked(node.text, node.marks)
      case 'hardBreak':
        return h('br')
      case 'mergeField': {
        const value = fields[node.attrs.key]
        return marked(value ? value : h('mark', { class: 'letter-open' }, `[${say(MERGE_FIELDS[node.attrs.key].label)}]`), node.marks)
      }
      default:
        return null
    }
  }

const aligned = (attrs: { readonly textAlign?: string | null } | undefined) =>
  attrs?.textAlign ? { style: { textAlign: attrs.textAlign } } : {}

function drawBlock(node: BlockNode, draw: Draw): VNodeChild {
  const blocks = (content: readonly BlockNode[]) => content.map((child) => drawBlock(child, draw))
  switch (node.type) {
    case 'paragraph':
      return h('p', aligned(node.attrs), node.content?.length ? node.content.map(draw) : [h('br')])
    case 'heading':
      return h(`h${Math.min(6, node.attrs.level + 2)}`, aligned(node.attrs), (node.content ?? []).map(draw))
    case 'orderedList':
      return h(
        'ol',
        {
          ...(node.attrs?.start && node.attrs.start > 1 ? { start: node.attrs.start } : {}),
          ...(node.attrs?.type ? { type: node.attrs.type } : {}),
        },
        node.content.map((entry) => h('li', blocks(entry.content))),
      )
    case 'bulletList':
      return h(
        'ul',
        node.content.map((entry) => h('li', blocks(entry.content))),
      )
    case 'table': {
      const cell = ({ type, attrs, content }: TableCellNode) =>
        h(
          type === 'tableHeader' ? 'th' : 'td',
          {
            ...(type === 'tableHeader' ? { scope: 'col' } : {}),
            ...(attrs?.colspan && attrs.colspan > 1 ? { colspan: attrs.colspan } : {}),
            ...(attrs?.rowspan && attrs.rowspan > 1 ? { rowspan: attrs.rowspan } : {}),
          },
          blocks(content),
        )
      return h('table', [
        h(
          'tbody',
          node.content.map((row) => h('tr', row.content.map(cell))),
        ),
      ])
    }
    default:
      return null
  }
}

/** The body of a letter as it reads, drawn from its JSON: nothing in it can be anything but text. */
export const LetterBody: FunctionalComponent<{ body: RichText; fields: MergeValues }> = ({ body, fields }) =>
  h(
    'div',
    { class: 'letter-body' },
    body.content.map((node) => drawBlock(node, drawInline(fields))),
  )
LetterBody.props = ['body', 'fields']
