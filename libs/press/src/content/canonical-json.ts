/**
 * One spelling per JSON value: members sorted by key, no spaces, `undefined` members left out, so that equal content has
 * equal bytes and an equal hash (the order of RFC 8785). Throws a TypeError on NaN, Infinity, bigint, functions and cycles.
 */
export function canonicalJson(value: unknown): string {
  return write(value, [])
}

function write(value: unknown, within: readonly object[]): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (typeof value !== 'object') throw new TypeError(`${typeof value} ${String(value)} has no canonical JSON`)
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  if (within.includes(value)) throw new TypeError('A value that contains itself has no canonical JSON')

  const path = [...within, value]
  if (Array.isArray(value)) return `[${value.map((entry: unknown) => write(entry ?? null, path)).join(',')}]`
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${write(member, path)}`)
  return `{${members.join(',')}}`
}
