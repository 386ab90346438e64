import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { EvidenceKind, EvidenceResult } from '@domain'
import { CheckedInside } from '../platform/policy.js'
import { EvidenceKindEnum, EvidenceResultEnum } from './enums.js'

/** A piece of evidence for an allegation, and what its check found. */
@Entity('evidence')
@ObjectType()
@CheckedInside('readHandling')
export class Evidence {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('int') @Field(() => Int) version: number
  @Column('uuid') caseId: string
  @Column('uuid') @Field(() => ID) allegationId: string
  @Column('text') @Field(() => EvidenceKindEnum) kind: EvidenceKind
  @Column('text') @Field() description: string
  /** The witness, the publisher or whoever made or kept it. */
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) source: string | null
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) fileId: string | null
  /** The codes of `EVIDENCE_CHECKS` answered with yes. */
  @Column('text', { array: true }) @Field(() => [String]) checksMet: string[]
  @Column('text') @Field(() => EvidenceResultEnum) result: EvidenceResult
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) checkNote: string | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) checkedAt: Date | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) checkedByName: string | null
  @Column('timestamptz') @Field(() => Date) recordedAt: Date
  @Column('text') @Field() recordedByName: string
}
