/** live: changes arrive as they happen; connecting: a moment's interruption; offline: the server has been out of reach for a while. */
export type LiveState = 'live' | 'connecting' | 'offline'

export type LiveEvent =
  | { readonly type: 'opened' }
  | { readonly type: 'closed'; readonly code: number }
  | { readonly type: 'change'; readonly typename: string; readonly cursor: string }
  | { readonly type: 'left_network' }

/** nothing; refetch: the server could not continue from our cursor; sign_out: there is no session any more. */
export type LiveEffect = 'nothing' | 'refetch' | 'sign_out'

/** WebSocket close codes of the server: the session is over, or was never there. */
const SESSION_OVER = [4401, 4403]

/** After so many failed attempts in a row the console says "offline" and no longer "reconnecting". */
const PATIENCE = 3

const FIRST_WAIT_MS = 400
const LONGEST_WAIT_MS = 20_000

/**
 * Where the one stream of changes stands: the cursor to go on from and what to tell the person. Every message moves the cursor, pulses too, so
 * that a long quiet night does not end in a `Reset`.
 */
export class LiveSession {
  state: LiveState = 'connecting'
  private failures = 0

  constructor(public cursor: string | null = null) {}

  take(event: LiveEvent): LiveEffect {
    switch (event.type) {
      case 'opened':
        this.state = 'live'
        this.failures = 0
        return 'nothing'
      case 'change':
        this.cursor = event.cursor
        this.state = 'live'
        return event.typename === 'Reset' ? 'refetch' : 'nothing'
      case 'left_network':
        this.state = 'offline'
        return 'nothing'
      case 'closed':
        this.failures += 1
        this.state = this.failures > PATIENCE ? 'offline' : 'connecting'
        return SESSION_OVER.includes(event.code) ? 'sign_out' : 'nothing'
    }
  }

  /** Milliseconds to wait before the next attempt: doubling, with half of it left to chance so that consoles do not return in one wave. */
  wait(chance: () => number = Math.random): number {
    const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, this.failures - 1))
    return Math.round(full / 2 + (full / 2) * chance())
  }
}
