import { createHmac } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import type { Viewer } from '@domain'
import { CONFIG, type Config } from '../platform/config.module.js'
import { findForUpdate } from '../platform/find-for-update.js'
import { hashPassword, oneTimePassword } from '../platform/sessions/passwords.js'
import { Work } from '../platform/work.js'
import { asAdministrator, cutOff } from './administration.js'
import { Person } from './person.entity.js'

/** Gives out a new password, to be read to the person once and changed. Every session of the person ends. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly work: Work,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The password is derived from the request, so that the same request again can answer without it having been kept anywhere. */
  async run(me: Viewer, key: string, id: string): Promise<string> {
    const seed = createHmac('sha256', this.config.sessionKey).update(`reset ${me.id} ${id} ${key}`).digest()
    const password = oneTimePassword(seed)
    const passwordHash = await hashPassword(password)
    await this.work.run(me, 'resetPassword', { key, input: { id } }, async (tx) => {
      const position = await asAdministrator(tx)
      const person = await findForUpdate(tx, Person, id, null)
      await tx.query('UPDATE person SET password_hash = $2, version = version + 1 WHERE id = $1', [person.id, passwordHash])
      await cutOff(tx, [person.id])
      const subject = { __typename: 'Person', id: person.id }
      const detail = { password: 'reset' }
      await tx.announce({ kind: 'person.changed', subject, version: person.version + 1, before: null, after: null, position, detail })
      return { id: person.id }
    })
    return password
  }
}
