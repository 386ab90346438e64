import { Field, ID, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { PartyRole, SenderKind } from '@domain'
import { PartyRoleEnum, SenderKindEnum } from '../platform/enums.js'
import { CheckedInside } from '../platform/policy.js'

/** Who asks, or who is reported. Identity columns are sealed; equality search goes through the blind indexes. */
@Entity('party')
@ObjectType()
@CheckedInside('the loader checks the case')
export class Party {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('uuid') caseId: string
  @Column('text') @Field(() => PartyRoleEnum) role: PartyRole
  @Column('text') @Field(() => SenderKindEnum) kind: SenderKind
  @Column('text') @Field() name: string
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) jobTitle: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) workUnit: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) agencyName: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) representative: string | null
  @Column('boolean', { nullable: true }) @Field(() => Boolean, { nullable: true }) activeAsn: boolean | null
  @Column('bytea', { nullable: true }) nikSealed: Buffer | null
  @Column('bytea', { nullable: true }) nikIndex: Buffer | null
  @Column('bytea', { nullable: true }) nipSealed: Buffer | null
  @Column('bytea', { nullable: true }) nipIndex: Buffer | null
  @Column('bytea', { nullable: true }) phoneSealed: Buffer | null
  @Column('bytea', { nullable: true }) emailSealed: Buffer | null
  @Column('bytea', { nullable: true }) addressSealed: Buffer | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true, name: 'nik' }) nikMasked: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true, name: 'nip' }) nipMasked: string | null
}
