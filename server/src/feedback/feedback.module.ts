import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { AnswerFeedback } from './answer-feedback.js'
import { AssignFeedback } from './assign-feedback.js'
import { EndFeedback } from './end-feedback.js'
import { FeedbackChanges } from './feedback-changes.js'
import { FeedbackReportController } from './feedback-report.controller.js'
import { FeedbackReportResolver } from './feedback-report.resolver.js'
import { Feedback } from './feedback.entity.js'
import { FeedbackResolver } from './feedback.resolver.js'
import { LogFeedback } from './log-feedback.js'
import { ReadContact } from './read-contact.js'

const ACTS = [LogFeedback, AssignFeedback, AnswerFeedback, EndFeedback, ReadContact]

@Module({
  imports: [TypeOrmModule.forFeature([Feedback])],
  controllers: [FeedbackReportController],
  providers: [...ACTS, FeedbackResolver, FeedbackReportResolver, FeedbackChanges],
  exports: ACTS,
})
export class FeedbackModule {}
