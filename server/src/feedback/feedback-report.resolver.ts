import { Args, Field, Float, Int, ObjectType, Query, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import type { ComplaintChannelKind, FeedbackReportLine, Service } from '@domain'
import { ServiceEnum } from '../platform/enums.js'
import { LocalDateScalar } from '../platform/local-date.js'
import { AllowArea } from '../platform/policy.js'
import { FeedbackChannelEnum } from './feedback-enums.js'
import { reportBetween } from './report-between.js'

/** What came about one service by one kind of channel, and how it was answered. Counts only. */
@ObjectType()
@AllowArea('feedback_report')
export class FeedbackReportRow implements FeedbackReportLine {
  @Field(() => ServiceEnum, { nullable: true }) service: Service | null
  @Field(() => FeedbackChannelEnum) channelKind: ComplaintChannelKind
  @Field(() => Int) complaints: number
  @Field(() => Int) suggestions: number
  @Field(() => Int) appreciations: number
  @Field(() => Int) total: number
  @Field(() => Int) answered: number
  @Field(() => Int) dismissed: number
  @Field(() => Float, { nullable: true, description: 'Of what was not dismissed: 0 to 1' }) shareAnswered: number | null
  @Field(() => Float, { nullable: true, description: 'From receipt to answer, open minutes of the office' }) medianMinutes: number | null
}

/** The report per service and channel; the same numbers leave as CSV. */
@Resolver()
export class FeedbackReportResolver {
  constructor(private readonly db: DataSource) {}

  @Query(() => [FeedbackReportRow], { description: 'What was received from one day to another, both included' })
  @AllowArea('feedback_report')
  feedbackReport(
    @Args('from', { type: () => LocalDateScalar }) from: string,
    @Args('until', { type: () => LocalDateScalar }) until: string,
  ): Promise<FeedbackReportRow[]> {
    return reportBetween(this.db, from, until)
  }
}
