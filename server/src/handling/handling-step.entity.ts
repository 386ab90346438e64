import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { HandlingMethod, HandlingStepKind, ParticipantRole, StepParticipant as Taking, StepState } from '@domain'
import { CheckedInside } from '../platform/policy.js'
import { HandlingMethodEnum, ParticipantRoleEnum, StepKindEnum, StepStateEnum } from './enums.js'

/** A clarification, an examination or a talk with the agency, with its minutes (berita acara). */
@Entity('handling_step')
@ObjectType()
@CheckedInside('readHandling')
export class HandlingStep {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('int') @Field(() => Int) version: number
  @Column('uuid') @Field(() => ID) caseId: string
  @Column('text') @Field(() => StepKindEnum) kind: HandlingStepKind
  @Column('text') @Field(() => StepStateEnum) state: StepState
  @Column('text') @Field(() => HandlingMethodEnum) method: HandlingMethod
  @Column('text') @Field() place: string
  @Column('timestamptz') @Field(() => Date) scheduledAt: Date
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) heldAt: Date | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) minutes: string | null
  @Column('boolean') @Field() readBack: boolean
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) minutedAt: Date | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) minutedByName: string | null
  @Column('text', { nullable: true }) minutedByTitle: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) cancelReason: string | null
  @Column('timestamptz') @Field(() => Date) plannedAt: Date
  @Column('text') @Field() plannedByName: string
}

/** Who takes part in a step, in order, and whether they signed its minutes. */
@Entity('step_participant')
@ObjectType()
@CheckedInside('readHandling')
export class StepParticipant implements Taking {
  @PrimaryColumn('uuid') stepId: string
  @PrimaryColumn('int') place: number
  @Column('text') @Field() name: string
  @Column('text') @Field(() => ParticipantRoleEnum) role: ParticipantRole
  @Column('boolean') @Field() signed: boolean
}
