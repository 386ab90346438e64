import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { RELEASE_PURPOSES, RELEASE_STATUSES, type IdentityReleaseFacts, type ReleasePurpose, type ReleaseStatus } from '@domain'
import { graphqlEnum } from '../platform/graphql-enum.js'
import { CheckedInside } from '../platform/policy.js'

export const ReleaseStatusEnum = graphqlEnum('ReleaseStatus', RELEASE_STATUSES)
export const ReleasePurposeEnum = graphqlEnum('ReleasePurpose', RELEASE_PURPOSES)

/** That a sealed identity was asked for, by whom and why, who let it be seen and until when. The identity itself is nowhere near. */
@Entity('identity_release')
@ObjectType()
@CheckedInside('the list, loader or change that gives the row filters by the rules')
export class IdentityRelease implements IdentityReleaseFacts {
  readonly __typename = 'IdentityRelease' as const

  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('int') @Field(() => Int) version: number
  @Column('uuid') @Field(() => ID) caseId: string
  @Column('text') @Field(() => ReleaseStatusEnum) status: ReleaseStatus
  @Column('text') @Field(() => ReleasePurposeEnum) purpose: ReleasePurpose
  @Column('text') @Field() reason: string
  /** How long it was asked for; a custodian may grant less. */
  @Column('int') @Field(() => Int) hours: number
  @Column('uuid') @Field(() => ID) requestedBy: string
  @Column('text') @Field() requestedByName: string
  @Column('text') @Field() requestedByTitle: string
  @Column('timestamptz') @Field(() => Date) requestedAt: Date
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) decidedBy: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) decidedByName: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) decidedByTitle: string | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) decidedAt: Date | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) decisionNote: string | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) until: Date | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) endedAt: Date | null
  @Column('uuid', { nullable: true }) endedBy: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) endedByName: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) endReason: string | null
  @Column('int') @Field(() => Int) reads: number
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) lastReadAt: Date | null
  @Column('uuid', { array: true }) @Field(() => [ID]) caseAuthorIds: string[]
  @Column('uuid', { array: true }) @Field(() => [ID]) caseHandlerPositionIds: string[]
  @Column('uuid', { array: true }) excludedPersonIds: string[]
  @Field(() => [ID], { name: 'excludedPersonIds', description: 'Always empty for those who may read the release: the excluded may not' })
  get excludedForReaders(): string[] {
    return []
  }
}
