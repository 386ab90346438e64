import type { BodyDoc } from './body.js'
import { BODY_LIMITS, BODY_MARKS, BODY_SCHEMA, type NodeRule } from './body-schema.js'
import { isPlain, own, type Plain } from './plain.js'
import { tableFits } from './table-fits.js'

export type BodyProblemCode =
  | 'body.not_a_document'
  | 'body.too_large'
  | 'body.too_deep'
  | 'body.unknown_node'
  | 'body.misplaced_node'
  | 'body.empty_node'
  | 'body.bad_attribute'
  | 'body.bad_mark'
  | 'body.bad_text'
  | 'body.bad_table'

/** The first thing wrong with a body, and where: `content.3.content.0`. */
export interface BodyProblem {
  readonly code: BodyProblemCode
  readonly path: string
}

interface Place {
  readonly path: string
  readonly depth: number
  readonly lists: number
  readonly parent: NodeRule | null
}

/** Why this JSON is not the body of a letter, or null when it is. The server asks before it stores or prints anything. */
export function checkBody(value: unknown): BodyProblem | null {
  if (!isPlain(value) || value['type'] !== 'doc') return { code: 'body.not_a_document', path: '' }

  const found = checkNode(value, { path: '', depth: 0, lists: 0, parent: null }, { nodes: 0 })
  if (found) return found
  // Measured last: only now is it known that the value is shallow enough to be serialised.
  const bytes = new TextEncoder().encode(JSON.stringify(value)).length
  return bytes > BODY_LIMITS.bytes ? { code: 'body.too_large', path: '' } : null
}

/** The same check as a type guard. */
export const isBody = (value: unknown): value is BodyDoc => checkBody(value) === null

function checkNode(node: unknown, place: Place, seen: { nodes: number }): BodyProblem | null {
  const problem = (code: BodyProblemCode): BodyProblem => ({ code, path: place.path })
  if (++seen.nodes > BODY_LIMITS.nodes) return problem('body.too_large')
  if (place.depth > BODY_LIMITS.depth) return problem('body.too_deep')

  const type = isPlain(node) ? node['type'] : undefined
  if (!isPlain(node) || typeof type !== 'string') return problem('body.unknown_node')
  const rule = own(BODY_SCHEMA, type)
  if (!rule || !Object.keys(node).every((key) => NODE_KEYS.includes(key))) return problem('body.unknown_node')
  if (place.parent && !place.parent.holds.includes(type)) return problem('body.misplaced_node')
  if (!attrsFit(node['attrs'] ?? {}, rule)) return problem('body.bad_attribute')
  if (!marksFit(node['marks'] ?? [], rule)) return problem('body.bad_mark')
  if (type === 'text' ? !isPrintable(node['text']) : node['text'] !== undefined) return problem('body.bad_text')

  const content = node['content'] ?? []
  if (!Array.isArray(content)) return problem('body.misplaced_node')
  if (rule.needsContent && content.length === 0) return problem('body.empty_node')
  const lists = place.lists + (rule.holds.includes('listItem') ? 1 : 0)
  if (lists > BODY_LIMITS.listDepth) return problem('body.too_deep')

  const prefix = place.path === '' ? '' : `${place.path}.`
  for (const [index, child] of content.entries()) {
    const found = checkNode(child, { path: `${prefix}content.${index}`, depth: place.depth + 1, lists, parent: rule }, seen)
    if (found) return found
  }
  return type === 'table' && !tableFits(content) ? problem('body.bad_table') : null
}

const NODE_KEYS = ['type', 'attrs', 'content', 'marks', 'text']

function attrsFit(attrs: unknown, rule: NodeRule): boolean {
  if (!isPlain(attrs)) return false
  const missing = Object.keys(rule.needs ?? {}).some((key) => !Object.hasOwn(attrs, key))
  return !missing && Object.entries(attrs).every(([key, value]) => attrFits(key, value, rule))
}

function attrFits(key: string, value: unknown, rule: NodeRule): boolean {
  const needed = own(rule.needs, key)
  if (needed) return needed(value)
  const known = own(rule.attrs, key)
  return known !== undefined && (value === null || value === undefined || known(value))
}

const marksFit = (marks: unknown, rule: NodeRule): boolean =>
  Array.isArray(marks) && (marks.length === 0 || rule.marked === true) && marks.length <= BODY_MARKS.length && marks.every(isMark)

function isMark(mark: unknown): boolean {
  if (!isPlain(mark) || typeof mark['type'] !== 'string' || !BODY_MARKS.includes(mark['type'])) return false
  return Object.keys(mark).every((key) => key === 'type' || (key === 'attrs' && isBare(mark)))
}

function isBare(mark: Plain): boolean {
  const attrs = mark['attrs'] ?? {}
  return isPlain(attrs) && Object.keys(attrs).length === 0
}

const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u

const isPrintable = (text: unknown): boolean => typeof text === 'string' && text !== '' && !UNPRINTABLE.test(text.replaceAll('\t', ''))
