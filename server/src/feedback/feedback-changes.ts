import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Field, ID, ObjectType } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import { TimelineEntry } from '../platform/event-log/timeline-entry.js'
import { ChangeMember } from '../platform/live/change-union.js'
import { Changes } from '../platform/live/changes.js'
import { CheckedInside } from '../platform/policy.js'
import { CursorScalar } from '../platform/scalars.js'
import { Feedback } from './feedback.entity.js'

/** A feedback the receiver may read was logged or has moved. */
@ChangeMember()
@ObjectType()
@CheckedInside('permission at delivery')
export class FeedbackChange {
  @Field(() => CursorScalar) cursor: string
  @Field(() => TimelineEntry) entry: TimelineEntry
  @Field(() => ID) feedbackId: string
  @Field(() => Feedback) feedback: Feedback
}

/** Tells the live stream about feedback. */
@Injectable()
export class FeedbackChanges implements OnModuleInit {
  constructor(
    private readonly changes: Changes,
    private readonly db: DataSource,
  ) {}

  onModuleInit(): void {
    this.changes.register({
      kinds: ['feedback.*'],
      typename: 'FeedbackChange',
      subjectType: 'Feedback',
      resolve: async ({ subjectId }) => {
        const feedback = await this.db.manager.findOneBy(Feedback, { id: subjectId })
        return feedback && { feedbackId: feedback.id, feedback }
      },
    })
  }
}
