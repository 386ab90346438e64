import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Module } from '@nestjs/common'
import { Query, Resolver } from '@nestjs/graphql'
import { print, parse } from 'graphql'
import { DataSource } from 'typeorm'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { browser } from '../../../test/support/as.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { LIMITS } from './graphql-limits.js'
import { setLogLevel } from './log.js'
import { Public } from './policy.js'
import { STORED_DOCUMENTS, storedDocuments } from './stored-documents.js'

@Resolver()
class Faulty {
  constructor(private readonly db: DataSource) {}

  @Query(() => String)
  @Public('a test of what happens to bugs')
  bug(): string {
    throw new Error('the secret of the house is 9912345678901234')
  }

  @Query(() => String)
  @Public('a test of cancelled statements')
  async canceled(): Promise<string> {
    await this.db.transaction(async (manager) => {
      await manager.query("SET LOCAL statement_timeout = '50ms'")
      await manager.query('SELECT pg_sleep(5)')
    })
    return 'late'
  }
}
@Module({ providers: [Faulty] })
class FaultyModule {}

let database: FreshDatabase
let server: RunningApp
let url: string
beforeAll(async () => {
  setLogLevel('silent')
  database = await freshDatabase()
  server = await startApp(database.url, { modules: [FaultyModule] })
  url = server.url
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

const JSON_HEADERS = { 'content-type': 'application/json', 'x-requested-by': 'console' }
const post = (body: unknown, headers: Record<string, string> = JSON_HEADERS) =>
  fetch(`${url}/graphql`, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) })

describe('the door of GraphQL', () => {
  test.each([
    ['a form of another site', 415, { 'content-type': 'application/x-www-form-urlencoded' }],
    ['JSON without X-Requested-By', 415, { 'content-type': 'application/json' }],
    ['text that is JSON', 415, { 'content-type': 'text/plain', 'x-requested-by': 'console' }],
  ])('is closed to %s', async (_, status, headers: Record<string, string>) => {
    expect((await post('{"query":"{ __typename }"}', headers)).status).toBe(status)
  })

  test('is closed to GET', async () => {
    const response = await fetch(`${url}/graphql?query={__typename}`, { headers: JSON_HEADERS })
    expect([response.status, response.headers.get('content-type')]).toEqual([405, 'application/json; charset=utf-8'])
  })

  test.each([
    ['a batch', [{ query: '{ __typename }' }, { query: '{ __typename }' }], 400],
    ['no document', {}, 403],
    ['an unknown document', { documentId: 'a'.repeat(64) }, 403],
    ['variables that are a list', { query: '{ __typename }', variables: [1] }, 400],
  ])('is closed to %s', async (_, body, status) => {
    expect((await post(body)).status).toBe(status)
  })

  test('is closed to bodies over 256 kB, to broken JSON and to letters it cannot read', async () => {
    const large = await post({ query: `{ __typename } # ${'x'.repeat(300_000)}` })
    expect([large.status, ((await large.json()) as { errors: { message: string }[] }).errors[0]?.message]).toEqual([
      413,
      'request.too_large',
    ])
    expect((await post('{"query":')).status).toBe(400)
    expect((await post('{"query":"{ __typename }"}', { ...JSON_HEADERS, 'content-type': 'application/json; charset=none' })).status).toBe(
      400,
    )
  })
})

describe('a document is refused when', () => {
  const aliases = Array.from({ length: LIMITS.aliases + 1 }, (_, n) => `a${n}: __typename`).join(' ')
  test.each([
    ['it asks for the schema', '{ __schema { types { name } } }'],
    ['it has too many aliases, of __typename too', `{ ${aliases} }`],
    ['it is too long', `{ ${'__typename '.repeat(LIMITS.tokens)} }`],
    ['it misspells a field', '{ mee { id } }'],
    ['it is no GraphQL', '{ me {'],
  ])('%s, and the answer says no more than that', async (_, query) => {
    const body: unknown = await (await post({ query })).json()
    expect(body).toEqual({ errors: [{ message: 'request.invalid', extensions: { code: 'request.invalid', detail: {} } }] })
  })
})

describe('errors', () => {
  test('that nobody expected are answered with a trace id and nothing else', async () => {
    const body = (await (await post({ query: '{ bug }' })).json()) as { errors: { extensions: { traceId: string } }[] }
    expect(body).toEqual({
      data: null,
      errors: [
        {
          message: 'Nothing was changed',
          path: ['bug'],
          extensions: { code: 'internal', traceId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
        },
      ],
    })
  })

  test('of a cancelled statement say that it took too long', async () => {
    expect((await browser(url).gql('{ canceled }')).code).toBe('request.too_slow')
  })
})

describe('in production', () => {
  const text = print(parse('query Who { __typename }'))
  test('only documents of the console build are executed', async () => {
    const other = await startApp(database.url, { config: { mode: 'production' } })
    try {
      const documents = other.app.get<{ find: unknown }>(STORED_DOCUMENTS)
      documents.find = storedDocuments({ ['sha256:' + 'b'.repeat(64)]: text }).find
      const ask = async (body: unknown) =>
        (await fetch(`${other.url}/graphql`, { method: 'POST', headers: JSON_HEADERS, body: JSON.stringify(body) })).status
      expect(await ask({ query: text })).toBe(403)
      expect(await ask({ documentId: 'b'.repeat(64) })).toBe(200)
      expect(await ask({ extensions: { persistedQuery: { version: 1, sha256Hash: 'b'.repeat(64) } } })).toBe(200)
      expect(await ask({ documentId: 'b'.repeat(64), query: '{ me { id } }' })).toBe(200)
    } finally {
      await other.close()
    }
  })
})

describe('every answer', () => {
  test('carries the headers that keep other sites and caches out', async () => {
    const { headers } = await post({ query: '{ __typename }' })
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self';.*frame-ancestors 'none'/)
    expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/)
    expect([
      headers.get('cache-control'),
      headers.get('x-content-type-options'),
      headers.get('referrer-policy'),
      headers.get('x-powered-by'),
    ]).toEqual(['no-store', 'nosniff', 'same-origin', null])
  })

  test('of an unknown address is not found', async () => {
    const response = await fetch(`${url}/tidak-ada`, { headers: { accept: 'application/json' } })
    expect([response.status, await response.json()]).toEqual([404, { code: 'access.denied', detail: {} }])
  })

  test('health speaks of the database', async () => {
    expect(await (await fetch(`${url}/health`)).json()).toEqual({ status: 'ok' })
  })
})
