import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { LocalDateScalar } from '../platform/local-date.js'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { DispositionFacts, DispositionKind, DispositionState, Secrecy } from '@domain'
import { DispositionKindEnum, DispositionStateEnum, SecrecyEnum } from '../platform/enums.js'
import { CheckedInside } from '../platform/policy.js'

/** One branch of the disposition tree. The last five columns are copies of the case, kept by a database trigger. */
@Entity('disposition')
@ObjectType()
@CheckedInside('the loader checks the case')
export class Disposition implements DispositionFacts {
  readonly __typename = 'Disposition' as const

  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('int') @Field(() => Int) version: number
  @Column('uuid') @Field(() => ID) caseId: string
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) parentId: string | null
  @Column('text') @Field(() => DispositionKindEnum) kind: DispositionKind
  @Column('text') @Field(() => DispositionStateEnum) state: DispositionState
  @Column('uuid') @Field(() => ID) fromPositionId: string
  @Column('uuid') fromPersonId: string
  @Column('text') @Field() fromPersonName: string
  @Column('text') @Field() fromTitle: string
  @Column('uuid') @Field(() => ID) toPositionId: string
  @Column('uuid') @Field(() => ID) toUnitId: string
  @Column('text', { array: true }) @Field(() => [String]) instructions: string[]
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) note: string | null
  @Column('date', { nullable: true }) @Field(() => LocalDateScalar, { nullable: true }) dueOn: string | null
  @Column('timestamptz') @Field(() => Date) sentAt: Date
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) readAt: Date | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) readByName: string | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) acceptedAt: Date | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) doneAt: Date | null
  @Column('timestamptz', { nullable: true }) endedAt: Date | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) closingNote: string | null
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) caseUnitId: string | null
  @Column('text') @Field(() => SecrecyEnum) secrecy: Secrecy
  @Column('uuid', { array: true }) @Field(() => [ID]) caseHandlerPositionIds: string[]
  @Column('uuid') @Field(() => ID) caseRegistrarId: string
  @Column('uuid', { array: true }) excludedPersonIds: string[]
  @Field(() => [ID], { name: 'excludedPersonIds' })
  get excludedForReaders(): string[] {
    return []
  }
}
