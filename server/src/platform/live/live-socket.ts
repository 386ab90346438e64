import type { Viewer } from '@domain'

/** What the hub needs of a WebSocket. */
export interface Wire {
  readonly readyState: number
  readonly bufferedAmount: number
  send(frame: string, sent: (error?: Error) => void): void
  close(code: number, reason: string): void
  terminate(): void
}

const OPEN = 1
/** Rule 14. */
const QUEUED_AT_MOST = 256
const BUFFERED_AT_MOST = 1024 * 1024
/** A socket that is being told many old events at once is let catch its breath at this length of its queue. */
const BREATH = 64
const BREATH_MS = 10_000
const LAST_WORD_MS = 2000

/** Close codes of the live stream. graphql-ws reconnects after all but 4401 (and after 4409, which is its own, it would not). */
export const CLOSE = { signedOut: 4401, slow: 4413, restart: 1012, unavailable: 1013 } as const

/** One open connection of one session. */
export class LiveSocket {
  private unsent = 0
  private closing = false

  constructor(
    private readonly wire: Wire,
    readonly sessionId: string,
    /** Replaced when the person's posts change. */
    public viewer: Viewer,
  ) {}

  get open(): boolean {
    return !this.closing && this.wire.readyState === OPEN
  }

  send(frame: string): void {
    if (!this.open) return
    this.unsent += 1
    this.wire.send(frame, () => (this.unsent -= 1))
    if (this.unsent > QUEUED_AT_MOST || this.wire.bufferedAmount > BUFFERED_AT_MOST) this.close(CLOSE.slow, 'too slow')
  }

  close(code: number, reason: string): void {
    if (this.closing) return
    this.closing = true
    this.wire.close(code, reason)
    // A peer that does not read does not answer the close either.
    setTimeout(() => this.wire.terminate(), LAST_WORD_MS).unref()
  }

  /** Resolves when the queue is short again; a socket that does not empty it in ten seconds is closed. */
  async breathe(): Promise<void> {
    const until = Date.now() + BREATH_MS
    while (this.open && this.unsent > BREATH) {
      if (Date.now() > until) return this.close(CLOSE.slow, 'too slow')
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
}
