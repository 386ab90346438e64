import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { ElectionRelation, FindingOutcome, Sanction, ViolationKind } from '@domain'
import { LocalDateScalar } from '../platform/local-date.js'
import { CheckedInside } from '../platform/policy.js'
import { ElectionRelationEnum, FindingOutcomeEnum, SanctionEnum, ViolationKindEnum } from './enums.js'

/** One thing one reported person is said to have done. */
@Entity('allegation')
@ObjectType()
@CheckedInside('readHandling')
export class Allegation {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('int') @Field(() => Int) version: number
  @Column('uuid') caseId: string
  @Column('uuid') @Field(() => ID) partyId: string
  @Column('text') @Field(() => ViolationKindEnum) violation: ViolationKind
  @Column('text') @Field() description: string
  @Column('text') @Field(() => ElectionRelationEnum) election: ElectionRelation
  @Column('date', { nullable: true }) @Field(() => LocalDateScalar, { nullable: true }) happenedOn: string | null
  @Column('timestamptz') @Field(() => Date) recordedAt: Date
  @Column('text') @Field() recordedByName: string
}

/** What was found about an allegation: one finding each. */
@Entity('finding')
@ObjectType()
@CheckedInside('readHandling')
export class Finding {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('int') @Field(() => Int) version: number
  @Column('uuid') caseId: string
  @Column('uuid') @Field(() => ID) allegationId: string
  @Column('text') @Field(() => FindingOutcomeEnum) outcome: FindingOutcome
  @Column('text') @Field(() => SanctionEnum) sanction: Sanction
  @Column('text') @Field() reasons: string
  @Column('timestamptz') @Field(() => Date) foundAt: Date
  @Column('text') @Field() foundByName: string
}
