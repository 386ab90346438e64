import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { CheckedInside } from '../platform/policy.js'

/** quarantined: not looked at yet. clean: may be read. refused: its bytes are gone. */
export type FileState = 'quarantined' | 'clean' | 'refused'

/** Why a file was refused: not a kind we take, carries malware, not the size that was announced, or lost before it was looked at. */
export type FileRefusal = 'kind' | 'malware' | 'size' | 'lost'

/** A file of a case or the PDF of a letter. Bytes are stored under their SHA-256 and never change; only a clean file can be read. */
@Entity('file')
@ObjectType('CaseFile')
@CheckedInside('the loader checks the case, the query the uploader')
export class CaseFile {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) caseId: string | null
  @Column('uuid', { nullable: true }) letterId: string | null
  @Column('text') @Field() purpose: 'attachment' | 'letter'
  @Column('text') @Field() name: string
  @Column('text') @Field() mediaType: string
  @Column('bigint', { transformer: { from: Number, to: (size: number) => size } }) @Field(() => Int) size: number
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) sha256: string | null
  @Column('text') @Field(() => String) state: FileState
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) refusal: FileRefusal | null
  @Column('uuid', { nullable: true }) uploadedBy: string | null
  @Column('text') @Field() addedByName: string
  @Column('timestamptz') @Field(() => Date) addedAt: Date
  /** Since when it shows a sealed reporter to nobody; its name and kind are sealed from then on, its bytes as soon as a job came to them. */
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) sealedAt: Date | null
  @Column('bytea', { nullable: true }) nameSealed: Buffer | null
  @Column('boolean') bytesSealed: boolean
}
