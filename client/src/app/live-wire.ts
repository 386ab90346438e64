import { createClient, type Client, type ExecutionResult } from 'graphql-ws'
import { ref } from 'vue'
import { LiveSession, type LiveEvent, type LiveState } from './live-session.js'

/** A socket that has not answered a ping for so long is taken for dead. */
const PONG_WITHIN_MS = 6_000
const PING_EVERY_MS = 15_000

export const session = new LiveSession()
const state = ref<LiveState>(session.state)

/** What the state of the stream is at this moment. */
export const useLiveState = () => state

const ended = new Set<() => void>()

/** Called when the stream was closed because the session is over. */
export const onSessionOver = (listener: () => void): void => void ended.add(listener)

export function tell(event: LiveEvent): void {
  const effect = session.take(event)
  state.value = session.state
  if (effect === 'sign_out') ended.forEach((listener) => listener())
}

let wire: Client | null = null
const wake = new Set<() => void>()

/** Ends a wait between two attempts: the network or the person has come back. */
export const retryNow = (): void => wake.forEach((go) => go())

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    const go = () => {
      clearTimeout(timer)
      wake.delete(go)
      resolve()
    }
    const timer = setTimeout(go, milliseconds)
    wake.add(go)
  })

function connect(): Client {
  let dead: ReturnType<typeof setTimeout> | undefined
  let socket: WebSocket | null = null
  return createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live`,
    lazy: false,
    keepAlive: PING_EVERY_MS,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: () => pause(session.wait()),
    shouldRetry: () => true,
    onNonLazyError: () => undefined,
    on: {
      opened: (opened) => (socket = opened instanceof WebSocket ? opened : null),
      connected: () => tell({ type: 'opened' }),
      closed: (event) => {
        clearTimeout(dead)
        tell({ type: 'closed', code: event instanceof CloseEvent ? event.code : 1006 })
      },
      ping: (received) => {
        if (!received) dead = setTimeout(() => socket?.close(4408, 'no pong'), PONG_WITHIN_MS)
      },
      pong: (received) => {
        if (received) clearTimeout(dead)
      },
    },
  })
}

/** The message that asks for the stream. It is written anew at every attempt, so that it always names the last cursor seen. */
class Ask {
  readonly query = ''
  constructor(private readonly documentId: string) {}
  get extensions() {
    return { persistedQuery: { version: 1, sha256Hash: this.documentId } }
  }
  toJSON() {
    return { query: this.query, extensions: this.extensions, variables: { after: session.cursor } }
  }
}

interface Sink {
  next(value: ExecutionResult): void
  error(error: unknown): void
  complete(): void
}

/** One subscription on the console's socket, in the shape urql expects. */
export function liveWire(documentId: string) {
  return {
    subscribe(sink: Sink) {
      wire ??= connect()
      return {
        unsubscribe: wire.subscribe(new Ask(documentId), {
          next: (value) => sink.next(value as ExecutionResult),
          error: (error) => sink.error(error),
          complete: () => sink.complete(),
        }),
      }
    },
  }
}

/** Closes the socket for good, at sign-out. */
export function closeWire(): void {
  void wire?.dispose()
  wire = null
}
