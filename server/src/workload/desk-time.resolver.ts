import { Field, Float, ID, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import {
  DESK_TIERS,
  deskTime,
  latestOf,
  minutesOfTier,
  presentTier,
  readLedger,
  returnsOf,
  tierBudgets,
  TIER_SHARE,
  type DeskTask,
  type DeskTier,
  type PlannedTier,
  type TierBudget,
} from '@domain'
import { Case } from '../cases/index.js'
import { readBook } from '../clocks/index.js'
import { graphqlEnum } from '../platform/graphql-enum.js'
import { Moment } from '../platform/moment.js'
import { CheckedInside } from '../platform/policy.js'
import { calendarById, calendarInForce } from '../standards/index.js'

const DeskTierEnum = graphqlEnum('DeskTier', DESK_TIERS)
const OF_CASE = 'whoever reached the case'

/** A stretch of time in which the case lay on one desk. */
@ObjectType()
@CheckedInside(OF_CASE)
export class DeskStretch {
  @Field(() => DeskTierEnum) tier: DeskTier
  @Field(() => ID, { nullable: true }) positionId: string | null
  @Field(() => Date) from: Date
  @Field(() => Date) to: Date
  @Field(() => Float, { description: 'Open minutes of the office' }) minutes: number
}

/** What one tier used, and what it may use. */
@ObjectType()
@CheckedInside(OF_CASE)
export class DeskBudget {
  @Field(() => DeskTierEnum) tier: DeskTier
  @Field(() => Float) used: number
  @Field(() => Float, { nullable: true, description: 'Null without a running promise, and for the tiers before its start' }) planned:
    number | null
  @Field(() => Date, { nullable: true }) latest: Date | null
}

/** The desk-time ledger of a case (business minutes on each desk, returns and waits apart). */
@ObjectType()
@CheckedInside(OF_CASE)
export class DeskTime {
  @Field(() => [DeskStretch]) stretches: DeskStretch[]
  @Field(() => [DeskBudget]) tiers: DeskBudget[]
  @Field(() => DeskTierEnum, { nullable: true, description: 'Null once the case has ended' }) now: DeskTier | null
  @Field(() => Int) returns: number
  @Field(() => String, { nullable: true, description: 'The promise whose due date is planned back' }) clockCode: string | null
  @Field({ description: 'The tier that has the case now should have passed it on: the case is at risk' }) behind: boolean
}

interface TaskRow extends Omit<DeskTask, 'openedAt' | 'closedAt'> {
  readonly openedAt: Date
  readonly closedAt: Date | null
}

/** `Case.deskTime`, derived from the tasks of the case and the ledger of its promise; nothing of it is stored. */
@Resolver(() => Case)
export class DeskTimeResolver {
  constructor(private readonly db: DataSource) {}

  @ResolveField(() => DeskTime)
  @CheckedInside(OF_CASE)
  async deskTime(@Parent() { id }: Case): Promise<DeskTime> {
    const theCase = await this.db.manager.findOneByOrFail(Case, { id })
    const tasks = await this.db.query<TaskRow[]>(
      `SELECT t.kind, t.position_id AS "positionId", p.role, t.opened_at AS "openedAt", t.closed_at AS "closedAt" FROM task t
       LEFT JOIN "position" p ON p.id = t.position_id WHERE t.case_id = $1 ORDER BY t.opened_at, t.id`,
      [id],
    )
    const now = await Moment.now(this.db)
    const promise = await this.promise(theCase)
    const calendar = promise ? (await calendarById(this.db, promise.calendarId)).calendar : (await calendarInForce(this.db, now)).calendar
    const until = theCase.closedAt ?? now
    const pauses = [
      ...(promise?.state.pauses ?? []),
      ...(promise?.state.openPause
        ? [{ from: promise.state.openPause.from, to: Math.max(promise.state.openPause.from, until.getTime()) }]
        : []),
    ]
    const spans = deskTime({ registeredAt: theCase.registeredAt, until, tasks, pauses }, calendar)

    const dueAt = promise?.state.due?.dueAt ?? null
    const startedAt = promise?.state.startedAt ?? null
    const planned = promise && startedAt !== null && dueAt !== null ? { rule: promise.rule, startedAt, dueAt, pauses } : null
    const budgets: readonly TierBudget[] = planned ? tierBudgets(planned, calendar) : []
    const latest = planned && latestOf(presentTier(tasks), planned, calendar)
    const counts = promise?.state.stoppedAt === null && promise.state.openPause === null && promise.state.excusedAt === null
    const present = theCase.closedAt ? null : (spans.at(-1)?.tier ?? 'registry')
    const tiers = [...(Object.keys(TIER_SHARE) as PlannedTier[]), 'outside' as const]
    return {
      stretches: spans.map((span) => ({ ...span, from: new Date(span.from), to: new Date(span.to) })),
      tiers: tiers.map((tier) => {
        const budget = budgets.find((one) => one.tier === tier)
        return { tier, used: minutesOfTier(spans, tier), planned: budget?.minutes ?? null, latest: budget?.latest ?? null }
      }),
      now: present,
      returns: returnsOf(tasks),
      clockCode: promise?.code ?? null,
      behind: present !== null && counts && latest !== null && now > latest,
    }
  }

  /** The promise that is planned back: the one that ends with the answer, due first; otherwise whichever is due first. */
  private async promise(theCase: Case) {
    const book = await readBook(this.db, theCase.id)
    const started = []
    for (const clock of book) {
      const state = readLedger(clock.rule, clock.entries, (await calendarById(this.db, clock.calendarId)).calendar)
      if (state.startedAt !== null && state.due?.dueAt)
        started.push({ code: clock.code, calendarId: clock.calendarId, rule: clock.rule, state, dueAt: state.due.dueAt })
    }
    const answering = started.filter(({ rule }) => rule.stopEvent === 'answer_delivered')
    const [first] = (answering.length > 0 ? answering : started).sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime())
    return first ?? null
  }
}
