import { MERGE_FIELDS, type MergeKey } from './merge-fields.js'
import type { BlockNode, InlineNode, RichText, TableCellNode, TableRowNode } from './rich-text.js'

/** What merge fields are filled with. A key that is missing or empty stays open. */
export type MergeValues = Readonly<Partial<Record<MergeKey, string>>>

function inlinesOf(node: BlockNode): InlineNode[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [...(node.content ?? [])]
    case 'table':
      return node.content.flatMap((row) => row.content.flatMap((cell) => cell.content.flatMap(inlinesOf)))
    default:
      return node.content.flatMap((entry) => entry.content.flatMap(inlinesOf))
  }
}

/** The merge fields a body uses, each once, in the order of first use. */
export function mergeKeysIn(body: RichText): MergeKey[] {
  const keys = body.content.flatMap(inlinesOf).flatMap((node) => (node.type === 'mergeField' ? [node.attrs.key] : []))
  return [...new Set(keys)]
}

/** The merge fields that these values leave open; a letter with any of them must not be submitted. */
export const openMergeKeys = (body: RichText, values: MergeValues): MergeKey[] => mergeKeysIn(body).filter((key) => !values[key])

const fillInline =
  (values: MergeValues) =>
  (node: InlineNode): InlineNode => {
    const value = node.type === 'mergeField' ? values[node.attrs.key] : undefined
    if (node.type !== 'mergeField' || !value) return node
    return { type: 'text', text: value, ...(node.marks ? { marks: node.marks } : {}) }
  }

function fillBlock(node: BlockNode, values: MergeValues): BlockNode {
  const blocks = (content: readonly BlockNode[]) => content.map((child) => fillBlock(child, values))
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return node.content ? { ...node, content: node.content.map(fillInline(values)) } : node
    case 'table': {
      const cellOf = (cell: TableCellNode): TableCellNode => ({ ...cell, content: blocks(cell.content) })
      const rowOf = (row: TableRowNode): TableRowNode => ({ ...row, content: row.content.map(cellOf) })
      return { ...node, content: node.content.map(rowOf) }
    }
    default:
      return { ...node, content: node.content.map((entry) => ({ ...entry, content: blocks(entry.content) })) }
  }
}

/** The same body with merge fields replaced by plain text; open ones stay fields. */
export const fillMergeFields = (body: RichText, values: MergeValues): RichText => ({
  type: 'doc',
  content: body.content.map((node) => fillBlock(node, values)),
})

function linesOf(node: BlockNode): string[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [
        (node.content ?? [])
          .map((inline) =>
            inline.type === 'text' ? inline.text : inline.type === 'hardBreak' ? '\n' : MERGE_FIELDS[inline.attrs.key].label.id,
          )
          .join(''),
      ]
    case 'table':
      return node.content.map((row) => row.content.map((cell) => cell.content.flatMap(linesOf).join(' ')).join('\t'))
    default:
      return node.content.flatMap((entry) => entry.content.flatMap(linesOf))
  }
}

/** The words of a body, one line per paragraph, for search and for the text that accompanies a comparison. */
export const plainText = (body: RichText): string => body.content.flatMap(linesOf).join('\n')

/** The "[…]" spots of a template that the drafter has not written yet; a letter with any of them must not be submitted. */
export const openPlaceholders = (body: RichText): string[] => plainText(body).match(/\[…[^\]]*\]/g) ?? []
