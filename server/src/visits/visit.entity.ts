import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { IdentityCard, MedlinCategory, Secrecy, Service, VisitChannel, VisitFacts, VisitOutcome, VisitState } from '@domain'
import { SecrecyEnum, ServiceEnum } from '../platform/enums.js'
import { LocalDateScalar } from '../platform/local-date.js'
import { CheckedInside } from '../platform/policy.js'
import { VisitChannelEnum, VisitStateEnum } from './visit-enums.js'

/**
 * Somebody who came, or joined online. Its fields are what the front office may know: who waits, for whom, since when. What the visit was about and
 * how it ended stands in `VisitRecord` and in the case. The last six columns are copies of the case, kept by a database trigger.
 */
@Entity('visit')
@ObjectType()
@CheckedInside('the list, reader or loader that gives the row filters by the rules')
export class Visit implements VisitFacts {
  readonly __typename = 'Visit' as const

  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('int') @Field(() => Int) version: number
  @Column('uuid') @Field(() => ID) caseId: string
  @Column('text') @Field(() => ServiceEnum) service: Service
  @Column('text') @Field(() => VisitChannelEnum) channel: VisitChannel
  @Column('text') @Field(() => VisitStateEnum) state: VisitState
  @Column('text', { nullable: true }) category: MedlinCategory | null
  @Column('date') @Field(() => LocalDateScalar) queueDay: string
  @Column('int', { nullable: true }) @Field(() => Int, { nullable: true }) queueNumber: number | null
  @Column('text') @Field() visitorName: string
  @Column('text', { nullable: true }) identityCard: IdentityCard | null
  @Column('text', { nullable: true }) identityMasked: string | null
  @Column('bytea', { nullable: true }) identitySealed: Buffer | null
  @Column('uuid', { nullable: true }) identityCheckedBy: string | null
  @Column('text', { nullable: true }) identityCheckedByName: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true, description: 'A word of the front office to the unit' }) note:
    string | null
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) proposedPositionId: string | null
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) bookingId: string | null
  @Column('timestamptz') @Field(() => Date) arrivedAt: Date
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) routedAt: Date | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) answeredAt: Date | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) answeredByName: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) answeredByTitle: string | null
  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What the unit lets the visitor know: why not, or why later' })
  answerReason: string | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) confirmedAt: Date | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) waitingAt: Date | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) begunAt: Date | null
  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'The running activity of the unit that made the visitor wait' })
  activityReason: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) officerName: string | null
  @Column('text', { nullable: true }) officerTitle: string | null
  @Column('text', { nullable: true }) outcome: VisitOutcome | null
  @Column('text', { nullable: true }) minutes: string | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) endedAt: Date | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) endReason: string | null
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) caseUnitId: string | null
  @Column('text') @Field(() => SecrecyEnum) secrecy: Secrecy
  @Column('uuid', { array: true }) @Field(() => [ID]) caseHandlerPositionIds: string[]
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) caseHolderPositionId: string | null
  @Column('uuid') @Field(() => ID) caseRegistrarId: string
  @Column('uuid', { array: true }) excludedPersonIds: string[]
  @Field(() => [ID], { name: 'excludedPersonIds', description: 'Always empty for those who may read the visit: the excluded may not' })
  get excludedForReaders(): string[] {
    return []
  }
}
