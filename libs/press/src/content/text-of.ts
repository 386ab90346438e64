import type { BodyNode } from './body.js'

const BLOCKS = ['paragraph', 'heading', 'tableRow']

/** The words of a body, one block per line, cells separated by tabs; a merge field without a value shows as `{key}`. For search, comparison and leak checks. */
export function textOf(body: BodyNode, fields: Readonly<Record<string, string>> = {}): string {
  return write(body, fields)
    .replace(/\n{2,}/g, '\n')
    .trim()
}

function write(node: BodyNode, fields: Readonly<Record<string, string>>): string {
  if (node.type === 'text') return node.text ?? ''
  if (node.type === 'hardBreak') return '\n'
  if (node.type === 'mergeField') {
    const key = keyOf(node)
    return Object.hasOwn(fields, key) ? (fields[key] ?? '') : `{${key}}`
  }
  const parts = (node.content ?? []).map((child) => write(child, fields))
  if (node.type === 'tableRow') return `${parts.map((part) => part.trim()).join('\t')}\n`
  return parts.join('') + (BLOCKS.includes(node.type) ? '\n' : '')
}

/** The keys of the merge fields in a body, each once, sorted. */
export function fieldKeysOf(body: BodyNode): string[] {
  const keys = new Set<string>()
  const visit = (node: BodyNode): void => {
    if (node.type === 'mergeField') keys.add(keyOf(node))
    node.content?.forEach(visit)
  }
  visit(body)
  return [...keys].sort()
}

const keyOf = (node: BodyNode): string => String(node.attrs?.['key'] ?? '')
