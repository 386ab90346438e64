import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { PointReminder, PointState, RecommendationPointFacts, Secrecy } from '@domain'
import { SecrecyEnum } from '../platform/enums.js'
import { LocalDateScalar } from '../platform/local-date.js'
import { CheckedInside } from '../platform/policy.js'
import { PointStateEnum } from './enums.js'

/** One numbered point of a recommendation, and what the PPK makes of it. The last six columns are copies of the case, kept by a database trigger. */
@Entity('recommendation_point')
@ObjectType()
@CheckedInside('the list, reader or loader that gives the row filters by the rules')
export class RecommendationPoint implements RecommendationPointFacts {
  readonly __typename = 'RecommendationPoint' as const

  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('int') @Field(() => Int) version: number
  @Column('uuid') @Field(() => ID) caseId: string
  @Column('int') @Field(() => Int) number: number
  @Column('text') @Field() text: string
  /** The post of the Pejabat Pembina Kepegawaian it is addressed to. */
  @Column('text') @Field() ppk: string
  @Column('text') @Field() agency: string
  /** Working days from the day the letter reached the PPK. */
  @Column('int') @Field(() => Int) days: number
  @Column('text') @Field(() => PointStateEnum) state: PointState
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) letterId: string | null
  @Column('uuid', { nullable: true }) calendarVersionId: string | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) openedAt: Date | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) dueAt: Date | null
  /** The last thing that was said while its time ran out. */
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) reminded: PointReminder | null
  @Column('timestamptz', { nullable: true }) nextReminderAt: Date | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) judgedAt: Date | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) judgedByName: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) judgement: string | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) endedAt: Date | null
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) caseUnitId: string | null
  @Column('text') @Field(() => SecrecyEnum) secrecy: Secrecy
  @Column('uuid', { array: true }) @Field(() => [ID]) caseHandlerPositionIds: string[]
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) caseHolderPositionId: string | null
  @Column('uuid') @Field(() => ID) caseRegistrarId: string
  @Column('uuid', { array: true }) excludedPersonIds: string[]
  @Field(() => [ID], { name: 'excludedPersonIds', description: 'Always empty for those who may read the point: the excluded may not' })
  get excludedForReaders(): string[] {
    return []
  }
}

/** What the PPK answered, by which letter. Never changed: a better answer is another reply. */
@Entity('point_reply')
@ObjectType()
@CheckedInside('whoever reached the point')
export class PointReply {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('uuid') pointId: string
  @Column('text') @Field() letterNumber: string
  @Column('date') @Field(() => LocalDateScalar) letterDate: string
  @Column('date') @Field(() => LocalDateScalar) receivedOn: string
  @Column('text') @Field() text: string
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) fileId: string | null
  @Column('timestamptz') @Field(() => Date) recordedAt: Date
  @Column('text') @Field() recordedByName: string
}

/** More time for a point, with its reason. */
@Entity('point_extension')
@ObjectType('PointExtension')
@CheckedInside('whoever reached the point')
export class PointExtensionRow {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('uuid') pointId: string
  @Column('int') @Field(() => Int) days: number
  @Column('text') @Field() reason: string
  @Column('timestamptz') @Field(() => Date) at: Date
  @Column('text') @Field() byName: string
}
