import 'reflect-metadata'
import { jest } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { Global, Module, type INestApplication } from '@nestjs/common'
import { Field, ID, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { Test } from '@nestjs/testing'
import { createClient, type Client } from 'graphql-ws'
import WebSocket from 'ws'
import type { CaseFacts, Viewer } from '@domain'
import { freshDatabase, type FreshDatabase } from '../../../../test/support/database.js'
import { readConfig } from '../config.js'
import { ConfigModule } from '../config.module.js'
import { TimelineEntry } from '../event-log/timeline-entry.js'
import { GraphqlSelfCheck } from '../graphql-self-check.js'
import { GraphqlModule } from '../graphql.module.js'
import { Me } from '../me.js'
import { PlatformModule } from '../platform.module.js'
import { SignedIn } from '../policy.js'
import { CursorScalar } from '../scalars.js'
import { SESSION_GATE, type SessionGate } from '../session-gate.js'
import { STORED_DOCUMENTS, storedDocuments } from '../stored-documents.js'
import { Work } from '../work.js'
import { ChangeMember } from './change-union.js'
import { Changes } from './changes.js'
import { Hub } from './hub.js'
import { LiveModule } from './live.module.js'

// What is timed here is the product; a machine that stands still for half a second is not. The second attempt decides.
jest.retryTimes(1)

@ObjectType()
@SignedIn()
class SeenCase {
  @Field(() => ID) id: string
  @Field(() => String) stage: string
}

@ChangeMember()
@ObjectType()
@SignedIn()
class SeenChange {
  static readonly typename = 'SeenChange'
  @Field(() => CursorScalar) cursor: string
  @Field(() => TimelineEntry) entry: TimelineEntry
  @Field(() => SeenCase) case: SeenCase
}

@Resolver(() => SeenCase)
class SeenCaseResolver {
  static plainReads = 0
  static frailReads = 0
  static broken = false

  @ResolveField(() => String)
  @SignedIn()
  title(@Parent() { id }: SeenCase): string {
    SeenCaseResolver.plainReads += 1
    return `Perkara ${id}`
  }

  /** Fails while the test says so. */
  @ResolveField(() => String)
  @SignedIn()
  frail(): string {
    SeenCaseResolver.frailReads += 1
    if (SeenCaseResolver.broken) throw new Error('Rusak')
    return 'utuh'
  }

  @ResolveField(() => String)
  @SignedIn()
  reader(@Me() me: Viewer): string {
    return me.name
  }
}

const PLAIN = `subscription Plain($after: Cursor) { changes(after: $after) { __typename
  ... on SeenChange { cursor entry { kind note } case { id stage title } } ... on Gone { cursor typename id } ... on Reset { cursor } ... on Pulse { cursor } } }`
const PERSONAL = `subscription Personal($after: Cursor) { changes(after: $after) { __typename ... on SeenChange { cursor case { id reader } } } }`
const FRAIL = `subscription Frail($after: Cursor) { changes(after: $after) { __typename ... on SeenChange { cursor case { id frail } } ... on Reset { cursor } } }`
const WRITE = 'mutation { markNothing }'
const DOCUMENTS = { plain: PLAIN, personal: PERSONAL, frail: FRAIL, write: WRITE, query: '{ snapshotCursor }' }

/** Sessions of the test: the cookie header is the session's id. */
const people = new Map<string, Viewer>()
const gate: SessionGate = {
  admit: ({ cookie }) => Promise.resolve(cookie && people.has(cookie) ? { viewer: people.get(cookie) as Viewer, sessionId: cookie } : null),
  refresh: (sessionId) => Promise.resolve(people.get(sessionId) ?? null),
}

@Global()
@Module({
  providers: [
    { provide: SESSION_GATE, useValue: gate },
    { provide: STORED_DOCUMENTS, useValue: storedDocuments(DOCUMENTS) },
  ],
  exports: [SESSION_GATE, STORED_DOCUMENTS],
})
class Doors {}

@Module({ providers: [SeenCaseResolver] })
class Feature {}

const current = new Map<string, CaseFacts>()
let database: FreshDatabase
let app: INestApplication
let work: Work
let port: number
const clients: Client[] = []

beforeAll(async () => {
  database = await freshDatabase()
  const config = readConfig({ TANGGAP_MODE: 'test', DATABASE_URL: database.url, PUBLIC_URL: 'http://konsol.test' }, { root: '/' })
  const module = await Test.createTestingModule({
    imports: [ConfigModule.of(config), PlatformModule, Doors, GraphqlModule, LiveModule, Feature],
  })
    .overrideProvider(GraphqlSelfCheck)
    .useValue({})
    .compile()
  app = module.createNestApplication()
  app.get(Changes).register({
    kinds: ['case.*'],
    typename: SeenChange.typename,
    subjectType: 'Case',
    resolve: ({ subjectId }) => Promise.resolve(current.has(subjectId) ? { case: current.get(subjectId) } : null),
  })
  await app.listen(0, '127.0.0.1')
  port = (app.getHttpServer() as { address(): AddressInfo }).address().port
  work = app.get(Work)
})

afterAll(async () => {
  for (const client of clients) await client.dispose()
  await app.close()
  await database.drop()
})

const post = randomUUID()
const person = (positionId: string): Viewer => ({
  id: randomUUID(),
  name: `Orang ${people.size}`,
  positions: [{ id: positionId, title: 'Asisten', role: 'ASISTEN', unitId: randomUUID(), kind: 'definitive', onBehalfOf: null }],
})

function signIn(positionId: string, viewer = person(positionId)): string {
  const cookie = randomUUID()
  people.set(cookie, viewer)
  return cookie
}

const caseWith = (handlers: readonly string[], id: string = randomUUID()): CaseFacts => ({
  __typename: 'Case',
  id,
  version: 1,
  stage: 'assigned',
  service: 'MERIT',
  channel: 'post',
  secrecy: 'biasa',
  unitId: null,
  registrarId: randomUUID(),
  handlerPositionIds: handlers,
  holderPositionId: null,
  processable: null,
  excludedPersonIds: [],
})

const happen = (before: CaseFacts | null, after: CaseFacts) => {
  current.set(after.id, after)
  return work.run(person(post), 'change', { key: randomUUID(), input: {} }, async (tx) => {
    await tx.announce({ kind: 'case.amended', subject: after, before, after, note: 'Catatan' })
    return {}
  })
}

interface Heard {
  readonly __typename: string
  readonly cursor: string
  readonly id?: string
  readonly case?: { readonly id: string; readonly reader?: string }
}

interface Ear {
  readonly heard: Heard[]
  readonly closed: number[]
  readonly client: Client
  /** What was heard besides the pulse. */
  said(): Heard[]
}

function listen(cookie: string, document: keyof typeof DOCUMENTS = 'plain', after: string | null = null): Ear {
  const heard: Heard[] = []
  const closed: number[] = []
  class FromConsole extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, { headers: { cookie, origin: 'http://konsol.test' } })
    }
  }
  const client = createClient({
    url: `ws://127.0.0.1:${port}/live`,
    webSocketImpl: FromConsole,
    retryAttempts: 0,
    on: { closed: (event) => closed.push((event as { code: number }).code) },
  })
  clients.push(client)
  client.subscribe<{ changes: Heard }>(
    { query: '', variables: { after }, extensions: { persistedQuery: { version: 1, sha256Hash: `sha256:${document}` } } },
    { next: ({ data }) => void (data && heard.push(data.changes)), error: () => undefined, complete: () => undefined },
  )
  return { heard, closed, client, said: () => heard.filter((each) => each.__typename !== 'Pulse') }
}

async function until(holds: () => boolean, ms = 3000): Promise<void> {
  const start = Date.now()
  while (!holds()) {
    if (Date.now() - start > ms) throw new Error('It did not come true in time')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

async function live(cookie: string, document?: keyof typeof DOCUMENTS, after: string | null = null): Promise<Ear> {
  const ear = listen(cookie, document, after)
  await until(() => ear.heard.some((each) => each.__typename === 'Pulse'))
  return ear
}

test('who may read hears of it within half a second, who may not hears nothing', async () => {
  const mine = await live(signIn(post))
  const stranger = await live(signIn(randomUUID()))
  const subject = caseWith([post])
  const start = Date.now()
  await happen(null, subject)
  await until(() => mine.said().length > 0)
  expect(Date.now() - start).toBeLessThan(500)
  expect(mine.said()).toMatchObject([
    { __typename: 'SeenChange', entry: { kind: 'case.amended', note: 'Catatan' }, case: { id: subject.id, stage: 'assigned' } },
  ])
  await happen(subject, subject)
  await until(() => mine.said().length > 1)
  expect(stranger.said()).toEqual([])
})

test('one document is executed once for everybody who may have it', async () => {
  const plain = await Promise.all(Array.from({ length: 6 }, () => live(signIn(post))))
  const before = SeenCaseResolver.plainReads
  await happen(null, caseWith([post]))
  await until(() => plain.every((ear) => ear.said().length > 0))
  expect(SeenCaseResolver.plainReads).toBe(before + 1)
})

test("what asks who is looking is each person's own", async () => {
  const people = [person(post), person(post)]
  const ears = people.map((viewer) => listen(signIn(post, viewer), 'personal'))
  await until(() => ears.every((ear) => ear.heard.length > 0))
  await happen(null, caseWith([post]))
  await until(() => ears.every((ear) => ear.said().length > 0))
  expect(ears.map((ear) => ear.said()[0]?.case?.reader)).toEqual(people.map((viewer) => viewer.name))
})

test('an answer that fails resets those who asked for it, once each, and nobody else', async () => {
  const frail = [listen(signIn(post), 'frail'), listen(signIn(post), 'frail')]
  const plain = await live(signIn(post))
  const later = await live(signIn(post))
  await until(() => frail.every((ear) => ear.heard.length > 0))
  SeenCaseResolver.broken = true
  const reads = SeenCaseResolver.frailReads
  const subject = caseWith([post])
  await happen(null, subject)
  await until(() => [...frail, plain, later].every((ear) => ear.said().length > 0))
  SeenCaseResolver.broken = false
  expect(frail.map((ear) => ear.said().map((each) => each.__typename))).toEqual([['Reset'], ['Reset']])
  expect([plain, later].map((ear) => ear.said())).toMatchObject([[{ case: { id: subject.id } }], [{ case: { id: subject.id } }]])
  expect(SeenCaseResolver.frailReads).toBe(reads + 1)
  await happen(subject, subject)
  await until(() => frail.every((ear) => ear.said().length > 1))
  expect(frail.map((ear) => ear.said().at(-1)?.__typename)).toEqual(['SeenChange', 'SeenChange'])
})

test('who loses sight is told to drop it', async () => {
  const ear = await live(signIn(post))
  const subject = caseWith([post])
  await happen(null, subject)
  await happen(subject, { ...subject, handlerPositionIds: [] })
  await until(() => ear.said().some((each) => each.__typename === 'Gone'))
  expect(ear.said().at(-1)).toMatchObject({ __typename: 'Gone', typename: 'Case', id: subject.id })
})

test('a reconnect with the last cursor misses nothing and repeats nothing, while work goes on', async () => {
  const cookie = signIn(post)
  const first = await live(cookie)
  const subjects = Array.from({ length: 60 }, () => caseWith([post]))
  const busy = (async () => {
    for (const subject of subjects) await happen(null, subject)
  })()
  await until(() => first.said().length >= 10)
  // Frames may still arrive while the socket closes; what counts is what was heard when the cursor was taken.
  const heard = first.said()
  const cursor = first.heard.at(-1)?.cursor ?? null
  await first.client.dispose()
  const second = listen(cookie, 'plain', cursor)
  await busy
  await until(() => heard.length + second.said().length >= subjects.length)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect([...heard, ...second.said()].map((each) => each.case?.id)).toEqual(subjects.map((subject) => subject.id))
})

test.each([
  ['a foreign cursor', () => 'bukan-kursor'],
  ['a cursor of another log', () => 'A'.repeat(59)],
])('%s is answered with Reset, and the stream goes on', async (_case, cursor) => {
  const ear = await live(signIn(post), 'plain', cursor())
  expect(ear.said()).toMatchObject([{ __typename: 'Reset' }])
  await happen(null, caseWith([post]))
  await until(() => ear.said().length > 1)
})

test('a session that ends closes its sockets within two seconds, with a code that is not retried', async () => {
  const viewer = person(post)
  const cookie = signIn(post, viewer)
  const ear = await live(cookie)
  people.delete(cookie)
  const subject = { __typename: 'Person', id: viewer.id }
  await work.run(person(post), 'disable', { key: randomUUID(), input: {} }, async (tx) => {
    await tx.announce({ kind: 'person.changed', subject, before: null, after: null })
    return {}
  })
  await until(() => ear.closed.length > 0, 2000)
  expect(ear.closed).toEqual([4401])
})

test('who gets another post sees with it at once, after a Reset', async () => {
  const viewer = person(randomUUID())
  const cookie = signIn('', viewer)
  const ear = await live(cookie)
  people.set(cookie, { ...viewer, positions: person(post).positions })
  await work.run(person(post), 'appoint', { key: randomUUID(), input: {} }, async (tx) => {
    await tx.announce({ kind: 'position.changed', subject: { __typename: 'Position', id: post }, before: null, after: null })
    return {}
  })
  await until(() => ear.said().length > 0)
  await happen(null, caseWith([post]))
  await until(() => ear.said().length > 1)
  expect(ear.said().map((each) => each.__typename)).toEqual(['Reset', 'SeenChange'])
})

test('the pulse carries a cursor from which nothing is repeated', async () => {
  const cookie = signIn(post)
  const ear = await live(cookie)
  await happen(null, caseWith([post]))
  await until(() => ear.said().length > 0)
  await app.get(Hub).pulse()
  await until(() => ear.heard.at(-1)?.__typename === 'Pulse')
  const again = await live(cookie, 'plain', ear.heard.at(-1)?.cursor ?? null)
  expect(again.said()).toEqual([])
})

test.each([
  ['another path', '/live/', {}, 404],
  ['no origin', '/live', { cookie: 'x' }, 403],
  ['a foreign origin', '/live', { origin: 'http://jahat.test' }, 403],
  ['no session', '/live', { origin: 'http://konsol.test' }, 401],
])('an upgrade with %s is answered and destroyed', async (_case, path, headers, status) => {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, 'graphql-transport-ws', { headers })
  const answer = await new Promise<number | undefined>((resolve) => {
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
    socket.on('error', () => undefined)
  })
  expect(answer).toBe(status)
})

test('a person has at most five sockets', async () => {
  const cookie = signIn(post)
  await Promise.all(Array.from({ length: 5 }, () => live(cookie)))
  const socket = new WebSocket(`ws://127.0.0.1:${port}/live`, 'graphql-transport-ws', { headers: { cookie, origin: 'http://konsol.test' } })
  const answer = await new Promise<number | undefined>((resolve) => {
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
    socket.on('error', () => undefined)
  })
  expect(answer).toBe(429)
})

test.each(['write', 'query', 'unknown'])('a document that is no stored subscription is refused: %s', async (hash) => {
  const cookie = signIn(post)
  const socket = new WebSocket(`ws://127.0.0.1:${port}/live`, 'graphql-transport-ws', { headers: { cookie, origin: 'http://konsol.test' } })
  const frames: string[] = []
  socket.on('message', (frame: Buffer) => frames.push(frame.toString()))
  await new Promise((resolve) => socket.once('open', resolve))
  socket.send('{"type":"connection_init"}')
  await until(() => frames.length === 1)
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: '', extensions: { persistedQuery: { sha256Hash: hash } } } }))
  await until(() => frames.length === 2)
  expect(JSON.parse(frames[1] ?? '')).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'request.unknown_document' } }] })
  socket.close()
})
