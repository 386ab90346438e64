import { execute } from 'graphql'
import type { DataSource } from 'typeorm'
import type { Viewer } from '@domain'
import { Loaders } from '../loaders.js'
import type { RequestContext } from '../request-context.js'
import type { Message } from './changes.js'
import type { LiveSocket } from './live-socket.js'
import type { Selection } from './subscription.js'

/** A change could not be put into the words of a document. */
export class UnanswerableChange extends Error {}

/**
 * The answers to one event: each message executed once per (document, variables, class) and stringified once. The class is found by looking: an
 * execution that never asked who is looking has the same answer for everybody who may have the message; one that did is that person's own.
 */
export class Answers {
  private readonly shared = new Map<string, string>()
  private readonly personal = new Set<string>()
  private readonly own = new Map<string, string>()
  private readonly failed = new Map<string, UnanswerableChange>()
  /** Executions so far. */
  executed = 0

  constructor(private readonly db: DataSource) {}

  async payload(selection: Selection, message: Message, cursor: string, socket: LiveSocket): Promise<string> {
    const key = `${selection.key} ${message.key} ${cursor}`
    const common = this.shared.get(key)
    if (common !== undefined) return common
    const ownKey = `${socket.viewer.id} ${key}`
    const mine = this.own.get(ownKey)
    if (mine !== undefined) return mine
    const fault = this.failed.get(key) ?? this.failed.get(ownKey)
    if (fault) throw fault

    const look = new Look(socket, this.db)
    this.executed += 1
    const result = await execute({
      schema: selection.schema,
      document: selection.document,
      operationName: selection.operationName,
      variableValues: selection.variables,
      rootValue: { changes: { ...message.value, cursor } },
      contextValue: look.context,
    })
    const error = result.errors?.[0]
    if (error) {
      const unanswerable = new UnanswerableChange(`${message.value.__typename}: ${error.message}`, { cause: error.originalError ?? error })
      this.failed.set(look.asked ? ownKey : key, unanswerable)
      throw unanswerable
    }
    const payload = JSON.stringify({ data: result.data })
    if (look.asked) this.personal.add(key)
    if (look.asked || this.personal.has(key)) this.own.set(ownKey, payload)
    else this.shared.set(key, payload)
    return payload
  }
}

/** The context of one execution, which remembers whether anything in it asked who is looking. */
class Look {
  asked = false
  readonly context: RequestContext

  constructor(socket: LiveSocket, db: DataSource) {
    const viewer = (): Viewer => {
      this.asked = true
      return socket.viewer
    }
    const scope = {
      db,
      get viewer() {
        return viewer()
      },
    }
    this.context = {
      get session() {
        return { id: socket.sessionId, viewer: viewer() }
      },
      get viewer() {
        return viewer()
      },
      loaders: new Loaders(scope),
    }
  }
}
