import { Field, ID, ObjectType } from '@nestjs/graphql'
import type { IdentityCard, MedlinCategory, VisitOutcome } from '@domain'
import { CheckedInside } from '../platform/policy.js'
import { Booking } from './booking.entity.js'
import { Room } from './room.entity.js'
import { IdentityCardEnum, MedlinCategoryEnum, VisitOutcomeEnum } from './visit-enums.js'

/** What a visit was about and how it ended: for those who may read its case. */
@ObjectType()
@CheckedInside('VisitsResolver.record')
export class VisitRecord {
  @Field(() => MedlinCategoryEnum, { nullable: true }) category: MedlinCategory | null
  @Field(() => IdentityCardEnum, { nullable: true }) identityCard: IdentityCard | null
  @Field(() => String, { nullable: true, description: 'Masked but for its last digits' }) identityNumber: string | null
  @Field(() => String, { nullable: true }) identityCheckedByName: string | null
  @Field(() => VisitOutcomeEnum, { nullable: true }) outcome: VisitOutcome | null
  @Field(() => String, { nullable: true }) minutes: string | null
  @Field(() => String, { nullable: true }) officerTitle: string | null
}

/** A mandatory requirement that a visitor has not brought, as their standard says it. */
@ObjectType()
@CheckedInside('whoever reached the visit')
export class MissingRequirement {
  @Field() code: string
  @Field({ description: 'In Indonesian' }) id: string
  @Field({ description: 'In English' }) en: string
}

@ObjectType()
@CheckedInside('whoever reached the visit')
export class OpenHours {
  @Field(() => Date) startsAt: Date
  @Field(() => Date) endsAt: Date
}

/** The promise that the beginning of the consultation keeps. */
@ObjectType()
@CheckedInside('whoever reached the visit')
export class VisitClock {
  @Field() code: string
  @Field(() => Date, { nullable: true }) startedAt: Date | null
  @Field(() => Date, { nullable: true }) dueAt: Date | null
  @Field(() => Date, { nullable: true }) stoppedAt: Date | null
  @Field({ description: 'Lateness is excused by the running activity of the unit' }) excusable: boolean
  @Field({ description: 'Counted in open minutes; otherwise in days' }) inMinutes: boolean
  @Field(() => [OpenHours], { description: 'The hours that count, on the days from start to due' }) openHours: readonly OpenHours[]
}

/** A taken stretch of the schedule. Who is met, and about what, only for those who may read the booking. */
@ObjectType()
@CheckedInside('scheduleOf')
export class ScheduleSlot {
  @Field(() => ID) id: string
  @Field(() => ID) officerPositionId: string
  @Field() officerName: string
  @Field(() => ID, { nullable: true }) roomId: string | null
  @Field() online: boolean
  @Field(() => Date) startsAt: Date
  @Field(() => Date) endsAt: Date
  @Field(() => Booking, { nullable: true }) booking: Booking | null
}

@ObjectType()
@CheckedInside('scheduleOf')
export class Schedule {
  @Field(() => [Room]) rooms: Room[]
  @Field(() => [ScheduleSlot]) slots: ScheduleSlot[]
  @Field(() => [OpenHours], { description: 'The service hours of these days' }) openHours: OpenHours[]
}

@ObjectType()
@CheckedInside('freeTimes')
export class FreeTime {
  @Field(() => Date) startsAt: Date
  @Field(() => Date) endsAt: Date
}
