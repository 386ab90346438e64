import type { IncomingMessage } from 'node:http'
import type { Viewer } from '@domain'

/** A session that is alive: neither idle for 30 minutes, nor older than 10 hours, nor of a person who has been cut off since. */
export interface LiveSession {
  readonly id: string
  readonly viewer: Viewer
}

export const IDLE_MINUTES = 30
export const ABSOLUTE_HOURS = 10

const attached = new WeakMap<IncomingMessage, LiveSession>()

/** Remembers on the request whose session it carries; the entrance of every route does it once. */
export const attachSession = (request: IncomingMessage, session: LiveSession): void => {
  attached.set(request, session)
}

/** The session of a request, or null for somebody who is not signed in. */
export const attachedSession = (request: IncomingMessage): LiveSession | null => attached.get(request) ?? null
