import type { MergeKey } from './merge-fields.js'

/** The body of a letter as ProseMirror JSON, the form in which it is edited, stored, hashed and rendered. */
export interface RichText {
  readonly type: 'doc'
  readonly content: readonly BlockNode[]
}

export const MARK_TYPES = ['bold', 'italic', 'underline'] as const
export type MarkType = (typeof MARK_TYPES)[number]

export const TEXT_ALIGNMENTS = ['left', 'center', 'right', 'justify'] as const
export type TextAlignment = (typeof TEXT_ALIGNMENTS)[number]

export interface TextNode {
  readonly type: 'text'
  readonly text: string
  readonly marks?: readonly { readonly type: MarkType }[]
}

export interface HardBreakNode {
  readonly type: 'hardBreak'
}

/** A fact of the case, filled in when the letter is rendered. */
export interface MergeFieldNode {
  readonly type: 'mergeField'
  readonly attrs: { readonly key: MergeKey }
  readonly marks?: readonly { readonly type: MarkType }[]
}

export type InlineNode = TextNode | HardBreakNode | MergeFieldNode

export interface ParagraphNode {
  readonly type: 'paragraph'
  readonly attrs?: { readonly textAlign?: TextAlignment | null }
  readonly content?: readonly InlineNode[]
}

export interface HeadingNode {
  readonly type: 'heading'
  readonly attrs: { readonly level: 1 | 2 | 3; readonly textAlign?: TextAlignment | null }
  readonly content?: readonly InlineNode[]
}

export interface ListItemNode {
  readonly type: 'listItem'
  readonly content: readonly BlockNode[]
}

export interface OrderedListNode {
  readonly type: 'orderedList'
  /** `points` marks the list that quotes the recommendation points of a complaint. */
  readonly attrs?: { readonly start?: number; readonly type?: string | null; readonly points?: boolean | null }
  readonly content: readonly ListItemNode[]
}

export interface BulletListNode {
  readonly type: 'bulletList'
  readonly content: readonly ListItemNode[]
}

export interface TableCellNode {
  readonly type: 'tableHeader' | 'tableCell'
  readonly attrs?: { readonly colspan?: number; readonly rowspan?: number; readonly colwidth?: readonly number[] | null }
  readonly content: readonly BlockNode[]
}

export interface TableRowNode {
  readonly type: 'tableRow'
  readonly content: readonly TableCellNode[]
}

export interface TableNode {
  readonly type: 'table'
  readonly content: readonly TableRowNode[]
}

export type BlockNode = ParagraphNode | HeadingNode | OrderedListNode | BulletListNode | TableNode
