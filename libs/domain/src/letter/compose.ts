import type { MergeKey } from './merge-fields.js'
import type { BlockNode, InlineNode, ListItemNode, OrderedListNode, ParagraphNode, RichText } from './rich-text.js'

/** Running text with merge fields: line`Surat Saudara Nomor ${'incoming_number'}`. */
export function line(texts: TemplateStringsArray, ...keys: readonly MergeKey[]): InlineNode[] {
  return texts.flatMap((text, index): InlineNode[] => {
    const key = keys[index]
    return [...(text ? [{ type: 'text' as const, text }] : []), ...(key ? [{ type: 'mergeField' as const, attrs: { key } }] : [])]
  })
}

/** A justified paragraph, as the body of an official letter is set. */
export const paragraph = (content: readonly InlineNode[]): ParagraphNode => ({
  type: 'paragraph',
  attrs: { textAlign: 'justify' },
  content,
})

const listItem = (content: readonly InlineNode[]): ListItemNode => ({ type: 'listItem', content: [paragraph(content)] })

/** The numbered points of a letter. */
export const points = (...contents: readonly (readonly InlineNode[])[]): OrderedListNode => ({
  type: 'orderedList',
  attrs: { start: 1 },
  content: contents.map(listItem),
})

export const letterText = (...content: readonly BlockNode[]): RichText => ({ type: 'doc', content })

const words = (text: string): InlineNode[] => [{ type: 'text', text }]

/**
 * The numbered list of a recommendation that quotes its points word for word, from the number of the first; it can be told from other lists. The points of a
 * second recommendation go on where those of the first ended.
 */
export const quotedPoints = (texts: readonly string[], first = 1): OrderedListNode => ({
  ...points(...texts.map(words)),
  attrs: { start: first, points: true },
})

/** The same body with its n-th numbered list replaced by the n-th of these; lists beyond them stay. */
export function withPoints(body: RichText, lists: readonly (readonly string[])[]): RichText {
  let index = -1
  const content = body.content.map((node): BlockNode => {
    if (node.type !== 'orderedList') return node
    index += 1
    const texts = lists[index]
    return texts && texts.length > 0 ? { ...points(...texts.map(words)), ...(node.attrs && { attrs: node.attrs }) } : node
  })
  return { type: 'doc', content }
}
