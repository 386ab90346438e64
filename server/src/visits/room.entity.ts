import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { SignedIn } from '../platform/policy.js'

/** A room in which visitors are met. */
@Entity('room')
@ObjectType()
@SignedIn()
export class Room {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('text') code: string
  @Column('text') @Field() name: string
  @Column('int') @Field(() => Int) seats: number
  @Column('timestamptz', { nullable: true }) closedAt: Date | null
}
