import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { BookingFacts, BookingState, Secrecy } from '@domain'
import { SecrecyEnum } from '../platform/enums.js'
import { CheckedInside } from '../platform/policy.js'
import { BookingStateEnum } from './visit-enums.js'

/** A meeting agreed for a case: an officer, a room or a link, and a time that nobody else has. The last six columns are copies of the case. */
@Entity('booking')
@ObjectType()
@CheckedInside('the list, reader or loader that gives the row filters by the rules')
export class Booking implements BookingFacts {
  readonly __typename = 'Booking' as const

  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('int') @Field(() => Int) version: number
  @Column('uuid') @Field(() => ID) caseId: string
  @Column('text') @Field(() => BookingStateEnum) state: BookingState
  @Column('uuid') @Field(() => ID) officerPositionId: string
  @Column('uuid') @Field(() => ID) officerPersonId: string
  @Column('text') @Field() officerName: string
  @Column('text') @Field() officerTitle: string
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) roomId: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) link: string | null
  @Column('timestamptz') @Field(() => Date) startsAt: Date
  @Column('timestamptz') @Field(() => Date) endsAt: Date
  @Column('int') @Field(() => Int) sequence: number
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) reason: string | null
  @Column('uuid') madeBy: string
  @Column('text') @Field() madeByName: string
  @Column('timestamptz') @Field(() => Date) madeAt: Date
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) endedAt: Date | null
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) caseUnitId: string | null
  @Column('text') @Field(() => SecrecyEnum) secrecy: Secrecy
  @Column('uuid', { array: true }) @Field(() => [ID]) caseHandlerPositionIds: string[]
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) caseHolderPositionId: string | null
  @Column('uuid') @Field(() => ID) caseRegistrarId: string
  @Column('uuid', { array: true }) excludedPersonIds: string[]
  @Field(() => [ID], { name: 'excludedPersonIds', description: 'Always empty for those who may read the booking: the excluded may not' })
  get excludedForReaders(): string[] {
    return []
  }
}
