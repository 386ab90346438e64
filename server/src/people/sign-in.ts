import { Injectable } from '@nestjs/common'
import type { Request, Response } from 'express'
import { DataSource } from 'typeorm'
import { Refusal, type Viewer } from '@domain'
import { loadViewer } from '../platform/sessions/load-viewer.js'
import { passwordMatches } from '../platform/sessions/passwords.js'
import { SessionCookie } from '../platform/sessions/session-cookie.js'
import { Sessions } from '../platform/sessions/sessions.js'
import { Throttle } from '../platform/sessions/throttle.js'

/** Opens and closes the session of a browser (rules 16 and 18). */
@Injectable()
export class SignIn {
  constructor(
    private readonly db: DataSource,
    private readonly throttle: Throttle,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
  ) {}

  /** Unknown, disabled and mistyped are one answer after the same work: `access.bad_credentials`. The session before this one ends. */
  async login(given: { email: string; password: string }, request: Request, response: Response): Promise<Viewer> {
    const email = given.email.trim().toLowerCase()
    const address = request.ip ?? 'unknown'
    await this.throttle.attempt(email, address)

    const [known] = await this.db.query<{ id: string; hash: string }[]>(
      'SELECT id, password_hash AS hash FROM person WHERE email = $1 AND disabled_at IS NULL',
      [email],
    )
    const right = await passwordMatches(known?.hash ?? null, given.password)
    const viewer = right && known ? await loadViewer(this.db, known.id, new Date()) : null
    if (!viewer) throw new Refusal('access.bad_credentials')

    await this.throttle.forgive(email, address)
    await this.sessions.endByToken(request.headers)
    this.cookie.set(response, await this.sessions.open(viewer.id, { address, userAgent: request.get('user-agent') ?? '' }))
    return viewer
  }

  /** Ends the session and tells the browser to forget everything (rule 35). */
  async logout(request: Request, response: Response): Promise<void> {
    await this.sessions.endByToken(request.headers)
    this.cookie.clear(response)
  }
}
