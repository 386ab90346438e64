import { randomUUID } from 'node:crypto'
import { HttpException } from '@nestjs/common'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { QueryFailedError } from 'typeorm'
import { Refusal, type ProblemCode } from '@domain'
import { errorFields, record } from './log.js'

/** A bug, as the caller sees it; the log has the rest under the trace id. */
export interface InternalAnswer {
  readonly code: 'internal'
  readonly traceId: string
}

export type ProblemAnswer = { readonly code: ProblemCode; readonly detail: Refusal['detail'] } | InternalAnswer

/** PostgreSQL's query_canceled: by the request's deadline or by statement_timeout. */
const CANCELED = '57014'

/**
 * PostgreSQL's complaints about a value it was handed: an id that is no uuid, a NUL in text or JSON, a number or a date out of range. What the
 * product itself writes is never of that kind, so the value came from the caller.
 */
const BAD_VALUES = new Set(['22P02', '22P05', '22021', '22003', '22007', '22008'])

const sqlState = (error: unknown): unknown => (typeof error === 'object' && error !== null && 'code' in error ? error.code : null)

/** Codes under which Apollo and graphql-js refuse a request before anything ran. */
const REQUEST_FAULTS = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
])

/** The refusal an error amounts to, or null when it is a bug (rule 28). Nothing else turns an unknown error into a known one. */
export function refusalIn(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  if (sqlState(error) === CANCELED) return new Refusal('request.too_slow')
  if (error instanceof QueryFailedError && BAD_VALUES.has(String(sqlState(error)))) return new Refusal('request.invalid')
  if (error instanceof HttpException && error.getStatus() === 413) return new Refusal('request.too_large')
  if (error instanceof HttpException && error.getStatus() === 400) return new Refusal('request.invalid')
  return null
}

/** What a caller is told about an error; a bug is logged here, once. */
export function problemAnswer(error: unknown, operation?: string): ProblemAnswer {
  const refusal = refusalIn(error)
  if (refusal) return { code: refusal.code, detail: refusal.detail }
  const traceId = randomUUID()
  record('error', 'A request failed. Nothing was changed', { traceId, ...(operation ? { operation } : {}), ...errorFields(error) })
  return { code: 'internal', traceId }
}

/** The one place where an error becomes a GraphQL answer: a code of the closed list, or a trace id. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const where = formatted.path ? { path: formatted.path } : {}
  const original = error instanceof GraphQLError ? (error.originalError ?? error) : error
  const code = formatted.extensions?.['code']
  const faulty = typeof code === 'string' && REQUEST_FAULTS.has(code) && !refusalIn(original)
  const answer = problemAnswer(faulty ? new Refusal('request.invalid') : original, formatted.path?.join('.'))
  return { ...where, message: 'traceId' in answer ? 'Nothing was changed' : answer.code, extensions: { ...answer } }
}
