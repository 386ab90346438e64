import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { LetterFacts, LetterKind, LetterStatus, RichText, Secrecy, Urgency } from '@domain'
import { LetterKindEnum, LetterStatusEnum, SecrecyEnum, UrgencyEnum } from '../platform/enums.js'
import { CheckedInside } from '../platform/policy.js'
import { JsonScalar } from '../platform/scalars.js'

/** "Yth. Bupati Contoh / u.p. Kepala BKPSDM / di Contoh". */
@ObjectType()
@CheckedInside('whoever reads the letter')
@InputType('AddresseeInput')
export class Addressee {
  @Field() name: string
  @Field(() => String, { nullable: true }) attention: string | null
  @Field() place: string
}

/** One tier of the approval chain as it was fixed when the letter was submitted. */
@ObjectType()
@CheckedInside('whoever reads the letter')
export class ChainTier {
  @Field(() => Int) tier: number
  @Field(() => ID) positionId: string
  @Field() title: string
  @Field() approves: boolean
}

/** An outgoing letter: the row and the GraphQL object. The last five columns are copies of the case, kept by a database trigger. */
@Entity('letter')
@ObjectType()
@CheckedInside('readLetter, or the loader that led here')
export class Letter implements LetterFacts {
  readonly __typename = 'Letter' as const

  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('int') @Field(() => Int) version: number
  @Column('uuid') @Field(() => ID) caseId: string
  @Column('text') @Field(() => LetterKindEnum) kind: LetterKind
  @Column('text') @Field(() => LetterStatusEnum) status: LetterStatus
  @Column('boolean') @Field() closesCase: boolean
  @Column('text') @Field() archiveCode: string
  @Column('text') @Field(() => UrgencyEnum) urgency: Urgency
  @Column('text') @Field() subject: string
  @Column('jsonb') @Field(() => Addressee) addressee: Addressee
  @Column('text', { array: true }) @Field(() => [String]) cc: string[]
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) attachmentNote: string | null
  @Column('jsonb') @Field(() => JsonScalar) body: RichText
  @Column('int') @Field(() => Int) draftRevision: number
  @Column('timestamptz') @Field(() => Date) draftSavedAt: Date
  @Column('uuid') @Field(() => ID) drafterId: string
  @Column('text') @Field() drafterName: string
  @Column('uuid') drafterPositionId: string
  @Column('uuid', { array: true }) @Field(() => [ID]) authorIds: string[]
  @Column('uuid', { array: true }) @Field(() => [ID]) reviewerIds: string[]
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) voidRequestedBy: string | null
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) reviewerPositionId: string | null
  @Column('uuid', { nullable: true }) chainId: string | null
  @Column('jsonb') @Field(() => [ChainTier]) chain: ChainTier[]
  @Column('int') @Field(() => Int) tier: number
  @Column('int') @Field(() => Int) tiers: number
  @Column('int') @Field(() => Int) round: number
  @Column('int') @Field(() => Int) submittedVersion: number
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) submittedAt: Date | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) contentHash: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) returnReason: string | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) approvedAt: Date | null
  @Column('uuid', { nullable: true }) approvedBy: string | null
  @Column('text', { nullable: true }) approvedHash: string | null
  @Column('uuid', { nullable: true }) signatoryPositionId: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) signatoryName: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) signatoryTitle: string | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) issuedAt: Date | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) number: string | null
  @Column('text', { nullable: true }) issuedHash: string | null
  @Column('text', { nullable: true }) verificationToken: string | null
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) pdfFileId: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) pdfSha256: string | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) deliveredAt: Date | null
  @Column('timestamptz') @Field(() => Date) updatedAt: Date
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) caseUnitId: string | null
  @Column('text') @Field(() => SecrecyEnum) secrecy: Secrecy
  @Column('uuid', { array: true }) @Field(() => [ID]) caseHandlerPositionIds: string[]
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) caseHolderPositionId: string | null
  @Column('uuid') caseRegistrarId: string
  @Column('uuid', { array: true }) excludedPersonIds: string[]
  @Field(() => [ID], { name: 'excludedPersonIds', description: 'Always empty for those who may read the letter: the excluded may not' })
  get excludedForReaders(): string[] {
    return []
  }
}
