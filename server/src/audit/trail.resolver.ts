import { Args, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import { AllowArea, CheckedInside } from '../platform/policy.js'
import { JsonScalar } from '../platform/scalars.js'
import { SYSTEM } from '../platform/system-viewer.js'

/** One link of the audit chain: what happened and its hash. No free text, no personal data. */
@ObjectType()
@CheckedInside('the trail query')
export class TrailRow {
  @Field(() => Int) offset: number
  @Field() kind: string
  @Field(() => Date) at: Date
  /** Null when the system acted. */
  @Field(() => String, { nullable: true }) actorName: string | null
  @Field(() => String, { nullable: true }) positionTitle: string | null
  /** Whom an acting holder (Plh.) stood in for. */
  @Field(() => String, { nullable: true }) onBehalfOf: string | null
  @Field() subjectType: string
  @Field(() => ID) subjectId: string
  @Field(() => JsonScalar, { nullable: true }) detail: unknown
  @Field() hash: string
}

@ObjectType()
@CheckedInside('the trail query')
export class TrailPage {
  @Field(() => [TrailRow]) rows: TrailRow[]
  @Field(() => String, { nullable: true }) endCursor: string | null
  @Field(() => Int) total: number
  @Field() totalCapped: boolean
}

/** The audit trail, newest first, for those whose rules open it. */
@Resolver()
export class TrailResolver {
  constructor(private readonly db: DataSource) {}

  @Query(() => TrailPage)
  @AllowArea('trail')
  async trail(
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { nullable: true, type: () => String }) after?: string | null,
  ): Promise<TrailPage> {
    const size = Math.min(Math.max(first, 1), 100)
    const before = after && /^\d{1,15}$/.test(after) ? Number(after) : null
    const rows = await this.db.query<TrailRow[]>(
      `SELECT l."offset"::float8 AS "offset", e.kind, e.at, CASE WHEN e.actor_id <> '${SYSTEM.id}' THEN e.actor_name END AS "actorName", e.position_title AS "positionTitle", e.on_behalf_of AS "onBehalfOf", e.subject_type AS "subjectType",
         e.subject_id AS "subjectId", e.detail, encode(l.hash, 'hex') AS hash
       FROM log l JOIN event e ON e.id = l.event_id WHERE ($1::bigint IS NULL OR l."offset" < $1) ORDER BY l."offset" DESC LIMIT $2`,
      [before, size + 1],
    )
    const [head] = await this.db.query<{ total: number }[]>('SELECT coalesce(max("offset"), 0)::float8 AS total FROM log')
    const page = rows.slice(0, size)
    return {
      rows: page,
      endCursor: rows.length > size ? String(page.at(-1)?.offset ?? '') : null,
      total: head?.total ?? 0,
      totalCapped: false,
    }
  }
}
