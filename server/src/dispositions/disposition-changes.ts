import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Field, ID, ObjectType } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import { TimelineEntry } from '../platform/event-log/timeline-entry.js'
import { findById } from '../platform/find-by-id.js'
import { ChangeMember } from '../platform/live/change-union.js'
import { Changes } from '../platform/live/changes.js'
import { CheckedInside } from '../platform/policy.js'
import { CursorScalar } from '../platform/scalars.js'
import { Disposition } from './disposition.entity.js'

/** A branch of a tree the receiver may read was added or changed its state. */
@ChangeMember()
@ObjectType()
@CheckedInside('permission at delivery')
export class DispositionChange {
  @Field(() => CursorScalar) cursor: string
  @Field(() => TimelineEntry) entry: TimelineEntry
  @Field(() => ID) caseId: string
  @Field(() => Disposition) disposition: Disposition
}

/** Tells the live stream about dispositions. */
@Injectable()
export class DispositionChanges implements OnModuleInit {
  constructor(
    private readonly changes: Changes,
    private readonly db: DataSource,
  ) {}

  onModuleInit(): void {
    this.changes.register({
      kinds: ['disposition.*'],
      typename: 'DispositionChange',
      subjectType: 'Disposition',
      resolve: async ({ subjectId }) => {
        const disposition = await findById(this.db.manager, Disposition, subjectId)
        return disposition && { caseId: disposition.caseId, disposition }
      },
    })
  }
}
