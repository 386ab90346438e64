import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Field, ID, ObjectType } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import { TimelineEntry } from '../platform/event-log/timeline-entry.js'
import { ChangeMember } from '../platform/live/change-union.js'
import { Changes } from '../platform/live/changes.js'
import { CheckedInside } from '../platform/policy.js'
import { CursorScalar } from '../platform/scalars.js'
import { Letter } from './letter.entity.js'

/** A letter the receiver may read has moved, or one of its deliveries has. */
@ChangeMember()
@ObjectType()
@CheckedInside('permission at delivery')
export class LetterChange {
  @Field(() => CursorScalar) cursor: string
  @Field(() => TimelineEntry) entry: TimelineEntry
  @Field(() => ID) caseId: string
  @Field(() => Letter) letter: Letter
}

/** Tells the live stream about letters. */
@Injectable()
export class LetterChanges implements OnModuleInit {
  constructor(
    private readonly changes: Changes,
    private readonly db: DataSource,
  ) {}

  onModuleInit(): void {
    this.changes.register({
      kinds: ['letter.*', 'delivery.changed'],
      typename: 'LetterChange',
      subjectType: 'Letter',
      resolve: async ({ subjectId }) => {
        const letter = await this.db.manager.findOneBy(Letter, { id: subjectId })
        return letter && { caseId: letter.caseId, letter }
      },
    })
  }
}
