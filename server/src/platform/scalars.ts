import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql'

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

function instant(value: unknown): Date {
  const date = typeof value === 'string' && INSTANT.test(value) ? new Date(value) : null
  if (!date || Number.isNaN(date.getTime())) throw new GraphQLError('DateTime must be an ISO 8601 instant with its offset')
  return date
}

/** An instant, as ISO 8601 text in UTC. Rows read in text mode pass through without becoming a Date first. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant, ISO 8601 with offset.',
  serialize: (value) => {
    if (typeof value === 'string') return value.includes('T') ? value : new Date(value).toISOString()
    if (value instanceof Date) return value.toISOString()
    throw new GraphQLError('DateTime cannot represent this value')
  },
  parseValue: instant,
  parseLiteral: (node) => instant(node.kind === Kind.STRING ? node.value : null),
})

/** Any JSON. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'Any JSON.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
})

const text = (value: unknown): string => {
  if (typeof value !== 'string' || value.length > 200) throw new GraphQLError('Cursor must be text that the server gave')
  return value
}

/** A place in the live stream; opaque. Any text is taken: the stream answers `Reset` to what it does not know. */
export const CursorScalar = new GraphQLScalarType<string, string>({
  name: 'Cursor',
  description: 'A place in the live stream. Opaque.',
  serialize: text,
  parseValue: text,
  parseLiteral: (node) => text(node.kind === Kind.STRING ? node.value : null),
})
