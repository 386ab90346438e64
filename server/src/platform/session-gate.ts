import type { IncomingHttpHeaders } from 'node:http'
import type { Viewer } from '@domain'

/** Token of the one SessionGate. */
export const SESSION_GATE = Symbol('SESSION_GATE')

/** Who stands behind a connection that is not a GraphQL request over HTTP. */
export interface SessionGate {
  /** The person whose session cookie these headers carry, or null. */
  admit(headers: IncomingHttpHeaders): Promise<Admitted | null>
  /** The person with the posts they hold now, or null when the session has ended or the person is disabled. */
  refresh(sessionId: string): Promise<Viewer | null>
}

export interface Admitted {
  readonly viewer: Viewer
  readonly sessionId: string
}
