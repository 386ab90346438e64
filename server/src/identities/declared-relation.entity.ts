import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { RELATION_KINDS, type RelationKind } from '@domain'
import { graphqlEnum } from '../platform/graphql-enum.js'
import { CheckedInside } from '../platform/policy.js'

export const RelationKindEnum = graphqlEnum('RelationKind', RELATION_KINDS)

/** That a member of the staff is tied to a person (by NIP) or to an agency: they have no part in a case against either. */
@Entity('declared_relation')
@ObjectType()
@CheckedInside('the query gives the own, or all to those who keep the register')
export class DeclaredRelation {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('int') @Field(() => Int) version: number
  @Column('uuid') @Field(() => ID) personId: string
  @Column('text') @Field(() => RelationKindEnum) kind: RelationKind
  @Column('bytea', { nullable: true }) nipSealed: Buffer | null
  @Column('bytea', { nullable: true }) nipIndex: Buffer | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true, name: 'nip' }) nipMasked: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) agencyCode: string | null
  @Column('bytea', { nullable: true }) noteSealed: Buffer | null
  @Column('timestamptz') @Field(() => Date) declaredAt: Date
  @Column('uuid') declaredBy: string
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) endedAt: Date | null
  @Column('uuid', { nullable: true }) endedBy: string | null
}
