import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { HandlingMethod, HandlingPlan as Plan } from '@domain'
import { CheckedInside } from '../platform/policy.js'
import { HandlingMethodEnum } from './enums.js'

/** What the analysis decided: online or face to face, when, where, by whom. The letter to the complainant quotes it. */
@Entity('handling_plan')
@ObjectType()
@CheckedInside('readHandling')
export class HandlingPlan implements Plan {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('int') @Field(() => Int) version: number
  @Column('uuid') caseId: string
  @Column('text') @Field(() => HandlingMethodEnum) method: HandlingMethod
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) at: Date | null
  @Column('text') @Field() place: string
  @Column('text') @Field() officer: string
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) officerPhone: string | null
  @Column('timestamptz') @Field(() => Date) decidedAt: Date
  @Column('text') @Field() decidedByName: string
}
