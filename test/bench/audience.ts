import WebSocket from 'ws'
import { ChangesDocument } from '../../client/src/generated/graphql.js'
import { idOf } from '../support/console.js'

const PATIENCE_MS = 15_000
/** Opened at once: more would measure the listen queue. */
const OPENING = 50

interface Waiting {
  missing: number
  first: number
  done: (heard: { first: number; last: number }) => void
}

/** Many sockets in one process that only notice when a word reaches each of them. */
export class Audience {
  private readonly sockets: WebSocket[] = []
  private waiting: Waiting | null = null
  /** The last frame that counted. */
  frame = ''

  private constructor(private readonly marker: string) {}

  /** Sockets on a server that broadcasts; every frame counts. */
  static async ofBroadcast(port: number, size: number): Promise<Audience> {
    const audience = new Audience('')
    await inBatches(size, () => audience.open(new WebSocket(`ws://127.0.0.1:${port}/`)))
    return audience
  }

  /** Live streams of the product, one a session; frames that hold `marker` count. */
  static async ofProduct(port: number, cookies: readonly string[], marker: string): Promise<Audience> {
    const audience = new Audience(marker)
    const origin = `http://127.0.0.1:${port}`
    const extensions = { persistedQuery: { version: 1, sha256Hash: idOf(ChangesDocument) } }
    const subscribe = JSON.stringify({ id: '1', type: 'subscribe', payload: { query: '', variables: {}, extensions } })
    await inBatches(cookies.length, async (index) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/live`, 'graphql-transport-ws', {
        headers: { cookie: cookies[index] ?? '', origin },
      })
      const live = new Promise<void>((resolve, reject) => {
        socket.once('close', (code) => reject(new Error(`A stream was closed: ${code}`)))
        socket.on('message', (frame: Buffer) => {
          const text = frame.toString('utf8')
          if (text.includes('connection_ack')) socket.send(subscribe)
          if (text.includes('"Pulse"')) resolve()
        })
      })
      await audience.open(socket, () => socket.send('{"type":"connection_init"}'))
      await live
    })
    return audience
  }

  get size(): number {
    return this.sockets.length
  }

  /** Times of the first and the last socket to hear what `doing` causes. */
  async hear(doing: () => Promise<unknown>): Promise<{ first: number; last: number }> {
    let timer: NodeJS.Timeout | undefined
    const heard = new Promise<{ first: number; last: number }>((resolve, reject) => {
      this.waiting = { missing: this.sockets.length, first: 0, done: resolve }
      timer = setTimeout(() => reject(new Error(`${this.waiting?.missing ?? 0} sockets heard nothing`)), PATIENCE_MS)
    })
    await doing()
    return heard.finally(() => clearTimeout(timer))
  }

  close(): void {
    for (const socket of this.sockets) socket.terminate()
  }

  private async open(socket: WebSocket, greet?: () => void): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      socket.once('open', () => resolve())
      socket.once('error', reject)
    })
    socket.on('message', (frame: Buffer) => this.heard(frame))
    this.sockets.push(socket)
    greet?.()
  }

  private heard(frame: Buffer): void {
    const { waiting } = this
    if (!waiting || (this.marker !== '' && !frame.includes(this.marker))) return
    const at = performance.now()
    if (waiting.first === 0) waiting.first = at
    waiting.missing -= 1
    if (waiting.missing > 0) return
    this.frame = frame.toString('utf8')
    this.waiting = null
    waiting.done({ first: waiting.first, last: at })
  }
}

async function inBatches(size: number, work: (index: number) => Promise<void>): Promise<void> {
  for (let from = 0; from < size; from += OPENING) {
    await Promise.all(Array.from({ length: Math.min(OPENING, size - from) }, (_, index) => work(from + index)))
  }
}
