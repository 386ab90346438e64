import type { DocumentNode, GraphQLSchema } from 'graphql'
import type { JsonObject } from '../json.js'
import { canonicalJson } from '../json.js'
import type { Place } from '../event-log/cursor.js'
import type { LiveSocket } from './live-socket.js'

/** What a subscription selects: all that decides its answer besides the change and the person. */
export interface Selection {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operationName: string | null
  /** Without the cursor, which differs from socket to socket and decides nothing. */
  readonly variables: JsonObject
  /** Equal for equal documents with equal variables. */
  readonly key: string
}

const ids = new WeakMap<DocumentNode, number>()
let lastId = 0

/** Names a selection, so that those who ask the same get the same bytes. Documents are stored ones, so the same one is the same object. */
export function selectionOf(schema: GraphQLSchema, document: DocumentNode, operationName: string | null, variables: JsonObject): Selection {
  const id = ids.get(document) ?? ++lastId
  ids.set(document, id)
  return { schema, document, operationName, variables, key: `${id} ${operationName ?? ''} ${canonicalJson(variables)}` }
}

/** One `changes` of one socket. */
export class Subscription {
  /** Told everything up to here. */
  place: Place
  /** False while it catches up; the log reader's events are for the live ones only. */
  live = false
  left = false

  constructor(
    /** The id the client gave to its operation. */
    readonly id: string,
    readonly socket: LiveSocket,
    readonly selection: Selection,
  ) {}

  get open(): boolean {
    return !this.left && this.socket.open
  }

  /** Sends one answer; `payload` is shared by all who asked the same, only the id in front differs. */
  send(payload: string): void {
    if (!this.left) this.socket.send(`{"id":${JSON.stringify(this.id)},"type":"next","payload":${payload}}`)
  }
}
