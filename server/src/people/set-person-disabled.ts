import { Injectable } from '@nestjs/common'
import type { Viewer } from '@domain'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work } from '../platform/work.js'
import { asAdministrator, cutOff, keepAnAdministrator } from './administration.js'
import { Person } from './person.entity.js'

/** Closes an account, out of the console within two seconds, or opens it again. The last administrator stays (`people.last_admin`). */
@Injectable()
export class SetPersonDisabled {
  constructor(private readonly work: Work) {}

  run(me: Viewer, key: string, input: { id: string; version: number; disabled: boolean }): Promise<{ id: string }> {
    return this.work.run(me, 'setPersonDisabled', { key, input }, async (tx) => {
      const position = await asAdministrator(tx)
      const person = await findForUpdate(tx, Person, input.id, input.version)
      person.disabledAt = input.disabled ? (person.disabledAt ?? tx.now) : null

      await saveVersioned(tx, person)
      if (input.disabled) {
        await cutOff(tx, [person.id])
        await keepAnAdministrator(tx)
      }
      const subject = { __typename: 'Person', id: person.id }
      const detail = { disabled: input.disabled }
      await tx.announce({ kind: 'person.changed', subject, version: person.version, before: null, after: null, position, detail })
      return { id: person.id }
    })
  }
}
