import { Field, ID, ObjectType } from '@nestjs/graphql'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { localDate, type HolderKind } from '@domain'
import { HolderKindEnum } from '../platform/enums.js'
import type { Batch } from '../platform/loaders.js'
import { grouped } from '../platform/loaders.js'
import { LocalDateScalar } from '../platform/local-date.js'
import { Moment } from '../platform/moment.js'
import { SignedIn } from '../platform/policy.js'
import { PersonName } from './my-account.js'
import { Position } from './position.entity.js'
import { Unit } from './unit.entity.js'

/** Somebody in a post, today or from a coming day. */
@ObjectType()
@SignedIn()
export class Holder {
  @Field(() => ID) id: string
  @Field(() => ID) personId: string
  @Field(() => String) personName: string
  @Field(() => HolderKindEnum) kind: HolderKind
  @Field(() => String, { nullable: true }) mandate: string | null
  @Field(() => LocalDateScalar) since: string
  @Field(() => LocalDateScalar, { nullable: true }) until: string | null
}

/** The whole organisation, small enough to be read at once: the console finds names for ids in it. */
@ObjectType()
@SignedIn()
export class Directory {
  @Field(() => [Unit]) units: Unit[]
  @Field(() => [Position]) positions: Position[]
  /** Everybody who ever worked here. */
  @Field(() => [PersonName]) people: PersonName[]
}

@Injectable()
export class ReadDirectory {
  constructor(private readonly db: DataSource) {}

  async run(): Promise<Directory> {
    const [units, positions, people] = await Promise.all([
      this.db.manager.find(Unit, { order: { code: 'ASC' } }),
      this.db.manager.find(Position, { order: { rank: 'ASC', code: 'ASC' } }),
      this.db.query<PersonName[]>('SELECT id, name FROM person ORDER BY name, id'),
    ])
    return { units, positions, people }
  }
}

/** Who holds each post now or will; past holders are in the trail. */
export const holdersOfPosition: Batch<string, Holder[]> = async (positionIds, { db }) => {
  const rows = await db.query<(Holder & { positionId: string })[]>(
    `SELECT held.id, held.position_id AS "positionId", held.person_id AS "personId", person.name AS "personName", held.kind, held.mandate,
       held.since::text, held.until::text
     FROM position_holder held JOIN person ON person.id = held.person_id
     WHERE held.position_id = ANY($1) AND coalesce(held.until, 'infinity') >= $2::date ORDER BY held.since, held.kind`,
    [positionIds, localDate(await Moment.now(db))],
  )
  return grouped(positionIds, rows, (row) => row.positionId)
}
