import { Field, ID, ObjectType } from '@nestjs/graphql'
import type { ReleasePurpose, SenderKind } from '@domain'
import { SenderKindEnum } from '../platform/enums.js'
import { CheckedInside } from '../platform/policy.js'
import { ReleasePurposeEnum } from './identity-release.entity.js'

const OptionalText = { nullable: true } as const

/** Who a sealed reporter is, for one look: with what the watermark over it says. */
@ObjectType()
@CheckedInside('ReadIdentity')
export class ReleasedIdentity {
  @Field(() => ID) releaseId: string
  /** Names this look in the trail, and on the watermark. */
  @Field(() => ID) readId: string
  @Field(() => Date) at: Date
  @Field(() => Date) until: Date
  @Field() readerName: string
  @Field() readerTitle: string
  @Field() pseudonym: string
  /** What it was released for; the watermark says it. */
  @Field(() => ReleasePurposeEnum) purpose: ReleasePurpose
  @Field(() => SenderKindEnum) kind: SenderKind
  @Field() name: string
  @Field(() => String, OptionalText) jobTitle: string | null
  @Field(() => String, OptionalText) workUnit: string | null
  @Field(() => String, OptionalText) agencyName: string | null
  @Field(() => String, OptionalText) representative: string | null
  @Field(() => String, OptionalText) nik: string | null
  @Field(() => String, OptionalText) nip: string | null
  @Field(() => String, OptionalText) phone: string | null
  @Field(() => String, OptionalText) email: string | null
  @Field(() => String, OptionalText) address: string | null
  @Field(() => String, OptionalText) letterNumber: string | null
}
