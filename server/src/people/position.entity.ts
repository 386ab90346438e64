import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Role } from '@domain'
import { RoleEnum } from '../platform/enums.js'
import { SignedIn } from '../platform/policy.js'

/** A post. Its role is what its holders may do; the superior is the next one up in dispositions and reviews. */
@Entity('position')
@ObjectType()
@SignedIn()
export class Position {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('int') @Field(() => Int) version: number
  @Column('text') @Field(() => String) code: string
  @Column('text') @Field(() => String) title: string
  @Column('uuid') @Field(() => ID) unitId: string
  @Column('text') @Field(() => RoleEnum) role: Role
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) superiorId: string | null
  /** Order in lists and on letterheads; 0 is first. */
  @Column('int') @Field(() => Int) rank: number
  @Column('timestamptz', { nullable: true }) closedAt: Date | null
}
