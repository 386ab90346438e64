type Accepts = (value: unknown) => boolean

/** What one type of node may hold and carry. */
export interface NodeRule {
  /** The node types that may stand inside; empty for leaves. */
  readonly holds: readonly string[]
  readonly needsContent?: true
  /** Whether bold, italic and underline may stand on it. */
  readonly marked?: true
  /** Attributes that may be absent or null. */
  readonly attrs?: Readonly<Record<string, Accepts>>
  /** Attributes that must be there. */
  readonly needs?: Readonly<Record<string, Accepts>>
}

const oneOf =
  (...allowed: unknown[]): Accepts =>
  (value) =>
    allowed.includes(value)
const wholeNumber =
  (least: number, most: number): Accepts =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
const matches =
  (pattern: RegExp): Accepts =>
  (value) =>
    typeof value === 'string' && pattern.test(value)
const widths: Accepts = (value) => Array.isArray(value) && value.length <= 12 && value.every(wholeNumber(0, 4000))

const INLINE = ['text', 'hardBreak', 'mergeField']
const LISTS = ['bulletList', 'orderedList']
const textAlign = oneOf('left', 'center', 'right', 'justify')
const cell: NodeRule = {
  holds: ['paragraph', ...LISTS],
  needsContent: true,
  attrs: { colspan: wholeNumber(1, 12), rowspan: wholeNumber(1, 100), colwidth: widths, align: textAlign },
}

/** What a merge field may be called: `nomor_surat_masuk`, `pemohon.nama`. */
export const FIELD_KEY = /^[A-Za-z][A-Za-z0-9_.]{0,63}$/

/** The whole grammar of a letter's body. The editor is configured with the same nodes; the server believes only this table. */
export const BODY_SCHEMA: Readonly<Record<string, NodeRule>> = {
  doc: { holds: ['paragraph', 'heading', 'table', ...LISTS], needsContent: true },
  paragraph: { holds: INLINE, attrs: { textAlign, indent: wholeNumber(0, 4) } },
  heading: { holds: INLINE, attrs: { textAlign, indent: wholeNumber(0, 4) }, needs: { level: wholeNumber(1, 3) } },
  bulletList: { holds: ['listItem'], needsContent: true },
  orderedList: {
    holds: ['listItem'],
    needsContent: true,
    attrs: { start: wholeNumber(1, 999), type: oneOf('1', 'a', 'A', 'i', 'I'), points: oneOf(true, false) },
  },
  listItem: { holds: ['paragraph', ...LISTS], needsContent: true },
  table: { holds: ['tableRow'], needsContent: true },
  tableRow: { holds: ['tableCell', 'tableHeader'], needsContent: true },
  tableCell: cell,
  tableHeader: cell,
  text: { holds: [], marked: true },
  hardBreak: { holds: [], marked: true },
  mergeField: { holds: [], marked: true, needs: { key: matches(FIELD_KEY) }, attrs: { label: matches(/^[^\p{Cc}]{0,120}$/u) } },
}

export const BODY_MARKS: readonly string[] = ['bold', 'italic', 'underline']

/** Limits that no honest letter reaches; they bound the work of everything that walks a body. */
export const BODY_LIMITS = { bytes: 200_000, nodes: 20_000, depth: 20, listDepth: 4, columns: 12 } as const
