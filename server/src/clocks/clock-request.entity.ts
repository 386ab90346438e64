import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import {
  CLOCK_REQUEST_KINDS,
  CLOCK_REQUEST_STATUSES,
  type Classification,
  type ClockRequestFacts,
  type ClockRequestKind,
  type ClockRequestStatus,
  type PauseReason,
} from '@domain'
import type { Case } from '../cases/case.entity.js'
import { graphqlEnum } from '../platform/graphql-enum.js'
import { CheckedInside } from '../platform/policy.js'

const KindEnum = graphqlEnum('ClockRequestKind', CLOCK_REQUEST_KINDS)
const StatusEnum = graphqlEnum('ClockRequestStatus', CLOCK_REQUEST_STATUSES)

/** What somebody asked of a second person about the clocks of a case: a pause, more time, a classification that takes longer; and the answer. */
@Entity('clock_request')
@ObjectType()
@CheckedInside('requestsOfCases')
export class ClockRequest {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('int') @Field(() => Int) version: number
  @Column('uuid') @Field(() => ID) caseId: string
  /** Null where the whole case is concerned: a classification. */
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) clockId: string | null
  @Column('text') @Field(() => KindEnum) kind: ClockRequestKind
  @Column('text') @Field(() => StatusEnum) status: ClockRequestStatus
  @Column('text') @Field() reason: string
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) pauseReason: PauseReason | null
  /** How much more is asked for, in the unit of the limit. */
  @Column('int', { nullable: true }) @Field(() => Int, { nullable: true }) amount: number | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) classification: Classification | null
  @Column('uuid') @Field(() => ID) askedBy: string
  @Column('text') @Field() askedByName: string
  @Column('text') @Field() askedByTitle: string
  @Column('timestamptz') @Field(() => Date) askedAt: Date
  @Column('uuid') @Field(() => ID) approverPositionId: string
  @Column('uuid', { nullable: true }) answeredBy: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) answeredByName: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) answeredByTitle: string | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) answeredAt: Date | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) note: string | null
}

/** What the rules know of a request. */
export const requestFacts = (
  request: Pick<ClockRequest, 'id' | 'caseId' | 'status' | 'askedBy' | 'approverPositionId'>,
  { excludedPersonIds }: Pick<Case, 'excludedPersonIds'>,
): ClockRequestFacts => ({
  __typename: 'ClockRequest',
  id: request.id,
  caseId: request.caseId,
  status: request.status,
  askedBy: request.askedBy,
  approverPositionId: request.approverPositionId,
  excludedPersonIds: [...excludedPersonIds],
})
