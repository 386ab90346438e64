import { randomUUID } from 'node:crypto'
import type { DataSource } from 'typeorm'
import { localDate } from '@domain'
import { hashPassword, oneTimePassword } from '../platform/sessions/passwords.js'
import { Person } from './person.entity.js'
import { PositionHolder } from './position-holder.entity.js'
import { Position } from './position.entity.js'
import { Unit } from './unit.entity.js'

/** An account with its password in clear, to be shown once on the operator's terminal. */
export interface FirstAccount {
  readonly name: string
  readonly title: string
  readonly email: string
  readonly password: string
}

/** Any number no other advisory lock of the product uses: of two nodes that find the database empty, one makes the administrator. */
const FIRST_LOCK = 7_226_004

/** Puts one administrator into an empty database, so that somebody can enter all the others; null when another node was first. */
export async function ensureAdministrator(db: DataSource, publicUrl: string): Promise<FirstAccount | null> {
  const now = new Date()
  const password = oneTimePassword()
  const account = { name: 'Administrator', title: 'Administrator Sistem', email: `admin@${new URL(publicUrl).hostname}`, password }
  const [unitId, personId, positionId] = [randomUUID(), randomUUID(), randomUUID()]
  const passwordHash = await hashPassword(password)
  return db.transaction(async (manager) => {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [FIRST_LOCK])
    if ((await manager.count(Person)) > 0) return null
    await manager.insert(Unit, { id: unitId, version: 1, code: 'ADM', name: 'Administrasi Sistem', kind: 'administration', parentId: null })
    await manager.insert(Position, {
      ...{ id: positionId, version: 1, code: 'ADM-1', title: account.title, unitId, role: 'ADMIN' },
      ...{ superiorId: null, rank: 900, closedAt: null },
    })
    await manager.insert(Person, {
      ...{ id: personId, version: 1, name: account.name, email: account.email, passwordHash, epoch: 1, locale: 'id' },
      ...{ nipSealed: null, nipIndex: null, disabledAt: null },
    })
    await manager.insert(PositionHolder, {
      ...{ id: randomUUID(), positionId, personId, kind: 'definitive', mandate: null, since: localDate(now), until: null, createdAt: now },
    })
    return account
  })
}
