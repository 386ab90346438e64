import { createHash } from 'node:crypto'
import pg from 'pg'

/**
 * Begins a statement that finds its rows by key, whatever the values: PostgreSQL may keep one plan of it for each connection. Not for lists, whose
 * best plan depends on whose list it is, and only for texts that are written once, because a connection keeps every one it has met.
 */
export const PLANNED_ONCE = '/* planned once */ '

const names = new Map<string, string>()

function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24)
  names.set(text, name)
  return name
}

type Ask = (text: unknown, ...rest: readonly unknown[]) => unknown

/** Names the statements that begin with PLANNED_ONCE, which TypeORM cannot, so that they are parsed and planned once a connection. */
export class PlanningClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    const ask = this.query.bind(this) as Ask
    const named: Ask = (text, ...rest) =>
      ask(typeof text === 'string' && text.startsWith(PLANNED_ONCE) ? { name: nameOf(text), text } : text, ...rest)
    Object.assign(this, { query: named })
  }
}
