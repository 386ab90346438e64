import { Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import { abilityOf, ruleDraftRefusal, type RuleDraftFacts, type RuleKind, type Viewer } from '@domain'
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
  /** Drafts of standards that wait for the viewer's consent. */
  @Field(() => Int) standards: number
  /** Drafts of the calendar that wait for the viewer's consent. */
  @Field(() => Int) calendars: number
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
    const [inbox, review, lateOnes, [notices], releases, drafts] = await Promise.all([
      cappedCount(this.db, me, waitingList(null)),
      cappedCount(this.db, me, waitingList(['review'])),
      cappedCount(this.db, me, late),
      this.db.query<{ n: number }[]>(
        'SELECT count(*)::int AS n FROM (SELECT 1 FROM notice WHERE person_id = $1 AND read_at IS NULL LIMIT 1001) unread',
        [me.id],
      ),
      cappedCount(this.db, me, asked),
      this.proposed(me),
    ])
    return { inbox, review, late: lateOnes, notices: notices?.n ?? 0, releases, ...drafts }
  }

  /** There is one proposal of each standard and of the calendar at most, so that they are looked at one by one. */
  private async proposed(me: Viewer): Promise<Pick<Counts, 'standards' | 'calendars'>> {
    if (!abilityOf(me).can('consent', 'RuleDraft')) return { standards: 0, calendars: 0 }
    const rows = await this.db.query<Omit<RuleDraftFacts, '__typename'>[]>(
      `SELECT id, kind, state, proposer_id AS "proposerId" FROM rule_draft WHERE state = 'proposed'`,
    )
    const waiting = rows.filter((row) => ruleDraftRefusal({ __typename: 'RuleDraft', ...row }, 'consent', me) === null)
    const count = (kind: RuleKind) => waiting.filter((row) => row.kind === kind).length
    return { standards: count('standard'), calendars: count('calendar') }
  }
}
