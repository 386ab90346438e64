import type { BodyDoc, BodyMark, BodyNode } from '../src/content/body.js'

export const text = (words: string, ...marks: BodyMark['type'][]): BodyNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
})
export const field = (key: string): BodyNode => ({ type: 'mergeField', attrs: { key } })
export const inlines = (parts: readonly (string | BodyNode)[]): BodyNode[] =>
  parts.map((part) => (typeof part === 'string' ? text(part) : part))
export const p = (...parts: (string | BodyNode)[]): BodyNode => ({ type: 'paragraph', content: inlines(parts) })
export const item = (...content: BodyNode[]): BodyNode => ({ type: 'listItem', content })
export const numbered = (...content: BodyNode[]): BodyNode => ({ type: 'orderedList', attrs: { start: 1, type: null }, content })
export const bullets = (...content: BodyNode[]): BodyNode => ({ type: 'bulletList', content })
export const heading = (level: number, words: string): BodyNode => ({
  type: 'heading',
  attrs: { level, textAlign: null },
  content: [text(words)],
})
export const doc = (...content: BodyNode[]): BodyDoc => ({ type: 'doc', content })

const cell = (type: 'tableCell' | 'tableHeader', words: string): BodyNode => ({
  type,
  attrs: { colspan: 1, rowspan: 1, colwidth: null },
  content: [p(words)],
})
export const table = (heads: string[], ...rows: string[][]): BodyNode => ({
  type: 'table',
  content: [
    { type: 'tableRow', content: heads.map((words) => cell('tableHeader', words)) },
    ...rows.map((row) => ({ type: 'tableRow', content: row.map((words) => cell('tableCell', words)) })),
  ],
})
