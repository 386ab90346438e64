import { Field, ID, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { CheckedInside } from '../platform/policy.js'

/** That somebody of the Sekretariat asked to void a letter's number, and what Pimpinan answered: `asked`, `granted` or `declined`. */
@Entity('void_request')
@ObjectType()
@CheckedInside('voidRequestsOf')
export class VoidRequest {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('int') version: number
  @Column('uuid') letterId: string
  @Column('text') @Field() status: 'asked' | 'granted' | 'declined'
  @Column('text') @Field() reason: string
  @Column('uuid') askedBy: string
  @Column('text') @Field() askedByName: string
  @Column('text') @Field() askedByTitle: string
  @Column('timestamptz') @Field(() => Date) askedAt: Date
  @Column('uuid', { nullable: true }) answeredBy: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) answeredByName: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) answeredByTitle: string | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) answeredAt: Date | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) note: string | null
}
