import { randomUUID } from 'node:crypto'
import { PASSWORD, type Somebody } from './people.js'

/** What GraphQL answered. */
export interface Answer {
  readonly status: number
  readonly data: Record<string, never> | null
  /** `extensions.code` of the first error; null when there is none. */
  readonly code: string | null
  readonly detail: Record<string, unknown>
  readonly headers: Headers
}

/** A browser of one person: keeps the cookie. */
export interface Client {
  readonly cookie: string
  /** A document, by text or as `{ documentId }`, with its variables. */
  gql(document: string | { readonly documentId: string }, variables?: object): Promise<Answer>
  /** Any other address, with the cookie. */
  get(path: string, init?: RequestInit): Promise<Response>
  /** Like `gql`, but an error fails the test; gives the data. */
  ask<T = Record<string, never>>(document: string | { readonly documentId: string }, variables?: object): Promise<T>
}

interface Body {
  readonly data?: Record<string, never> | null
  readonly errors?: readonly {
    readonly message: string
    readonly extensions?: { readonly code?: string; readonly detail?: Record<string, unknown> }
  }[]
}

const HEADERS = { 'content-type': 'application/json', 'x-requested-by': 'tanggap-test' }

/** An idempotency key. */
export const aKey = (): string => randomUUID()

/** A browser with this cookie; none is somebody who is not signed in. */
export function browser(url: string, cookie = ''): Client {
  const headers = { ...HEADERS, ...(cookie ? { cookie } : {}) }
  const gql: Client['gql'] = async (document, variables = {}) => {
    const asked = typeof document === 'string' ? { query: document } : { documentId: document.documentId }
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ ...asked, variables }) })
    const body = (await response.json()) as Body
    const first = body.errors?.[0]
    return {
      status: response.status,
      data: body.data ?? null,
      code: first ? (first.extensions?.code ?? first.message) : null,
      detail: first?.extensions?.detail ?? {},
      headers: response.headers,
    }
  }
  return {
    cookie,
    gql,
    get: (path, init = {}) =>
      fetch(`${url}${path}`, { redirect: 'manual', ...init, headers: { ...(cookie ? { cookie } : {}), ...init.headers } }),
    ask: async <T>(document: string | { readonly documentId: string }, variables?: object): Promise<T> => {
      const { data, code, detail } = await gql(document, variables)
      if (code !== null || data === null) throw new Error(`Refused: ${code} ${JSON.stringify(detail)}`)
      return data as T
    },
  }
}

const LOGIN = 'mutation ($email: String!, $password: String!) { login(email: $email, password: $password) { id } }'

/** The cookie a login answered with; null when it set none. */
export const cookieIn = (headers: Headers): string | null => headers.get('set-cookie')?.split(';')[0] ?? null

/** Signs in as a person of `people.ts`. */
export async function as(url: string, person: Pick<Somebody, 'email'>, password = PASSWORD): Promise<Client> {
  const { code, headers } = await browser(url).gql(LOGIN, { email: person.email, password })
  const cookie = cookieIn(headers)
  if (code !== null || !cookie) throw new Error(`${person.email} could not sign in: ${code}`)
  return browser(url, cookie)
}
