import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { AnswerVisit } from './answer-visit.js'
import { AssignVisit } from './assign-visit.js'
import { BookMeeting } from './book-meeting.js'
import { Booking } from './booking.entity.js'
import { BookingsResolver, CaseBookingsResolver } from './bookings.resolver.js'
import { HoldMeeting } from './hold-meeting.js'
import { MoveVisit } from './move-visit.js'
import { ReceiveBooked } from './receive-booked.js'
import { RegisterVisit } from './register-visit.js'
import { Room } from './room.entity.js'
import { VisitChanges } from './visit-changes.js'
import { VisitSlipController } from './visit-slip.controller.js'
import { Visit } from './visit.entity.js'
import { CaseVisitsResolver, VisitsResolver } from './visits.resolver.js'

const ACTS = [RegisterVisit, MoveVisit, AssignVisit, AnswerVisit, HoldMeeting, BookMeeting, ReceiveBooked]

@Module({
  imports: [TypeOrmModule.forFeature([Visit, Booking, Room])],
  controllers: [VisitSlipController],
  providers: [...ACTS, VisitsResolver, CaseVisitsResolver, BookingsResolver, CaseBookingsResolver, VisitChanges],
  exports: ACTS,
})
export class VisitsModule {}
