import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { checkNip, localDate, Refusal, type Viewer } from '@domain'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { hashPassword, oneTimePassword } from '../platform/sessions/passwords.js'
import { Vault } from '../platform/vault.js'
import { Work, type Tx } from '../platform/work.js'
import { asAdministrator, lineOf } from './administration.js'
import { KnownPeople } from './known-people.js'
import { Person } from './person.entity.js'

export interface PersonInput {
  /** Null for somebody new. */
  readonly id: string | null
  readonly version: number | null
  readonly name: string
  readonly email: string
  /** Null leaves it as it is, an empty text takes it away. */
  readonly nip: string | null
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** Where the NIP of a person is sealed. */
export const nipPlace = (personId: string) => ({ table: 'person', column: 'nip_sealed', rowId: personId })

/** Enters somebody new, or corrects name, address and NIP. A new account has no password until one is given out (`ResetPassword`). */
@Injectable()
export class SavePerson {
  constructor(
    private readonly work: Work,
    private readonly vault: Vault,
    private readonly known: KnownPeople,
  ) {}

  run(me: Viewer, key: string, input: PersonInput): Promise<{ id: string }> {
    const nipIndex = input.nip ? this.vault.blindIndex('nip', input.nip).toString('hex') : input.nip
    return this.work.run(me, 'savePerson', { key, input: { ...input, nip: nipIndex } }, async (tx) => {
      const position = await asAdministrator(tx)
      const person = input.id === null ? await this.fresh() : await findForUpdate(tx, Person, input.id, input.version)
      person.name = lineOf('name', input.name, 200)
      person.email = await freeEmail(tx, person.id, input.email)
      if (input.nip !== null) Object.assign(person, this.sealedNip(person.id, input.nip, tx.now))

      if (input.id === null) await tx.manager.insert(Person, person)
      else await saveVersioned(tx, person)
      if (input.nip !== null && person.nipIndex) await this.known.tell(tx, person.id, person.nipIndex)
      const subject = { __typename: 'Person', id: person.id }
      await tx.announce({ kind: 'person.changed', subject, version: person.version, before: null, after: null, position })
      return { id: person.id }
    })
  }

  private async fresh(): Promise<Person> {
    const nothing = { nipSealed: null, nipIndex: null, disabledAt: null }
    const passwordHash = await hashPassword(oneTimePassword())
    return Object.assign(new Person(), { id: randomUUID(), version: 1, epoch: 1, locale: 'id', passwordHash, ...nothing } as const)
  }

  private sealedNip(personId: string, nip: string, now: Date): Pick<Person, 'nipSealed' | 'nipIndex'> {
    if (nip.trim() === '') return { nipSealed: null, nipIndex: null }
    const problems = checkNip(nip, localDate(now))
    if (problems.length > 0) throw new Refusal('identity.nip_invalid', { problems })
    return { nipSealed: this.vault.seal(nipPlace(personId), nip), nipIndex: this.vault.blindIndex('nip', nip) }
  }
}

async function freeEmail(tx: Tx, personId: string, given: string): Promise<string> {
  const email = given.trim().toLowerCase()
  if (!EMAIL.test(email) || email.length > 254) throw new Refusal('identity.email_invalid')
  const taken = await tx.query('SELECT 1 FROM person WHERE email = $1 AND id <> $2', [email, personId])
  if (taken.length > 0) throw new Refusal('people.email_taken')
  return email
}
