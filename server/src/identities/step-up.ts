import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Refusal, type Viewer } from '@domain'
import { passwordMatches } from '../platform/sessions/passwords.js'
import { Throttle } from '../platform/sessions/throttle.js'

/** Guesses at a password here count apart from those at the login: nobody can be locked out of it from a dialog. */
const STEP_UP = 'identity'

/** Asks for the password once more before a sealed identity is shown (rule 19). */
@Injectable()
export class StepUp {
  constructor(
    private readonly db: DataSource,
    private readonly throttle: Throttle,
  ) {}

  async demand(me: Viewer, password: string): Promise<void> {
    await this.throttle.attempt(me.id, STEP_UP)
    const [known] = await this.db.query<{ hash: string }[]>(
      'SELECT password_hash AS hash FROM person WHERE id = $1 AND disabled_at IS NULL',
      [me.id],
    )
    if (!(await passwordMatches(known?.hash ?? null, password))) throw new Refusal('people.wrong_password', { fields: ['password'] })
    await this.throttle.forgive(me.id, STEP_UP)
  }
}
