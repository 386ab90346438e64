import { createHmac } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { Refusal, type Viewer } from '@domain'
import { CONFIG, type Config } from '../platform/config.module.js'
import { findForUpdate } from '../platform/find-for-update.js'
import { checkPassword, hashPassword, passwordMatches } from '../platform/sessions/passwords.js'
import type { LiveSession } from '../platform/sessions/session.js'
import { Work } from '../platform/work.js'
import { LOCALES, Person, type Locale } from './person.entity.js'

const isLocale = (text: string): text is Locale => LOCALES.some((known) => known === text)

/** What everybody may change about their own account. */
@Injectable()
export class OwnAccount {
  constructor(
    private readonly work: Work,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Changes the password; every other session of the person ends, this one stays. */
  changePassword({ id: sessionId, viewer }: LiveSession, key: string, current: string, next: string): Promise<{ id: string }> {
    const fingerprint = createHmac('sha256', this.config.sessionKey)
      .update(JSON.stringify([current, next]))
      .digest('base64url')
    return this.work.run(viewer, 'changePassword', { key, input: { fingerprint } }, async (tx) => {
      const person = await findForUpdate(tx, Person, viewer.id, null)
      if (!(await passwordMatches(person.passwordHash, current))) throw new Refusal('people.wrong_password')
      checkPassword(next, person)

      const epoch = person.epoch + 1
      const passwordHash = await hashPassword(next)
      await tx.query('UPDATE person SET password_hash = $2, epoch = $3, version = version + 1 WHERE id = $1', [
        person.id,
        passwordHash,
        epoch,
      ])
      await tx.query('DELETE FROM session WHERE person_id = $1 AND id <> $2', [person.id, sessionId])
      await tx.query('UPDATE session SET epoch = $2 WHERE id = $1', [sessionId, epoch])
      const subject = { __typename: 'Person', id: person.id }
      const detail = { password: 'changed' }
      await tx.announce({ kind: 'person.changed', subject, version: person.version + 1, before: null, after: null, detail })
      return { id: person.id }
    })
  }

  /** The language of the console and of the mails to this person. */
  setLocale(me: Viewer, key: string, locale: string): Promise<{ locale: Locale }> {
    if (!isLocale(locale)) throw new Refusal('request.invalid', { fields: ['locale'] })
    return this.work.run(me, 'setLocale', { key, input: { locale } }, async (tx) => {
      await tx.query('UPDATE person SET locale = $2 WHERE id = $1', [me.id, locale])
      return { locale }
    })
  }

  /** Signs out one of the own sessions; false when it had ended before. */
  revokeSession(me: Viewer, key: string, id: string): Promise<{ ended: boolean }> {
    return this.work.run(me, 'revokeSession', { key, input: { id } }, async (tx) => {
      const ended = await tx.query('DELETE FROM session WHERE id = $1 AND person_id = $2 RETURNING id', [id, me.id])
      if (ended.length > 0) {
        await tx.announce({ kind: 'session.ended', subject: { __typename: 'Session', id }, before: null, after: null })
      }
      return { ended: ended.length > 0 }
    })
  }
}
