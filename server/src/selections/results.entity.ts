import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Authority, Component, PostLevel } from '@domain'
import { LocalDateScalar } from '../platform/local-date.js'
import { CheckedInside } from '../platform/policy.js'
import { AuthorityEnum, ComponentEnum } from './enums.js'

const RELEASED = 'the loader asks read_results of the selection'

/** Somebody who applies for a post, or was invited to. The NIP is sealed; people see it masked. */
@Entity('candidate')
@ObjectType()
@CheckedInside(RELEASED)
export class Candidate {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('uuid') selectionId: string
  @Column('uuid') @Field(() => ID) postId: string
  @Column('int') @Field(() => Int) number: number
  @Column('text') @Field() name: string
  @Column('bytea') nipSealed: Buffer
  @Column('bytea') nipIndex: Buffer
  @Column('text') @Field() nipMasked: string
  @Column('text') @Field() agencyName: string
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) jobTitle: string | null
  @Column('boolean') @Field() invited: boolean
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) recommendationNumber: string | null
  @Column('date', { nullable: true }) @Field(() => LocalDateScalar, { nullable: true }) recommendationOn: string | null
  @Column('boolean', { nullable: true }) @Field(() => Boolean, { nullable: true }) qualified: boolean | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) qualificationNote: string | null
}

/** That the scores of a component were recorded for a post: by whom, from where, and why equal scores stand in their order. */
@Entity('component_result')
@ObjectType()
@CheckedInside(RELEASED)
export class RecordedComponent {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('uuid') selectionId: string
  @Column('uuid') @Field(() => ID) postId: string
  @Column('text') @Field(() => ComponentEnum) component: Component
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) tieReason: string | null
  @Column('timestamptz') @Field(() => Date) recordedAt: Date
  @Column('text') @Field() recordedByName: string
  @Column('text') @Field(() => String) source: 'typed' | 'table'
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) tableSha256: string | null
}

/** What one participant got in one component. */
@Entity('candidate_score')
@ObjectType()
@CheckedInside(RELEASED)
export class CandidateScore {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('uuid') @Field(() => ID) candidateId: string
  @Column('uuid') @Field(() => ID) postId: string
  @Column('text') @Field(() => ComponentEnum) component: Component
  @Column('numeric', { precision: 5, scale: 2, transformer: { from: Number, to: (score: number) => score } })
  @Field(() => Float)
  score: number
  @Column('int') @Field(() => Int) rank: number
  @Column('boolean') @Field() proceeds: boolean
}

/** One of the three best for a post. */
@Entity('shortlisted')
@ObjectType()
@CheckedInside(RELEASED)
export class Shortlisted {
  @PrimaryColumn('uuid') @Field(() => ID) postId: string
  @PrimaryColumn('uuid') @Field(() => ID) candidateId: string
  @Column('int') @Field(() => Int) place: number
  @Column('text') component: 'final'
  @Column('timestamptz') @Field(() => Date) at: Date
}

/** Whom the authority chose from the three, and its decree. */
@Entity('appointment')
@ObjectType()
@CheckedInside(RELEASED)
export class Appointment {
  @PrimaryColumn('uuid') @Field(() => ID) postId: string
  @Column('text') level: PostLevel
  @Column('text') @Field(() => AuthorityEnum) authority: Authority
  @Column('uuid') @Field(() => ID) candidateId: string
  @Column('text') @Field() decreeNumber: string
  @Column('date') @Field(() => LocalDateScalar) decreeOn: string
  @Column('timestamptz') @Field(() => Date) recordedAt: Date
  @Column('text') @Field() recordedByName: string
}
