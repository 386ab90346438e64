import { Args, Field, ID, Int, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { DataSource, In } from 'typeorm'
import { explainPoint, mayRead, POINT_STATES, Refusal, type ClockExplanation, type PointState, type Viewer } from '@domain'
import { Case } from '../cases/index.js'
import { findById } from '../platform/find-by-id.js'
import { grouped, inOrder, type Batch, type Loaders } from '../platform/loaders.js'
import { Load, Me } from '../platform/me.js'
import { countedPage } from '../platform/merged-page.js'
import { AllowArea, CheckedInside } from '../platform/policy.js'
import { JsonScalar } from '../platform/scalars.js'
import { Moment } from '../platform/moment.js'
import { columnOf } from '../platform/where-allowed.js'
import { calendarById } from '../standards/index.js'
import { PointStateEnum } from './enums.js'
import { FollowUp } from './follow-up.js'
import { PointReplyInput } from './handling-input.js'
import { PointExtensionRow, PointReply, RecommendationPoint } from './recommendation-point.entity.js'

const FIELDS = [
  'id',
  'version',
  'caseId',
  'number',
  'text',
  'ppk',
  'agency',
  'days',
  'state',
  'letterId',
  'calendarVersionId',
  'openedAt',
  'dueAt',
  'reminded',
  'judgedAt',
  'judgedByName',
  'judgement',
  'endedAt',
  'caseUnitId',
  'secrecy',
  'caseHandlerPositionIds',
  'caseHolderPositionId',
  'caseRegistrarId',
  'excludedPersonIds',
] as const satisfies readonly (keyof RecommendationPoint)[]
const COLUMNS = FIELDS.map((field) => `p.${columnOf(field)} AS "${field}"`).join(', ')
const toPoint = (row: object): RecommendationPoint => Object.assign(new RecommendationPoint(), row)

@ObjectType()
@CheckedInside('the query that makes the page')
export class PointPage {
  @Field(() => [RecommendationPoint]) rows: RecommendationPoint[]
  @Field(() => String, { nullable: true }) endCursor: string | null
  @Field(() => Int) total: number
  @Field() totalCapped: boolean
}

const repliesOf: Batch<string, PointReply[]> = async (ids, { db }) =>
  grouped(ids, await db.manager.find(PointReply, { where: { pointId: In([...ids]) }, order: { recordedAt: 'ASC' } }), (row) => row.pointId)

const extensionsOf: Batch<string, PointExtensionRow[]> = async (ids, { db }) =>
  grouped(ids, await db.manager.find(PointExtensionRow, { where: { pointId: In([...ids]) }, order: { at: 'ASC' } }), (row) => row.pointId)

const casesOfPoints: Batch<string, Case | null> = async (ids, { db, viewer }) => {
  const rows = await db.manager.findBy(Case, { id: In([...ids]) })
  return inOrder(
    ids,
    rows.filter((row) => mayRead(viewer, row)),
    (row) => row.id,
  )
}

/** The recommendation points that bind, and what became of them. */
@Resolver(() => RecommendationPoint)
export class PointsResolver {
  constructor(
    private readonly db: DataSource,
    private readonly followUp: FollowUp,
  ) {}

  @Query(() => PointPage, {
    description: 'Points that bind: those that are owed first, the earliest due date first, then as their letter numbers them',
  })
  @AllowArea('follow_up')
  async recommendationPoints(
    @Me() me: Viewer,
    @Args('states', { type: () => [PointStateEnum], nullable: true }) states?: PointState[] | null,
    @Args('unitId', { type: () => ID, nullable: true }) unitId?: string | null,
    @Args('overdue', { type: () => Boolean, nullable: true }) overdue?: boolean | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first = 50,
    @Args('after', { nullable: true, type: () => String }) after?: string | null,
  ): Promise<PointPage> {
    const now = await Moment.now(this.db)
    const wanted = (states ?? [...POINT_STATES]).filter((state) => state !== 'draft')
    return countedPage(
      this.db,
      me,
      {
        subject: 'RecommendationPoint',
        from: 'recommendation_point p',
        alias: 'p',
        where: [
          { sql: 'p.state = ANY ($1)', params: [wanted] },
          ...(unitId ? [{ sql: 'p.case_unit_id = $1', params: [unitId] }] : []),
          ...(overdue ? [{ sql: `p.state = 'open' AND p.due_at < $1`, params: [now] }] : []),
        ],
        order: [
          { sql: `(CASE p.state WHEN 'open' THEN 0 WHEN 'replied' THEN 1 ELSE 2 END)`, type: 'int', direction: 'ASC' },
          { sql: `coalesce(p.due_at, 'infinity')`, type: 'timestamptz', direction: 'ASC' },
          { sql: 'p.case_id', type: 'uuid', direction: 'ASC' },
          { sql: 'p.number', type: 'int', direction: 'ASC' },
        ],
        select: COLUMNS,
        first,
        after: after ?? null,
      },
      toPoint,
    )
  }

  @ResolveField(() => Case, { nullable: true })
  @CheckedInside('casesOfPoints: mayRead')
  case(@Parent() point: RecommendationPoint, @Load() loaders: Loaders): Promise<Case | null> {
    return loaders.of(casesOfPoints).load(point.caseId)
  }

  @ResolveField(() => [PointReply], { description: 'What the PPK answered, oldest first' })
  @CheckedInside('whoever reached the point')
  replies(@Parent() point: RecommendationPoint, @Load() loaders: Loaders): Promise<PointReply[]> {
    return loaders.of(repliesOf).load(point.id)
  }

  @ResolveField(() => [PointExtensionRow])
  @CheckedInside('whoever reached the point')
  extensions(@Parent() point: RecommendationPoint, @Load() loaders: Loaders): Promise<PointExtensionRow[]> {
    return loaders.of(extensionsOf).load(point.id)
  }

  @ResolveField(() => JsonScalar, { nullable: true, description: 'Every day counted or skipped up to the due date; null for a draft' })
  @CheckedInside('whoever reached the point')
  async explanation(@Parent() point: RecommendationPoint, @Load() loaders: Loaders): Promise<ClockExplanation | null> {
    if (!point.openedAt || !point.calendarVersionId) return null
    const { calendar } = await calendarById(this.db, point.calendarVersionId)
    return explainPoint(point.openedAt, point.days, await loaders.of(extensionsOf).load(point.id), calendar)
  }

  @Mutation(() => RecommendationPoint)
  @CheckedInside('FollowUp.reply')
  async recordPointReply(
    @Me() me: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('input') input: PointReplyInput,
    @Args('key') key: string,
  ): Promise<RecommendationPoint> {
    await this.followUp.reply(me, { id, version }, input, { key, input: { id, version, input } })
    return this.point(me, id)
  }

  @Mutation(() => RecommendationPoint, { description: 'accepted: true - followed up; false - not by this reply' })
  @CheckedInside('FollowUp.judge')
  async judgePointReply(
    @Me() me: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('accepted') accepted: boolean,
    @Args('reason') reason: string,
    @Args('key') key: string,
  ): Promise<RecommendationPoint> {
    const input = { id, version, accepted, reason }
    await this.followUp.judge(me, { id, version }, accepted ? 'accept_reply' : 'reject_reply', reason, { key, input })
    return this.point(me, id)
  }

  @Mutation(() => RecommendationPoint, { description: 'The PPK does not follow the point' })
  @CheckedInside('FollowUp.judge')
  async giveUpPoint(
    @Me() me: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('reason') reason: string,
    @Args('key') key: string,
  ): Promise<RecommendationPoint> {
    await this.followUp.judge(me, { id, version }, 'give_up', reason, { key, input: { id, version, reason } })
    return this.point(me, id)
  }

  @Mutation(() => RecommendationPoint)
  @CheckedInside('FollowUp.extend')
  async extendPoint(
    @Me() me: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('days', { type: () => Int }) days: number,
    @Args('reason') reason: string,
    @Args('key') key: string,
  ): Promise<RecommendationPoint> {
    await this.followUp.extend(me, { id, version }, days, reason, { key, input: { id, version, days, reason } })
    return this.point(me, id)
  }

  private async point(me: Viewer, id: string): Promise<RecommendationPoint> {
    const found = await findById(this.db.manager, RecommendationPoint, id)
    if (!found || !mayRead(me, found)) throw new Refusal('access.denied')
    return found
  }
}
