import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { DataSource, In } from 'typeorm'
import { epochMs, isInServiceHours, mayRead, Refusal, type IdentityCard, type Viewer } from '@domain'
import { Case } from '../cases/index.js'
import { grouped, inOrder, type Batch, type Loaders } from '../platform/loaders.js'
import { LocalDateScalar } from '../platform/local-date.js'
import { Load, Me } from '../platform/me.js'
import { Moment } from '../platform/moment.js'
import { AllowArea, CheckedInside } from '../platform/policy.js'
import { calendarInForce } from '../standards/index.js'
import { BookMeeting } from './book-meeting.js'
import { Booking } from './booking.entity.js'
import { ReceiveBooked } from './receive-booked.js'
import { Room } from './room.entity.js'
import { freeTimes, roomsOf, scheduleOf } from './schedule.query.js'
import { IdentityCardEnum } from './visit-enums.js'
import { MeetingInput } from './visit-input.js'
import { FreeTime, Schedule } from './visit-parts.js'
import { Visit } from './visit.entity.js'

const ID_ARG = { type: () => ID }
const INT_ARG = { type: () => Int }
const DATE_ARG = { type: () => LocalDateScalar }

const visitorsOf: Batch<string, { id: string; senderName: string } | null> = async (ids, { db }) =>
  inOrder(ids, await db.manager.find(Case, { where: { id: In([...ids]) }, select: { id: true, senderName: true } }), (row) => row.id)

@Resolver(() => Booking)
export class BookingsResolver {
  constructor(
    private readonly db: DataSource,
    private readonly meetings: BookMeeting,
    private readonly received: ReceiveBooked,
  ) {}

  @Query(() => Schedule, { description: 'Rooms, taken times and service hours of some days, both included' })
  @AllowArea('visits')
  schedule(@Me() me: Viewer, @Args('from', DATE_ARG) from: string, @Args('to', DATE_ARG) to: string): Promise<Schedule> {
    return scheduleOf(this.db, me, from, to)
  }

  @Query(() => [Room])
  @AllowArea('visits')
  rooms(): Promise<Room[]> {
    return roomsOf(this.db)
  }

  @Query(() => [FreeTime], { description: 'The next times that officer and room have free together' })
  @AllowArea('visits')
  async freeTimes(
    @Args('officerPositionId', ID_ARG) officerPositionId: string,
    @Args('minutes', INT_ARG) minutes: number,
    @Args('roomId', { type: () => ID, nullable: true }) roomId?: string | null,
  ): Promise<FreeTime[]> {
    return freeTimes(this.db, { officerPositionId, roomId: roomId ?? null, minutes, from: await Moment.now(this.db) })
  }

  @ResolveField(() => String, { description: 'Who is met' })
  @CheckedInside('whoever reached the booking')
  async visitorName(@Parent() booking: Booking, @Load() loaders: Loaders): Promise<string> {
    return (await loaders.of(visitorsOf).load(booking.caseId))?.senderName ?? ''
  }

  @ResolveField(() => Boolean, { description: 'Booked for a time that the calendar has closed since' })
  @CheckedInside('whoever reached the booking')
  async displaced(@Parent() { state, startsAt, endsAt }: Booking): Promise<boolean> {
    if (state !== 'booked' || startsAt < (await Moment.now(this.db))) return false
    const { calendar } = await calendarInForce(this.db, startsAt)
    return !isInServiceHours({ startsAt: epochMs(startsAt), endsAt: epochMs(endsAt) }, calendar)
  }

  @Mutation(() => Booking)
  @CheckedInside('BookMeeting.book')
  async bookMeeting(
    @Me() me: Viewer,
    @Args('caseId', ID_ARG) caseId: string,
    @Args('meeting') meeting: MeetingInput,
    @Args('key') key: string,
  ): Promise<Booking> {
    const { id } = await this.meetings.book(me, caseId, meeting, { key, input: { caseId, meeting } })
    return this.booking(me, id)
  }

  @Mutation(() => Booking)
  @CheckedInside('BookMeeting.reschedule')
  async rescheduleMeeting(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('meeting') meeting: MeetingInput,
    @Args('reason') reason: string,
    @Args('key') key: string,
  ): Promise<Booking> {
    await this.meetings.reschedule(me, { id, version }, meeting, reason, { key, input: { id, version, meeting, reason } })
    return this.booking(me, id)
  }

  @Mutation(() => Booking)
  @CheckedInside('BookMeeting.cancel')
  async cancelMeeting(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('reason') reason: string,
    @Args('key') key: string,
  ): Promise<Booking> {
    await this.meetings.cancel(me, { id, version }, reason, { key, input: { id, version, reason } })
    return this.booking(me, id)
  }

  @Mutation(() => Booking)
  @CheckedInside('BookMeeting.miss')
  async missMeeting(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('reason') reason: string,
    @Args('key') key: string,
  ): Promise<Booking> {
    await this.meetings.miss(me, { id, version }, reason, { key, input: { id, version, reason } })
    return this.booking(me, id)
  }

  @Mutation(() => Visit)
  @CheckedInside('ReceiveBooked')
  async receiveBooked(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('key') key: string,
    @Args('identityCard', { type: () => IdentityCardEnum, nullable: true }) identityCard?: IdentityCard | null,
  ): Promise<Visit> {
    const visit = await this.received.run(me, { id, version }, identityCard ?? null, { key, input: { id, version, identityCard } })
    const found = await this.db.manager.findOneBy(Visit, { id: visit.id })
    if (!found || !mayRead(me, found)) throw new Refusal('access.denied')
    return found
  }

  private async booking(me: Viewer, id: string): Promise<Booking> {
    const found = await this.db.manager.findOneBy(Booking, { id })
    if (!found || !mayRead(me, found)) throw new Refusal('access.denied')
    return found
  }
}

const bookingsOfCases: Batch<string, Booking[]> = async (caseIds, { db, viewer }) => {
  const rows = await db.manager.find(Booking, { where: { caseId: In([...caseIds]) }, order: { startsAt: 'ASC', id: 'ASC' } })
  return grouped(
    caseIds,
    rows.filter((row) => mayRead(viewer, row)),
    (row) => row.caseId,
  )
}

/** `Case.bookings`, in the order of their times. */
@Resolver(() => Case)
export class CaseBookingsResolver {
  @ResolveField(() => [Booking])
  @CheckedInside('bookingsOfCases')
  bookings(@Parent() theCase: Case, @Load() loaders: Loaders): Promise<Booking[]> {
    return loaders.of(bookingsOfCases).load(theCase.id)
  }
}
