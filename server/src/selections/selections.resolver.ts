import { Args, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import type { SelectionState, Viewer } from '@domain'
import { LocalDateScalar } from '../platform/local-date.js'
import { Me } from '../platform/me.js'
import { countedPage } from '../platform/merged-page.js'
import { CheckedInside } from '../platform/policy.js'
import { AdvanceSelection } from './advance-selection.js'
import { SelectionStateEnum } from './enums.js'
import { ExtendAnnouncement } from './extend-announcement.js'
import { OpenSelection } from './open-selection.js'
import { PlanSelection } from './plan-selection.js'
import { readSelection } from './read-selection.js'
import { SELECTION_COLUMNS, toSelection } from './selection-columns.js'
import { ReopenSelection } from './reopen-selection.js'
import { ReopeningInput, SelectionPlanInput, VacantPostInput } from './selection-input.js'
import { Selection } from './selection.entity.js'

@ObjectType()
@CheckedInside('the query that makes the page')
export class SelectionPage {
  @Field(() => [Selection]) rows: Selection[]
  @Field(() => String, { nullable: true }) endCursor: string | null
  /** Counted no further than 1,000; `totalCapped` says when there are more. */
  @Field(() => Int) total: number
  @Field() totalCapped: boolean
}

const ID_ARG = { type: () => ID }
const INT_ARG = { type: () => Int }

/** Selections as a whole: the board, the plan, the way through the stages. */
@Resolver(() => Selection)
export class SelectionsResolver {
  constructor(
    private readonly db: DataSource,
    private readonly opening: OpenSelection,
    private readonly planning: PlanSelection,
    private readonly extending: ExtendAnnouncement,
    private readonly advancing: AdvanceSelection,
    private readonly reopening: ReopenSelection,
  ) {}

  @Query(() => SelectionPage, { description: 'Longest in its stage first' })
  @CheckedInside('mergedPage: the rules as SQL')
  selections(
    @Me() me: Viewer,
    @Args('state', { type: () => SelectionStateEnum }) state: SelectionState,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { nullable: true, type: () => String }) after?: string | null,
  ): Promise<SelectionPage> {
    return countedPage(
      this.db,
      me,
      {
        subject: 'Selection',
        from: 'selection s',
        alias: 's',
        where: [{ sql: 's.state = $1', params: [state] }],
        order: [{ sql: 's.stage_since', type: 'timestamptz', direction: 'ASC' }],
        select: SELECTION_COLUMNS,
        first,
        after: after ?? null,
      },
      toSelection,
    )
  }

  @Query(() => Selection)
  @CheckedInside('readSelection')
  selection(@Me() me: Viewer, @Args('id', ID_ARG) id: string): Promise<Selection> {
    return readSelection(this.db, me, id)
  }

  @Mutation(() => Selection)
  @CheckedInside('OpenSelection.open')
  async openSelection(
    @Me() me: Viewer,
    @Args('caseId', ID_ARG) caseId: string,
    @Args('version', INT_ARG) version: number,
    @Args('title') title: string,
    @Args('agencyCode') agencyCode: string,
    @Args('key') key: string,
  ): Promise<Selection> {
    const input = { caseId, version, title, agencyCode }
    const { id } = await this.opening.open(me, { id: caseId, version }, { title, agencyCode }, { key, input })
    return readSelection(this.db, me, id)
  }

  @Mutation(() => Selection)
  @CheckedInside('OpenSelection.attach')
  async attachSelectionRequest(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('caseId', ID_ARG) caseId: string,
    @Args('key') key: string,
  ): Promise<Selection> {
    await this.opening.attach(me, { id, version }, caseId, { key, input: { id, version, caseId } })
    return readSelection(this.db, me, id)
  }

  @Mutation(() => Selection)
  @CheckedInside('PlanSelection.posts')
  async saveSelectionPosts(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('posts', { type: () => [VacantPostInput] }) posts: VacantPostInput[],
    @Args('key') key: string,
  ): Promise<Selection> {
    await this.planning.posts(me, { id, version }, posts, { key, input: { id, version, posts } })
    return readSelection(this.db, me, id)
  }

  @Mutation(() => Selection)
  @CheckedInside('PlanSelection.plan')
  async saveSelectionPlan(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('plan') plan: SelectionPlanInput,
    @Args('key') key: string,
  ): Promise<Selection> {
    await this.planning.plan(me, { id, version }, plan, { key, input: { id, version, plan } })
    return readSelection(this.db, me, id)
  }

  @Mutation(() => Selection)
  @CheckedInside('ExtendAnnouncement.extend')
  async extendAnnouncement(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('closesOn', { type: () => LocalDateScalar }) closesOn: string,
    @Args('reason') reason: string,
    @Args('key') key: string,
  ): Promise<Selection> {
    await this.extending.extend(me, { id, version }, { closesOn, reason }, { key, input: { id, version, closesOn, reason } })
    return readSelection(this.db, me, id)
  }

  @Mutation(() => Selection)
  @CheckedInside('ExtendAnnouncement.drop')
  async dropVacantPost(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('postId', ID_ARG) postId: string,
    @Args('reason') reason: string,
    @Args('key') key: string,
  ): Promise<Selection> {
    await this.extending.drop(me, { id, version }, { postId, reason }, { key, input: { id, version, postId, reason } })
    return readSelection(this.db, me, id)
  }

  @Mutation(() => Selection, { description: 'On to the next stage; after the last, to the end' })
  @CheckedInside('AdvanceSelection.run')
  async advanceSelection(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('key') key: string,
  ): Promise<Selection> {
    await this.advancing.run(me, { id, version }, { key, input: { id, version } })
    return readSelection(this.db, me, id)
  }

  @Mutation(() => Selection, { description: 'Back to an earlier stage; of a finished selection also to the last' })
  @CheckedInside('ReopenSelection')
  async reopenSelection(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('reopening') reopening: ReopeningInput,
    @Args('key') key: string,
  ): Promise<Selection> {
    await this.reopening.run(me, { id, version }, reopening, { key, input: { id, version, reopening } })
    return readSelection(this.db, me, id)
  }

  @Mutation(() => Selection)
  @CheckedInside('AdvanceSelection.cancel')
  async cancelSelection(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('reason') reason: string,
    @Args('key') key: string,
  ): Promise<Selection> {
    await this.advancing.cancel(me, { id, version }, reason, { key, input: { id, version, reason } })
    return readSelection(this.db, me, id)
  }
}
