import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { OrganisationProfile as Profile } from '@domain'
import { LocalDateScalar } from '../platform/local-date.js'
import { SignedIn } from '../platform/policy.js'
import { DateTime } from '../platform/scalars.js'

/** One version of what stands at the head of every paper, in force from a Jakarta day until the next one. Never changed once it is saved. */
@Entity('organisation_profile')
@ObjectType()
@SignedIn()
export class OrganisationProfile implements Profile {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  /** 1 is the version of the installation. */
  @Column('int') @Field(() => Int) number: number
  @Column('date') @Field(() => LocalDateScalar) validFrom: string
  @Column('text') @Field() organisation: string
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) english: string | null
  @Column('text') @Field() address: string
  @Column('text') @Field() contact: string
  @Column('text') @Field() place: string
  /** The run of letter numbers. The same in every version: another name would give the same numbers a second time in a year. */
  @Column('text') @Field() series: string
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) emblemSvg: string | null
  /** Null for the version of the installation. */
  @Column('uuid', { nullable: true }) savedBy: string | null
  @Column('text') @Field() savedByName: string
  @Column('timestamptz') @Field(() => DateTime) savedAt: Date
}
