import { Field, ID, InputType } from '@nestjs/graphql'
import type { IdentityCard, MedlinCategory, VisitEntry } from '@domain'
import { RegisterCaseInput } from '../cases/index.js'
import { IdentityCardEnum, MedlinCategoryEnum } from './visit-enums.js'

/** The guest book's form: the request as the register asks for it, and who stands at the counter. */
@InputType()
export class RegisterVisitInput extends RegisterCaseInput implements VisitEntry {
  @Field(() => MedlinCategoryEnum, { nullable: true }) category?: MedlinCategory | null
  @Field(() => IdentityCardEnum, { nullable: true }) identityCard?: IdentityCard | null
  @Field(() => String, { nullable: true }) identityNumber?: string | null
  @Field() identityShown: boolean
  @Field(() => ID, { nullable: true }) unitId?: string | null
  @Field(() => ID, { nullable: true, description: 'The officer the visitor asks for, or whom the front office proposes' })
  proposedPositionId?: string | null
  @Field(() => String, { nullable: true }) note?: string | null
}

/** A meeting as somebody plans it. Exactly one of room and link. */
@InputType()
export class MeetingInput {
  @Field(() => ID) officerPositionId: string
  @Field(() => ID, { nullable: true }) roomId?: string | null
  @Field(() => String, { nullable: true }) link?: string | null
  @Field(() => Date) startsAt: Date
  @Field(() => Date) endsAt: Date
}
