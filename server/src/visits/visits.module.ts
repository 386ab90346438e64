import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { AnswerVisit } from './answer-visit.js'
import { AssignVisit } from './assign-visit.js'
import { BookMeeting } from './book-meeting.js'
import { Booking } from './booking.entity.js'
import { BookingsResolver, CaseBookingsResolver } from './bookings.resolver.js'
import { CompleteVisit } from './complete-visit.js'
import { DisplacedBookings } from './displaced-bookings.js'
import { HoldMeeting } from './hold-meeting.js'
import { MoveVisit } from './move-visit.js'
import { ReceiveBooked } from './receive-booked.js'
import { RegisterVisit } from './register-visit.js'
import { Room } from './room.entity.js'
import { VisitChanges } from './visit-changes.js'
import { VisitSlipController } from './visit-slip.controller.js'
import { VisitPapersResolver } from './visit-papers.resolver.js'
import { Visit } from './visit.entity.js'
import { CaseVisitsResolver, VisitsResolver } from './visits.resolver.js'

const ACTS = [RegisterVisit, MoveVisit, CompleteVisit, AssignVisit, AnswerVisit, HoldMeeting, BookMeeting, ReceiveBooked]

@Module({
  imports: [TypeOrmModule.forFeature([Visit, Booking, Room])],
  controllers: [VisitSlipController],
  providers: [
    ...ACTS,
    DisplacedBookings,
    VisitsResolver,
    VisitPapersResolver,
    CaseVisitsResolver,
    BookingsResolver,
    CaseBookingsResolver,
    VisitChanges,
  ],
  exports: [...ACTS, DisplacedBookings],
})
export class VisitsModule {}
