import { Field, Int, ObjectType } from '@nestjs/graphql'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { localDate, maskIdentity, Refusal } from '@domain'
import { inOrder, type Batch } from '../platform/loaders.js'
import { MAX_PAGE } from '../platform/merged-page.js'
import { Moment } from '../platform/moment.js'
import { AllowArea } from '../platform/policy.js'
import { heldPositionsSql } from '../platform/sessions/viewer.sql.js'
import type { Vault } from '../platform/vault.js'
import type { HeldPosition } from './held-position.js'
import { Person } from './person.entity.js'
import { nipPlace } from './save-person.js'

@ObjectType()
@AllowArea('people')
export class PersonPage {
  @Field(() => [Person]) rows: Person[]
  @Field(() => String, { nullable: true }) endCursor: string | null
  @Field(() => Int) total: number
  @Field(() => Boolean) totalCapped: boolean
}

interface Asked {
  readonly search: string | null
  readonly first: number
  readonly after: string | null
}

/** The accounts, by name. A commission has hundreds of people, so the total is exact. */
@Injectable()
export class ReadPeople {
  constructor(private readonly db: DataSource) {}

  async page({ search, first, after }: Asked): Promise<PersonPage> {
    const size = Math.min(Math.max(first, 1), MAX_PAGE)
    const [name, id] = after === null ? [null, null] : cursorParts(after)
    const found = this.db.manager.createQueryBuilder(Person, 'p')
    if (search?.trim())
      found.where('(p.name ILIKE :like OR p.email ILIKE :like)', { like: `%${search.trim().replace(/[\\%_]/g, '\\$&')}%` })
    const total = await found.getCount()
    if (name !== null) found.andWhere('(p.name, p.id) > (:name, CAST(:id AS uuid))', { name, id })
    const rows = await found
      .orderBy('p.name')
      .addOrderBy('p.id')
      .limit(size + 1)
      .getMany()
    const page = rows.slice(0, size)
    const last = page.at(-1)
    return { rows: page, endCursor: rows.length > size && last ? cursorOf(last) : null, total, totalCapped: false }
  }
}

const cursorOf = (person: Person): string => Buffer.from(JSON.stringify([person.name, person.id])).toString('base64url')

function cursorParts(cursor: string): [string, string] {
  const text = Buffer.from(cursor, 'base64url').toString('utf8')
  const match = /^\["((?:[^"\\]|\\.)*)","([0-9a-f-]{36})"\]$/.exec(text)
  if (!match?.[1] || !match[2]) throw new Refusal('request.invalid', { fields: ['after'] })
  return [JSON.parse(`"${match[1]}"`) as string, match[2]]
}

/** One person, for the answer of a change. */
export const personById: Batch<string, Person | null> = async (ids, { db }) => {
  const rows = await db.manager.createQueryBuilder(Person, 'p').where('p.id = ANY(:ids)', { ids }).getMany()
  return inOrder(ids, rows, (row) => row.id)
}

/** The posts people hold today. */
export const positionsOfPerson: Batch<string, HeldPosition[]> = async (ids, { db }) => {
  const rows = await db.query<{ id: string; positions: HeldPosition[] }[]>(
    `SELECT p.id, ${heldPositionsSql('$2')} AS positions FROM person p WHERE p.id = ANY($1)`,
    [ids, localDate(await Moment.now(db))],
  )
  return inOrder(ids, rows, (row) => row.id).map((row) => row?.positions ?? [])
}

/** The NIP as administrators see it: enough to recognise, not enough to copy. */
export const maskedNip = (vault: Vault, person: Person): string | null =>
  person.nipSealed && maskIdentity(vault.open(nipPlace(person.id), person.nipSealed))
