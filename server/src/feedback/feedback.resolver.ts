import { Args, Field, ID, Int, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import { mayRead, Refusal, type Viewer } from '@domain'
import { TimelineEntry } from '../platform/event-log/timeline-entry.js'
import { findById } from '../platform/find-by-id.js'
import { grouped, inOrder, type Batch, type Loaders } from '../platform/loaders.js'
import { Load, Me } from '../platform/me.js'
import { countedPage, type CountedPage } from '../platform/merged-page.js'
import { CheckedInside } from '../platform/policy.js'
import { AnswerFeedback } from './answer-feedback.js'
import { AssignFeedback } from './assign-feedback.js'
import { EndFeedback } from './end-feedback.js'
import { AnswerFeedbackInput, AssignFeedbackInput, FeedbackFilter, LogFeedbackInput } from './feedback-input.js'
import { Feedback, FEEDBACK_COLUMNS, toFeedback } from './feedback.entity.js'
import { LogFeedback } from './log-feedback.js'
import { narrowed } from './narrowed.js'
import { ReadContact } from './read-contact.js'

@ObjectType()
@CheckedInside('the query that makes the page')
export class FeedbackPage implements CountedPage<Feedback> {
  @Field(() => [Feedback]) rows: Feedback[]
  @Field(() => String, { nullable: true }) endCursor: string | null
  /** Counted no further than 1,000; `totalCapped` says when there are more. */
  @Field(() => Int) total: number
  @Field() totalCapped: boolean
}

/** Who wrote, for those who answer them. Shown to one who asked for it, and never part of a feedback. */
@ObjectType()
@CheckedInside('ReadContact')
export class FeedbackContact {
  @Field(() => String, { nullable: true }) name: string | null
  @Field(() => String, { nullable: true }) contact: string | null
}

const ID_ARG = { type: () => ID }
const INT_ARG = { type: () => Int }

const timelineOf: Batch<string, TimelineEntry[]> = async (ids, { db }) => {
  const rows = await db.query<(TimelineEntry & { feedbackId: string })[]>(
    `SELECT id::text, kind, at, actor_name AS "actorName", position_title AS "positionTitle", on_behalf_of AS "onBehalfOf", note, detail,
       subject_id AS "feedbackId" FROM event WHERE subject_type = 'Feedback' AND subject_id = ANY ($1) ORDER BY event.id DESC LIMIT 500`,
    [ids],
  )
  return grouped(ids, rows, (row) => row.feedbackId)
}

const namedOf: Batch<string, boolean> = async (ids, { db }) => {
  const rows = await db.query<{ id: string; named: boolean }[]>(
    'SELECT id, name_sealed IS NOT NULL AS named FROM feedback WHERE id = ANY ($1)',
    [ids],
  )
  return inOrder(ids, rows, (row) => row.id).map((row) => row?.named ?? false)
}

/** Feedback about the services: its register and what is done with each. */
@Resolver(() => Feedback)
export class FeedbackResolver {
  constructor(
    private readonly db: DataSource,
    private readonly logging: LogFeedback,
    private readonly assigning: AssignFeedback,
    private readonly answering: AnswerFeedback,
    private readonly ending: EndFeedback,
    private readonly reading: ReadContact,
  ) {}

  @Query(() => FeedbackPage, { description: 'Last received first' })
  @CheckedInside('mergedPage: the rules as SQL')
  feedbacks(
    @Me() me: Viewer,
    @Args('filter', { nullable: true, type: () => FeedbackFilter }) filter?: FeedbackFilter | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first = 50,
    @Args('after', { nullable: true, type: () => String }) after?: string | null,
  ): Promise<FeedbackPage> {
    return countedPage(
      this.db,
      me,
      {
        subject: 'Feedback',
        from: 'feedback f',
        alias: 'f',
        where: narrowed(filter ?? {}),
        order: [{ sql: 'f.received_at', type: 'timestamptz', direction: 'DESC' }],
        select: FEEDBACK_COLUMNS,
        first,
        after: after ?? null,
      },
      toFeedback,
    )
  }

  @Query(() => Feedback)
  @CheckedInside('mayRead of the feedback')
  feedback(@Me() me: Viewer, @Args('id', ID_ARG) id: string): Promise<Feedback> {
    return this.read(me, id)
  }

  @ResolveField(() => Boolean, { description: 'Whether the writer gave a name' })
  @CheckedInside('whoever reached the feedback')
  named(@Parent() { id }: Feedback, @Load() loaders: Loaders): Promise<boolean> {
    return loaders.of(namedOf).load(id)
  }

  @ResolveField(() => [TimelineEntry])
  @CheckedInside('whoever reached the feedback')
  timeline(@Parent() { id }: Feedback, @Load() loaders: Loaders): Promise<TimelineEntry[]> {
    return loaders.of(timelineOf).load(id)
  }

  @Mutation(() => FeedbackContact, {
    description: 'Every call is a look of its own, written down; the answer is kept nowhere, so the key repeats nothing',
  })
  @CheckedInside('ReadContact')
  readFeedbackContact(@Me() me: Viewer, @Args('id', ID_ARG) id: string, @Args('key') _key: string): Promise<FeedbackContact> {
    return this.reading.run(me, id)
  }

  @Mutation(() => Feedback)
  @CheckedInside('LogFeedback')
  async logFeedback(@Me() me: Viewer, @Args('input') input: LogFeedbackInput, @Args('key') key: string): Promise<Feedback> {
    const { id } = await this.logging.run(me, input, { key, input })
    return this.read(me, id)
  }

  @Mutation(() => Feedback)
  @CheckedInside('AssignFeedback')
  async assignFeedback(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('input') input: AssignFeedbackInput,
    @Args('key') key: string,
  ): Promise<Feedback> {
    await this.assigning.run(me, { id, version }, input, { key, input: { id, version, input } })
    return this.read(me, id)
  }

  @Mutation(() => Feedback)
  @CheckedInside('AnswerFeedback')
  async answerFeedback(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('input') input: AnswerFeedbackInput,
    @Args('key') key: string,
  ): Promise<Feedback> {
    await this.answering.run(me, { id, version }, input, { key, input: { id, version, input } })
    return this.read(me, id)
  }

  @Mutation(() => Feedback)
  @CheckedInside('EndFeedback.close')
  async closeFeedback(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('key') key: string,
  ): Promise<Feedback> {
    await this.ending.close(me, { id, version }, { key, input: { id, version } })
    return this.read(me, id)
  }

  @Mutation(() => Feedback)
  @CheckedInside('EndFeedback.dismiss')
  async dismissFeedback(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('reason') reason: string,
    @Args('key') key: string,
  ): Promise<Feedback> {
    await this.ending.dismiss(me, { id, version }, reason, { key, input: { id, version, reason } })
    return this.read(me, id)
  }

  private async read(me: Viewer, id: string): Promise<Feedback> {
    const found = await findById(this.db.manager, Feedback, id)
    if (!found || !mayRead(me, found)) throw new Refusal('access.denied')
    return found
  }
}
