import { GraphQLError, GraphQLScalarType, Kind } from 'graphql'
import { parseLocalDate } from '@domain'

function localDate(value: unknown): string {
  if (typeof value !== 'string' || parseLocalDate(value) === null) throw new GraphQLError('Date must be a calendar date, YYYY-MM-DD')
  return value
}

/** A day of the Jakarta calendar, YYYY-MM-DD. Raw SQL selects `column::text`: a Date object would carry a time zone. */
export const LocalDateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A calendar date, YYYY-MM-DD.',
  serialize: localDate,
  parseValue: localDate,
  parseLiteral: (node) => localDate(node.kind === Kind.STRING ? node.value : null),
})
