import type { CombinedError } from '@urql/core'
import { isProblem, type ProblemCode } from '@domain'

/** Why a request did not succeed: the product said no, the server could not be reached, or there is a bug. */
export type Failure =
  | {
      readonly kind: 'refused'
      readonly code: ProblemCode
      readonly fields: readonly string[]
      readonly detail: Readonly<Record<string, unknown>>
    }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'bug'; readonly trace: string | null }

type ErrorFacts = Pick<CombinedError, 'graphQLErrors' | 'networkError'>

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [])

export function failureOf(error: ErrorFacts): Failure {
  for (const { extensions } of error.graphQLErrors) {
    if (!isProblem(extensions?.code)) continue
    const detail = isRecord(extensions.detail) ? extensions.detail : {}
    return { kind: 'refused', code: extensions.code, fields: texts(extensions.fields ?? detail.fields), detail }
  }
  if (error.networkError) return { kind: 'unreachable' }
  const trace = error.graphQLErrors[0]?.extensions.traceId
  return { kind: 'bug', trace: typeof trace === 'string' ? trace : null }
}
