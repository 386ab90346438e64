import { randomUUID } from 'node:crypto'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { DataSource } from 'typeorm'
import { addCalendarDays, localDate } from '@domain'
import { nipPlace, type FirstAccount } from '../people/index.js'
import { Person } from '../people/person.entity.js'
import { PositionHolder } from '../people/position-holder.entity.js'
import { Position } from '../people/position.entity.js'
import { Unit } from '../people/unit.entity.js'
import { hashPassword } from '../platform/sessions/passwords.js'
import { Vault } from '../platform/vault.js'
import { DEMO_ORGANISATION } from './organisation.js'

/** The password of every demonstration account. It is printed at the first start and worth nothing anywhere else. */
export const DEMO_PASSWORD = 'tanggap-peragaan'

/** What the story teller needs to know of the organisation: who is who, by the keys of `organisation.ts`. */
export interface PeopleOfDemo {
  readonly personId: ReadonlyMap<string, string>
  readonly positionId: ReadonlyMap<string, string>
  readonly unitId: ReadonlyMap<string, string>
}

/** Puts the fictional organisation in place, with posts held since the days it says. */
export async function installOrganisation(app: NestExpressApplication, today: Date): Promise<PeopleOfDemo> {
  const db = app.get(DataSource)
  const vault = app.get(Vault)
  const { units, positions, people, holders } = DEMO_ORGANISATION
  const idsOf = (keys: readonly string[]) => new Map(keys.map((key) => [key, randomUUID()]))
  const unitId = idsOf(units.map((unit) => unit.code))
  const positionId = idsOf(positions.map((post) => post.code))
  const personId = idsOf(people.map((person) => person.key))
  const passwordHash = await hashPassword(DEMO_PASSWORD)

  await db.transaction(async (manager) => {
    for (const unit of units) {
      await manager.insert(Unit, {
        id: known(unitId, unit.code),
        version: 1,
        code: unit.code,
        name: unit.name,
        kind: unit.kind,
        parentId: unit.parent && known(unitId, unit.parent),
      })
    }
    for (const post of positions) {
      await manager.insert(Position, {
        id: known(positionId, post.code),
        version: 1,
        code: post.code,
        title: post.title,
        unitId: known(unitId, post.unit),
        role: post.role,
        superiorId: post.superior && known(positionId, post.superior),
        rank: post.rank,
        closedAt: null,
      })
    }
    for (const person of people) {
      const id = known(personId, person.key)
      await manager.insert(Person, {
        id,
        version: 1,
        name: person.name,
        email: person.email,
        passwordHash,
        epoch: 1,
        locale: 'id',
        nipSealed: vault.seal(nipPlace(id), person.nip),
        nipIndex: vault.blindIndex('nip', person.nip),
        disabledAt: null,
      })
    }
    for (const holder of holders) {
      await manager.insert(PositionHolder, {
        id: randomUUID(),
        positionId: known(positionId, holder.position),
        personId: known(personId, holder.person),
        kind: holder.kind,
        mandate: holder.mandate,
        since: addCalendarDays(localDate(today), holder.sinceDay),
        until: holder.untilDay === null ? null : addCalendarDays(localDate(today), holder.untilDay),
        createdAt: today,
      })
    }
  })
  return { personId, positionId, unitId }
}

/** The accounts a newcomer signs in with, one for each daily job. */
export function printedAccounts(): FirstAccount[] {
  const { people, holders, positions, printedAccounts: keys } = DEMO_ORGANISATION
  return keys.flatMap((key) => {
    const person = people.find((one) => one.key === key)
    const holder = holders.find((one) => one.person === key && one.untilDay === null) ?? holders.find((one) => one.person === key)
    const post = positions.find((one) => one.code === holder?.position)
    return person && post ? [{ name: person.name, title: post.title, email: person.email, password: DEMO_PASSWORD }] : []
  })
}

function known(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key)
  if (!id) throw new Error(`The demonstration speaks of ${key}, which does not exist`)
  return id
}
