import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { AllowArea } from '../platform/policy.js'
import { DateTime } from '../platform/scalars.js'

export const LOCALES = ['id', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** Somebody who works here, as the administrators see them. The rest of the house knows names only (`PersonName`). */
@Entity('person')
@ObjectType()
@AllowArea('people')
export class Person {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('int') @Field(() => Int) version: number
  @Column('text') @Field(() => String) name: string
  /** Lower case; the login name. */
  @Column('text') @Field(() => String) email: string
  /** The NIP under the vault, and the index by which a reported person is recognised among the staff. */
  @Column('bytea', { nullable: true }) nipSealed: Buffer | null
  @Column('bytea', { nullable: true }) nipIndex: Buffer | null
  @Column('text') passwordHash: string
  /** Counted up to end every session of the person at once. */
  @Column('int') epoch: number
  @Column('timestamptz', { nullable: true }) @Field(() => DateTime, { nullable: true }) disabledAt: Date | null
  @Column('text') locale: Locale
}
