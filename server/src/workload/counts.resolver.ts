import { Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import type { Viewer } from '@domain'
import { waitingList } from '../cases/index.js'
import { Me } from '../platform/me.js'
import { cappedCount, type ListQuery } from '../platform/merged-page.js'
import { CheckedInside } from '../platform/policy.js'

/** The badges of the console, each counted no further than 1,001. */
@ObjectType()
@CheckedInside('the counts query')
export class Counts {
  @Field(() => Int) inbox: number
  @Field(() => Int) review: number
  @Field(() => Int) late: number
  @Field(() => Int) notices: number
  /** Requests for a sealed identity that wait for a custodian's decision. */
  @Field(() => Int) releases: number
}

@Resolver()
export class CountsResolver {
  constructor(private readonly db: DataSource) {}

  @Query(() => Counts)
  @CheckedInside('the rules as SQL; notices are the own')
  async counts(@Me() me: Viewer): Promise<Counts> {
    const late = {
      ...waitingList(null),
      where: [{ sql: `t.closed_at IS NULL AND t.at_risk_at < 'infinity' AND t.due_at < now()`, params: [] }],
    }
    const asked: ListQuery = {
      ...{ subject: 'IdentityRelease', action: 'grant', from: 'identity_release r', alias: 'r', order: [] },
      where: [{ sql: `r.status = 'requested'`, params: [] }],
    }
    const [inbox, review, lateOnes, [notices], releases] = await Promise.all([
      cappedCount(this.db, me, waitingList(null)),
      cappedCount(this.db, me, waitingList(['review'])),
      cappedCount(this.db, me, late),
      this.db.query<{ n: number }[]>(
        'SELECT count(*)::int AS n FROM (SELECT 1 FROM notice WHERE person_id = $1 AND read_at IS NULL LIMIT 1001) unread',
        [me.id],
      ),
      cappedCount(this.db, me, asked),
    ])
    return { inbox, review, late: lateOnes, notices: notices?.n ?? 0, releases }
  }
}
