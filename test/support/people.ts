import { randomUUID } from 'node:crypto'
import type { DataSource } from 'typeorm'
import type { HolderKind, Role } from '@domain'
import { hashPassword } from '../../server/src/platform/sessions/passwords.js'
import type { UnitKind } from '../../server/src/people/unit.entity.js'

/** The password of everybody whom these builders make. */
export const PASSWORD = 'sandi-uji-1945-merdeka'

let hashed: Promise<string> | null = null
const passwordHash = (): Promise<string> => (hashed ??= hashPassword(PASSWORD))

let count = 0
const serial = (): number => (count += 1)

export interface Somebody {
  readonly id: string
  readonly name: string
  readonly email: string
}

export interface Post {
  readonly id: string
  readonly title: string
  readonly unitId: string
  readonly role: Role
}

type Db = Pick<DataSource, 'query'>

export async function aUnit(
  db: Db,
  given: { code?: string; name?: string; kind?: UnitKind; parentId?: string | null } = {},
): Promise<string> {
  const id = randomUUID()
  const n = serial()
  await db.query('INSERT INTO unit (id, version, code, name, kind, parent_id) VALUES ($1, 1, $2, $3, $4, $5)', [
    id,
    given.code ?? `U${n}`,
    given.name ?? `Unit ${n}`,
    given.kind ?? 'pokja',
    given.parentId ?? null,
  ])
  return id
}

export async function aPost(
  db: Db,
  given: { role: Role; unitId?: string; title?: string; code?: string; superiorId?: string | null; rank?: number },
): Promise<Post> {
  const n = serial()
  const post = { id: randomUUID(), title: given.title ?? `Jabatan ${n}`, unitId: given.unitId ?? (await aUnit(db)), role: given.role }
  await db.query(
    'INSERT INTO "position" (id, version, code, title, unit_id, role, superior_id, rank) VALUES ($1, 1, $2, $3, $4, $5, $6, $7)',
    [post.id, given.code ?? `P${n}`, post.title, post.unitId, post.role, given.superiorId ?? null, given.rank ?? n],
  )
  return post
}

export async function aPerson(db: Db, given: { name?: string; email?: string } = {}): Promise<Somebody> {
  const n = serial()
  const person = { id: randomUUID(), name: given.name ?? `Pegawai ${n}`, email: given.email ?? `pegawai${n}@tanggap.test` }
  await db.query('INSERT INTO person (id, version, name, email, password_hash) VALUES ($1, 1, $2, $3, $4)', [
    person.id,
    person.name,
    person.email,
    await passwordHash(),
  ])
  return person
}

export async function holds(
  db: Db,
  person: { readonly id: string },
  post: { readonly id: string },
  given: { kind?: HolderKind; since?: string; until?: string | null } = {},
): Promise<string> {
  const id = randomUUID()
  const kind = given.kind ?? 'definitive'
  await db.query(
    'INSERT INTO position_holder (id, position_id, person_id, kind, mandate, since, until, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, now())',
    [id, post.id, person.id, kind, kind === 'definitive' ? null : 'Sprint-1/2020', given.since ?? '2020-01-01', given.until ?? null],
  )
  return id
}

/** Somebody in a post of their own with this role; the shortest way to an actor. */
export async function someone(
  db: Db,
  role: Role,
  given: { name?: string; unitId?: string; title?: string; superiorId?: string | null } = {},
): Promise<Somebody & { readonly post: Post }> {
  const person = await aPerson(db, given.name === undefined ? {} : { name: given.name })
  const post = await aPost(db, { ...given, role })
  await holds(db, person, post)
  return { ...person, post }
}
