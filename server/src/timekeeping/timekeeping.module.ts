import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { ClockRequest } from '../clocks/clock-request.entity.js'
import { ClockSheetController } from './clock-sheet.controller.js'
import { RequestExtension } from './extend-clock.js'
import { JudgeClockRequest } from './judge-request.js'
import { PauseClock, ResumeClock } from './pause-clock.js'
import { PreviewReclassification } from './preview-reclassification.js'
import { ReclassifyCase } from './reclassify-case.js'
import { ClockRequestsResolver } from './requests.resolver.js'
import { ExcuseClock, SetClockLimit } from './set-clock-limit.js'
import { ClockExceptionsResolver, TimekeepingResolver } from './timekeeping.resolver.js'

const ACTS = [PauseClock, ResumeClock, RequestExtension, JudgeClockRequest, ReclassifyCase, SetClockLimit, ExcuseClock]

/** What people do with the clocks of a case. The clocks themselves lie below the cases, in `clocks`. */
@Module({
  imports: [TypeOrmModule.forFeature([ClockRequest])],
  controllers: [ClockSheetController],
  providers: [...ACTS, PreviewReclassification, TimekeepingResolver, ClockExceptionsResolver, ClockRequestsResolver],
  exports: ACTS,
})
export class TimekeepingModule {}
