import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Field, ID, ObjectType } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import { Case } from '../cases/index.js'
import { TimelineEntry } from '../platform/event-log/timeline-entry.js'
import { ChangeMember } from '../platform/live/change-union.js'
import { Changes } from '../platform/live/changes.js'
import { CheckedInside } from '../platform/policy.js'
import { CursorScalar } from '../platform/scalars.js'
import { RecommendationPoint } from './recommendation-point.entity.js'

/** Something was recorded in the handling of a complaint the receiver may read. */
@ChangeMember()
@ObjectType()
@CheckedInside('permission at delivery')
export class HandlingChange {
  @Field(() => CursorScalar) cursor: string
  @Field(() => TimelineEntry) entry: TimelineEntry
  @Field(() => ID) caseId: string
  @Field(() => Case) case: Case
}

/** A recommendation point the receiver may read was written, bound, answered or judged, or its time runs out. */
@ChangeMember()
@ObjectType()
@CheckedInside('permission at delivery')
export class PointChange {
  @Field(() => CursorScalar) cursor: string
  @Field(() => TimelineEntry) entry: TimelineEntry
  @Field(() => ID) caseId: string
  @Field(() => RecommendationPoint) point: RecommendationPoint
}

/** Tells the live stream about the handling of complaints. */
@Injectable()
export class HandlingChanges implements OnModuleInit {
  constructor(
    private readonly changes: Changes,
    private readonly db: DataSource,
  ) {}

  onModuleInit(): void {
    this.changes.register({
      kinds: ['handling.*'],
      typename: 'HandlingChange',
      subjectType: 'Case',
      resolve: async ({ subjectId }) => {
        const found = await this.db.manager.findOneBy(Case, { id: subjectId })
        return found && { caseId: found.id, case: found }
      },
    })
    this.changes.register({
      kinds: ['point.*'],
      typename: 'PointChange',
      subjectType: 'RecommendationPoint',
      resolve: async ({ subjectId }) => {
        const point = await this.db.manager.findOneBy(RecommendationPoint, { id: subjectId })
        return point && { caseId: point.caseId, point }
      },
    })
  }
}
