import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { createClient, type Client as LiveClient } from 'graphql-ws'
import WebSocket from 'ws'
import { ChangesDocument, type ChangesSubscription } from '../../client/src/generated/graphql.js'
import { aKey, as, type Answer, type Client } from './as.js'
import type { Somebody } from './people.js'

/** One word of the live stream. */
export type Said = ChangesSubscription['changes']

/** The id under which the server stores a document of the console. */
export function idOf(document: object): string {
  const meta: unknown = Reflect.get(document, '__meta__')
  const id: unknown = typeof meta === 'object' && meta !== null ? Reflect.get(meta, 'documentId') : null
  if (typeof id !== 'string') throw new Error('The document is none of the console build')
  return id
}

/** Waits for a condition; the sentence says what did not come to pass. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, ms = 10_000): Promise<void> {
  for (const deadline = Date.now() + ms; Date.now() < deadline; await new Promise((resolve) => setTimeout(resolve, 5))) {
    if (await holds()) return
  }
  throw new Error(`It did not come to pass within ${ms} ms: ${what}`)
}

/** What one subscription hears, from its beginning to its end. */
export class Ear {
  readonly heard: { readonly said: Said; readonly at: number }[] = []
  /** Codes with which the socket was closed. */
  readonly closed: number[] = []
  private socket: WebSocket | null = null
  private readonly client: LiveClient

  constructor(url: string, cookie: string, after: string | null) {
    const entering = (socket: WebSocket): void => void (this.socket = socket)
    class FromConsole extends WebSocket {
      constructor(address: string, protocols: string) {
        super(address, protocols, { headers: { cookie, origin: url } })
        entering(this)
      }
    }
    this.client = createClient({
      url: `${url.replace('http', 'ws')}/live`,
      webSocketImpl: FromConsole,
      retryAttempts: 0,
      on: { closed: (event) => this.closed.push(Number(Reflect.get(Object(event), 'code'))) },
    })
    this.client.subscribe<ChangesSubscription>(
      { query: '', variables: { after }, extensions: { persistedQuery: { version: 1, sha256Hash: idOf(ChangesDocument) } } },
      {
        next: ({ data }) => void (data && this.heard.push({ said: data.changes, at: performance.now() })),
        error: () => undefined,
        complete: () => undefined,
      },
    )
  }

  /** Everything but the pulse and the directory's settling sign, in the order it came. */
  get said(): Said[] {
    return this.heard.map(({ said }) => said).filter(({ __typename }) => __typename !== 'Pulse' && __typename !== 'DirectoryChange')
  }

  /** The same, a line each. */
  get lines(): string[] {
    return this.said.map(lineOf)
  }

  /** The place after the last word. */
  get cursor(): string | null {
    return this.heard.at(-1)?.said.cursor ?? null
  }

  /** How often the directory was said to have changed: an event that everybody hears. */
  get signs(): number {
    return this.heard.filter(({ said }) => said.__typename === 'DirectoryChange').length
  }

  get isLive(): boolean {
    return this.heard.some(({ said }) => said.__typename === 'Pulse')
  }

  /** Forgets what was heard, and gives it. */
  take(): string[] {
    const { lines } = this
    this.heard.length = 0
    return lines
  }

  /** The cable is pulled: no goodbye in either direction. */
  cut(): void {
    this.socket?.terminate()
  }

  async end(): Promise<void> {
    await this.client.dispose()
  }
}

/** A word of the stream as a line of a story. */
export function lineOf(said: Said): string {
  switch (said.__typename) {
    case 'CaseChange':
    case 'LetterChange':
    case 'DispositionChange':
      return `${said.__typename} ${said.entry.kind}`
    case 'TaskChange':
      return `TaskChange ${said.closed ? '-' : '+'}${said.task.kind}`
    case 'Notice':
      return `Notice ${said.notice.kind}`
    case 'Gone':
      return `Gone ${said.typename}`
    default:
      return said.__typename
  }
}

/** The console of one person: its stored documents over HTTP, its one subscription over /live. */
export class Console {
  private readonly ears: Ear[] = []

  constructor(
    readonly url: string,
    readonly client: Client,
  ) {}

  static async of(url: string, person: Pick<Somebody, 'email'>): Promise<Console> {
    return new Console(url, await as(url, person))
  }

  ask<Data, Variables extends object>(document: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Data> {
    return this.client.ask<Data>({ documentId: idOf(document) }, variables)
  }

  /** A mutation with an idempotency key of its own. */
  act<Data, Variables extends { key: string }>(document: TypedDocumentNode<Data, Variables>, input: Omit<Variables, 'key'>): Promise<Data> {
    return this.client.ask<Data>({ documentId: idOf(document) }, { ...input, key: aKey() })
  }

  /** The same, for an answer that may be a refusal. */
  attempt<Data, Variables extends object>(document: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Answer> {
    return this.client.gql({ documentId: idOf(document) }, variables)
  }

  /** Subscribes after a place, or now; ends when the stream is live. */
  async listen(after: string | null = null): Promise<Ear> {
    const ear = new Ear(this.url, this.client.cookie, after)
    this.ears.push(ear)
    await until('the stream is live', () => ear.isLive || ear.closed.length > 0)
    return ear
  }

  async close(): Promise<void> {
    for (const ear of this.ears) await ear.end()
  }
}
