import { Args, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import { Refusal, type Viewer } from '@domain'
import { Me } from '../platform/me.js'
import { MAX_PAGE } from '../platform/merged-page.js'
import { AllowArea } from '../platform/policy.js'
import { whereAllowedSql } from '../platform/where-allowed.js'

/** One line of the number book. Subject and addressee only for those who may read the letter: the register itself stays without gaps. */
@ObjectType()
@AllowArea('number_book')
export class NumberRow {
  @Field(() => ID) id: string
  @Field() number: string
  @Field(() => Int) year: number
  @Field(() => Int) sequence: number
  @Field() series: string
  @Field() status: string
  @Field(() => ID, { nullable: true }) letterId: string | null
  @Field(() => String, { nullable: true }) subject: string | null
  @Field(() => String, { nullable: true }) addressee: string | null
  @Field(() => Date) at: Date
  @Field(() => Boolean, { description: 'Whether somebody has asked that it be voided, and nobody has answered' }) voidAsked: boolean
  @Field(() => String, { nullable: true }) voidReason: string | null
  @Field(() => String, { nullable: true }) voidAskedBy: string | null
  @Field(() => String, { nullable: true }) voidedBy: string | null
  @Field(() => Date, { nullable: true }) voidedAt: Date | null
}

@ObjectType()
@AllowArea('number_book')
export class NumberPage {
  @Field(() => [NumberRow]) rows: NumberRow[]
  @Field(() => String, { nullable: true }) endCursor: string | null
  @Field(() => Int) total: number
  @Field() totalCapped: boolean
}

const CURSOR = /^\d{1,9}$/

/** The register of outgoing letters (buku nomor) of a year, newest number first. */
@Resolver(() => NumberRow)
export class NumberBookResolver {
  constructor(private readonly db: DataSource) {}

  @Query(() => NumberPage)
  @AllowArea('number_book')
  async numberBook(
    @Me() me: Viewer,
    @Args('year', { type: () => Int }) year: number,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { nullable: true, type: () => String }) after?: string | null,
  ): Promise<NumberPage> {
    if (after && !CURSOR.test(after)) throw new Refusal('request.invalid', { fields: ['after'] })
    const size = Math.min(Math.max(first, 1), MAX_PAGE)
    const seen = whereAllowedSql(me, 'read', 'Letter', 'l', 4)
    const rows = await this.db.query<NumberRow[]>(
      `SELECT n.id, n.number, n.year, n.sequence, n.series, n.status, n.at, l.id AS "letterId", l.subject, l.addressee ->> 'name' AS addressee,
         coalesce(l.void_requested_by IS NOT NULL, false) AS "voidAsked", n.void_reason AS "voidReason", n.voided_at AS "voidedAt",
         r.asked_by_name AS "voidAskedBy", r.answered_by_name AS "voidedBy"
       FROM letter_number n LEFT JOIN letter l ON l.id = n.letter_id AND ${seen.sql}
       LEFT JOIN void_request r ON r.letter_id = n.letter_id AND r.status = 'granted'
       WHERE n.year = $1 AND n.sequence < coalesce($2::int, 2147483647) ORDER BY n.sequence DESC LIMIT $3`,
      [year, after ?? null, size + 1, ...seen.params],
    )
    const [count] = await this.db.query<{ total: number }[]>(
      'SELECT coalesce(sum(last), 0)::int AS total FROM number_counter WHERE year = $1',
      [year],
    )
    const page = rows.slice(0, size)
    const last = page.at(-1)
    return {
      rows: page,
      endCursor: rows.length > size && last ? String(last.sequence) : null,
      total: count?.total ?? 0,
      totalCapped: false,
    }
  }
}
