import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { SignedIn } from '../platform/policy.js'

export const UNIT_KINDS = ['leadership', 'pokja', 'secretariat', 'front_office', 'administration'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

/** A part of the organisation. The whole directory knows all of them. */
@Entity('unit')
@ObjectType()
@SignedIn()
export class Unit {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('int') @Field(() => Int) version: number
  @Column('text') @Field(() => String) code: string
  @Column('text') @Field(() => String) name: string
  @Column('text') @Field(() => String) kind: UnitKind
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) parentId: string | null
}
