import { isMergeKey } from './merge-fields.js'
import { MARK_TYPES, TEXT_ALIGNMENTS, type RichText } from './rich-text.js'

/** Deeper than any letter nests; stops a document made to exhaust the stack. */
const MAX_DEPTH = 20

type Json = Readonly<Record<string, unknown>>
type NodeCheck = (node: Json, depth: number) => boolean

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const isOneOf = (values: readonly unknown[], value: unknown): boolean => values.includes(value)
const isCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 1000

/** Every attribute that is present must be known and pass; null and absence stand for the default. */
function attributesPass(node: Json, checks: Readonly<Record<string, (value: unknown) => boolean>>): boolean {
  const attributes = node['attrs'] ?? {}
  if (!isObject(attributes)) return false
  return Object.entries(attributes).every(([name, value]) => {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined
    return check !== undefined && (value === null || value === undefined || check(value))
  })
}

function childrenPass(node: Json, allowed: readonly string[], depth: number, minimum: number): boolean {
  const content = node['content'] ?? []
  if (!Array.isArray(content) || content.length < minimum || depth > MAX_DEPTH) return false
  return content.every((child: unknown) => isObject(child) && isOneOf(allowed, child['type']) && nodePasses(child, depth + 1))
}

function marksPass(node: Json): boolean {
  const marks = node['marks'] ?? []
  return Array.isArray(marks) && marks.every((mark: unknown) => isObject(mark) && isOneOf(MARK_TYPES, mark['type']))
}

const INLINE = ['text', 'hardBreak', 'mergeField']
const BLOCK = ['paragraph', 'heading', 'orderedList', 'bulletList', 'table']
const textAlign = (value: unknown) => isOneOf(TEXT_ALIGNMENTS, value)
const CELL = { colspan: isCount, rowspan: isCount, colwidth: (value: unknown) => Array.isArray(value) && value.every(isCount) }

const cell: NodeCheck = (node, depth) => attributesPass(node, CELL) && childrenPass(node, BLOCK, depth, 1)

const NODE_CHECKS: Readonly<Record<string, NodeCheck>> = {
  doc: (node, depth) => childrenPass(node, BLOCK, depth, 1),
  paragraph: (node, depth) => attributesPass(node, { textAlign }) && childrenPass(node, INLINE, depth, 0),
  heading: (node, depth) =>
    isObject(node['attrs']) &&
    isOneOf([1, 2, 3], node['attrs']['level']) &&
    attributesPass(node, { level: isCount, textAlign }) &&
    childrenPass(node, INLINE, depth, 0),
  orderedList: (node, depth) =>
    attributesPass(node, {
      start: isCount,
      type: (value) => isOneOf(['1', 'a', 'A', 'i', 'I'], value),
      points: (value) => typeof value === 'boolean',
    }) && childrenPass(node, ['listItem'], depth, 1),
  bulletList: (node, depth) => attributesPass(node, {}) && childrenPass(node, ['listItem'], depth, 1),
  listItem: (node, depth) => attributesPass(node, {}) && childrenPass(node, BLOCK, depth, 1),
  table: (node, depth) => attributesPass(node, {}) && childrenPass(node, ['tableRow'], depth, 1),
  tableRow: (node, depth) => attributesPass(node, {}) && childrenPass(node, ['tableHeader', 'tableCell'], depth, 1),
  tableHeader: cell,
  tableCell: cell,
  text: (node) => typeof node['text'] === 'string' && node['text'] !== '' && marksPass(node),
  hardBreak: (node) => attributesPass(node, {}) && marksPass(node),
  mergeField: (node) =>
    isObject(node['attrs']) && attributesPass(node, { key: isMergeKey }) && isMergeKey(node['attrs']['key']) && marksPass(node),
}

function nodePasses(node: Json, depth: number): boolean {
  const type = node['type']
  const check = typeof type === 'string' && Object.hasOwn(NODE_CHECKS, type) ? NODE_CHECKS[type] : undefined
  return check !== undefined && check(node, depth)
}

/** Whether what came from outside is a letter body: known nodes, marks and attributes only, and known merge fields. */
export const isRichText = (value: unknown): value is RichText => isObject(value) && value['type'] === 'doc' && nodePasses(value, 0)
