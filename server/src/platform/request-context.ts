import type { Request, Response } from 'express'
import type { Viewer } from '@domain'
import type { Loaders } from './loaders.js'
import type { LiveSession } from './sessions/session.js'

/** What every resolver of one HTTP request shares. Executions for the live stream build the same shape without `req` and `res`. */
export interface RequestContext {
  readonly req?: Request
  readonly res?: Response
  /** The session of the cookie; null for somebody who is not signed in. */
  readonly session: LiveSession | null
  readonly viewer: Viewer | null
  /** Null for somebody who is not signed in. */
  readonly loaders: Loaders | null
}
