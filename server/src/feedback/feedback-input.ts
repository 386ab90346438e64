import { Field, ID, InputType } from '@nestjs/graphql'
import type { AnswerWay, ComplaintChannelKind, FeedbackContactKind, FeedbackKind, FeedbackState, Service } from '@domain'
import { ServiceEnum } from '../platform/enums.js'
import { AnswerWayEnum, FeedbackChannelEnum, FeedbackContactEnum, FeedbackKindEnum, FeedbackStateEnum } from './feedback-enums.js'

/** The form behind "Catat masukan". */
@InputType()
export class LogFeedbackInput {
  @Field(() => ServiceEnum, { nullable: true }) service?: Service | null
  @Field(() => FeedbackChannelEnum) channelKind: ComplaintChannelKind
  @Field({ description: 'One of the addresses that the standard of the service prints' }) channelAddress: string
  @Field(() => FeedbackKindEnum) kind: FeedbackKind
  @Field() text: string
  @Field(() => String, { nullable: true, description: 'Nobody: without a name there is no contact either' }) name?: string | null
  @Field(() => FeedbackContactEnum, { nullable: true }) contactKind?: FeedbackContactKind | null
  @Field(() => String, { nullable: true }) contact?: string | null
  @Field(() => Date, { nullable: true, description: 'Now, when left out' }) receivedAt?: Date | null
}

/** Who shall answer. */
@InputType()
export class AssignFeedbackInput {
  @Field(() => ID) unitId: string
  @Field(() => ID, { nullable: true, description: 'One post of the unit; without it whoever answers in the unit' }) positionId?:
    string | null
  @Field(() => String, { nullable: true }) note?: string | null
}

@InputType()
export class AnswerFeedbackInput {
  @Field() text: string
  @Field(() => AnswerWayEnum) way: AnswerWay
}

/** What a list of feedback is narrowed to. */
@InputType()
export class FeedbackFilter {
  @Field(() => [FeedbackStateEnum], { nullable: true }) states?: FeedbackState[] | null
  @Field(() => ServiceEnum, { nullable: true }) service?: Service | null
  @Field(() => Boolean, { nullable: true, description: 'Only what is about the services at large' }) general?: boolean | null
  @Field(() => FeedbackChannelEnum, { nullable: true }) channelKind?: ComplaintChannelKind | null
  @Field(() => FeedbackKindEnum, { nullable: true }) kind?: FeedbackKind | null
}
