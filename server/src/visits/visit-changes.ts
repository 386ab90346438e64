import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Field, ID, ObjectType } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import { TimelineEntry } from '../platform/event-log/timeline-entry.js'
import { ChangeMember } from '../platform/live/change-union.js'
import { Changes } from '../platform/live/changes.js'
import { CheckedInside } from '../platform/policy.js'
import { CursorScalar } from '../platform/scalars.js'
import { Booking } from './booking.entity.js'
import { Visit } from './visit.entity.js'

/** A visitor whom the receiver may see came, moved on or went. */
@ChangeMember()
@ObjectType()
@CheckedInside('permission at delivery')
export class VisitChange {
  @Field(() => CursorScalar) cursor: string
  @Field(() => TimelineEntry) entry: TimelineEntry
  @Field(() => ID) caseId: string
  @Field(() => Visit) visit: Visit
}

/** A meeting the receiver may see was booked, moved or ended. */
@ChangeMember()
@ObjectType()
@CheckedInside('permission at delivery')
export class BookingChange {
  @Field(() => CursorScalar) cursor: string
  @Field(() => TimelineEntry) entry: TimelineEntry
  @Field(() => ID) caseId: string
  @Field(() => Booking) booking: Booking
}

/** Tells the live stream about visits and bookings. */
@Injectable()
export class VisitChanges implements OnModuleInit {
  constructor(
    private readonly changes: Changes,
    private readonly db: DataSource,
  ) {}

  onModuleInit(): void {
    this.changes.register({
      kinds: ['visit.*'],
      typename: 'VisitChange',
      subjectType: 'Visit',
      resolve: async ({ subjectId }) => {
        const visit = await this.db.manager.findOneBy(Visit, { id: subjectId })
        return visit && { caseId: visit.caseId, visit }
      },
    })
    this.changes.register({
      kinds: ['booking.*'],
      typename: 'BookingChange',
      subjectType: 'Booking',
      resolve: async ({ subjectId }) => {
        const booking = await this.db.manager.findOneBy(Booking, { id: subjectId })
        return booking && { caseId: booking.caseId, booking }
      },
    })
  }
}
