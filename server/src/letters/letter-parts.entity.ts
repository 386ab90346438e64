import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { RichText, Urgency } from '@domain'
import { UrgencyEnum } from '../platform/enums.js'
import { CheckedInside } from '../platform/policy.js'
import { JsonScalar } from '../platform/scalars.js'
import { Addressee } from './letter.entity.js'

/** Everything the approval hash covers: what was submitted, and therefore what may be issued. */
export interface LetterContent {
  readonly subject: string
  readonly urgency: Urgency
  readonly addressee: Addressee
  readonly cc: readonly string[]
  readonly attachmentNote: string | null
  /** Goes into the number; missing in what was submitted before it was covered. */
  readonly archiveCode?: string
  readonly body: RichText
  /** The merge fields the body uses, filled; without those that only signing and issuing can fill. */
  readonly fields: Readonly<Record<string, string>>
}

/** What was submitted at one moment: immutable, numbered from 1 without gap, with the SHA-256 of its canonical JSON. */
@Entity('letter_version')
@ObjectType()
@CheckedInside('versionsOf')
export class LetterVersion {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('uuid') letterId: string
  @Column('int') @Field(() => Int) number: number
  @Column('jsonb') content: LetterContent
  @Column('text') @Field() contentHash: string
  @Column('uuid') authorId: string
  @Column('text') @Field() authorName: string
  @Column('timestamptz') @Field(() => Date) at: Date

  @Field() get subject(): string {
    return this.content.subject
  }
  @Field(() => JsonScalar) get body(): RichText {
    return this.content.body
  }
  @Field(() => UrgencyEnum) get urgency(): Urgency {
    return this.content.urgency
  }
  @Field(() => Addressee) get addressee(): Addressee {
    return this.content.addressee
  }
  @Field(() => [String]) get cc(): readonly string[] {
    return this.content.cc
  }
  @Field(() => String, { nullable: true }) get attachmentNote(): string | null {
    return this.content.attachmentNote
  }
  @Field(() => String, { nullable: true }) get archiveCode(): string | null {
    return this.content.archiveCode ?? null
  }
}

/** Somebody's act on a submitted letter: person and post, and for whom when acting. Never changed afterwards. */
@Entity('review_step')
@ObjectType()
@CheckedInside('stepsOf')
export class ReviewStep {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('uuid') letterId: string
  @Column('int') @Field(() => Int) round: number
  @Column('int') @Field(() => Int) tier: number
  @Column('text') @Field() action: string
  @Column('uuid') personId: string
  @Column('text') @Field() personName: string
  @Column('uuid') positionId: string
  @Column('text') @Field() positionTitle: string
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) onBehalfOf: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) contentHash: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) note: string | null
  @Column('timestamptz') @Field(() => Date) at: Date
}

/** A remark on a version, optionally on a passage of it. */
@Entity('letter_comment')
@ObjectType()
@CheckedInside('commentsOf')
export class LetterComment {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('uuid') letterId: string
  @Column('int') @Field(() => Int) versionNumber: number
  @Column('uuid') @Field(() => ID) authorId: string
  @Column('text') @Field() authorName: string
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) positionTitle: string | null
  @Column('text') @Field() text: string
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) quote: string | null
  @Column('timestamptz') @Field(() => Date) at: Date
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) resolvedAt: Date | null
  @Column('uuid', { nullable: true }) resolvedBy: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) resolvedByName: string | null
}
