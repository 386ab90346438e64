import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { DataSource, In } from 'typeorm'
import { mayRead, Refusal, type MedlinCategory, type Viewer, type VisitOutcome } from '@domain'
import { Case } from '../cases/index.js'
import { Clock } from '../clocks/clock.entity.js'
import { grouped, inOrder, type Batch, type Loaders } from '../platform/loaders.js'
import { LocalDateScalar } from '../platform/local-date.js'
import { Load, Me } from '../platform/me.js'
import { Moment } from '../platform/moment.js'
import { AllowArea, CheckedInside } from '../platform/policy.js'
import { calendarById } from '../standards/index.js'
import { AnswerVisit } from './answer-visit.js'
import { Booking } from './booking.entity.js'
import { HoldMeeting } from './hold-meeting.js'
import { MoveVisit } from './move-visit.js'
import { RegisterVisit } from './register-visit.js'
import { MedlinCategoryEnum, VisitOutcomeEnum } from './visit-enums.js'
import { MeetingInput, RegisterVisitInput } from './visit-input.js'
import { VisitClock, VisitRecord } from './visit-parts.js'
import { Visit } from './visit.entity.js'
import { promiseOf, visitsOf } from './visits.query.js'

const ID_ARG = { type: () => ID }
const INT_ARG = { type: () => Int }
const OFFICER_ARG = { type: () => ID, nullable: true }
const CATEGORY_ARG = { type: () => MedlinCategoryEnum, nullable: true }

const casesById: Batch<string, Case | null> = async (ids, { db, viewer }) => {
  const rows = await db.manager.findBy(Case, { id: In([...ids]) })
  return inOrder(
    ids,
    rows.filter((row) => mayRead(viewer, row)),
    (row) => row.id,
  )
}

const hoursOfBookings: Batch<string, Date | null> = async (ids, { db }) => {
  const rows = await db.manager.find(Booking, { where: { id: In([...ids]) }, select: { id: true, startsAt: true } })
  return inOrder(ids, rows, (row) => row.id).map((found) => found?.startsAt ?? null)
}

/** The promise of every visit of a board, at one instant. */
const promisesOfCases: Batch<string, VisitClock | null> = async (caseIds, { db }) => {
  const [clocks, now] = await Promise.all([db.manager.findBy(Clock, { caseId: In([...caseIds]) }), Moment.now(db)])
  const promises = await Promise.all(
    clocks
      .filter(({ rule }) => rule.stopEvent === 'consultation_begun')
      .map(async (clock) => {
        const { calendar } = await calendarById(db, clock.calendarVersionId)
        return { caseId: clock.caseId, promise: promiseOf(clock, calendar, now) }
      }),
  )
  return inOrder(caseIds, promises, ({ caseId }) => caseId).map((found) => found?.promise ?? null)
}

@Resolver(() => Visit)
export class VisitsResolver {
  constructor(
    private readonly db: DataSource,
    private readonly register: RegisterVisit,
    private readonly move: MoveVisit,
    private readonly answer: AnswerVisit,
    private readonly meeting: HoldMeeting,
  ) {}

  @Query(() => [Visit], { description: 'The visits of a day; of today also those of earlier days that are still under way' })
  @AllowArea('visits')
  async visits(@Me() me: Viewer, @Args('day', { type: () => LocalDateScalar }) day: string): Promise<Visit[]> {
    return visitsOf(this.db, me, day, await Moment.now(this.db))
  }

  @ResolveField(() => Case, { nullable: true, description: 'Null for those who may see that somebody waits, but not why' })
  @CheckedInside('casesById: mayRead')
  case(@Parent() visit: Visit, @Load() loaders: Loaders): Promise<Case | null> {
    return loaders.of(casesById).load(visit.caseId)
  }

  @ResolveField(() => VisitRecord, { nullable: true })
  @CheckedInside('casesById: mayRead')
  async record(@Parent() visit: Visit, @Load() loaders: Loaders): Promise<VisitRecord | null> {
    const theCase = await loaders.of(casesById).load(visit.caseId)
    return theCase && { ...visit, identityNumber: visit.identityMasked }
  }

  @ResolveField(() => Date, { nullable: true, description: 'When the visitor is booked to be met; null without a booking' })
  @CheckedInside('whoever reached the visit')
  async bookedFor(@Parent() { bookingId }: Visit, @Load() loaders: Loaders): Promise<Date | null> {
    return bookingId ? loaders.of(hoursOfBookings).load(bookingId) : null
  }

  @ResolveField(() => VisitClock, { nullable: true, description: 'The promise that the beginning of the consultation keeps' })
  @CheckedInside('whoever reached the visit')
  clock(@Parent() visit: Visit, @Load() loaders: Loaders): Promise<VisitClock | null> {
    return loaders.of(promisesOfCases).load(visit.caseId)
  }

  @Mutation(() => Visit)
  @CheckedInside('RegisterVisit')
  async registerVisit(@Me() me: Viewer, @Args('input') input: RegisterVisitInput, @Args('key') key: string): Promise<Visit> {
    const { id } = await this.register.run(me, input, { key, input })
    return this.visit(me, id)
  }

  @Mutation(() => Visit)
  @CheckedInside('MoveVisit.route')
  async routeVisit(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('unitId', ID_ARG) unitId: string,
    @Args('key') key: string,
    @Args('proposedPositionId', OFFICER_ARG) proposedPositionId?: string | null,
  ): Promise<Visit> {
    const to = { unitId, proposedPositionId: proposedPositionId ?? null }
    await this.move.route(me, { id, version }, to, { key, input: { id, version, ...to } })
    return this.visit(me, id)
  }

  @Mutation(() => Visit)
  @CheckedInside('MoveVisit.showIn')
  async showVisitorIn(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('key') key: string,
  ): Promise<Visit> {
    await this.move.showIn(me, { id, version }, { key, input: { id, version } })
    return this.visit(me, id)
  }

  @Mutation(() => Visit)
  @CheckedInside('MoveVisit.comeBack')
  async bringVisitorBack(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('key') key: string,
  ): Promise<Visit> {
    await this.move.comeBack(me, { id, version }, { key, input: { id, version } })
    return this.visit(me, id)
  }

  @Mutation(() => Visit)
  @CheckedInside('MoveVisit.leave')
  async leaveVisit(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('reason') reason: string,
    @Args('key') key: string,
  ): Promise<Visit> {
    await this.move.leave(me, { id, version }, reason, { key, input: { id, version, reason } })
    return this.visit(me, id)
  }

  @Mutation(() => Visit)
  @CheckedInside('MoveVisit.miss')
  async missVisit(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('reason') reason: string,
    @Args('key') key: string,
  ): Promise<Visit> {
    await this.move.miss(me, { id, version }, reason, { key, input: { id, version, reason } })
    return this.visit(me, id)
  }

  @Mutation(() => Visit)
  @CheckedInside('AnswerVisit.confirm')
  async confirmVisit(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('key') key: string,
    @Args('officerPositionId', OFFICER_ARG) officerPositionId?: string | null,
    @Args('category', CATEGORY_ARG) category?: MedlinCategory | null,
  ): Promise<Visit> {
    const said = { officerPositionId: officerPositionId ?? null, category: category ?? null }
    await this.answer.confirm(me, { id, version }, said, { key, input: { id, version, ...said } })
    return this.visit(me, id)
  }

  @Mutation(() => Visit)
  @CheckedInside('AnswerVisit.decline')
  async declineVisit(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('reason') reason: string,
    @Args('key') key: string,
    @Args('officerPositionId', OFFICER_ARG) officerPositionId?: string | null,
    @Args('category', CATEGORY_ARG) category?: MedlinCategory | null,
  ): Promise<Visit> {
    const said = { officerPositionId: officerPositionId ?? null, category: category ?? null, reason }
    await this.answer.decline(me, { id, version }, said, { key, input: { id, version, ...said } })
    return this.visit(me, id)
  }

  @Mutation(() => Visit)
  @CheckedInside('AnswerVisit.proposeTime')
  async proposeVisitTime(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('reason') reason: string,
    @Args('meeting') meeting: MeetingInput,
    @Args('key') key: string,
    @Args('category', CATEGORY_ARG) category?: MedlinCategory | null,
  ): Promise<Visit> {
    const said = { officerPositionId: meeting.officerPositionId, category: category ?? null, reason, meeting }
    await this.answer.proposeTime(me, { id, version }, said, { key, input: { id, version, ...said } })
    return this.visit(me, id)
  }

  @Mutation(() => Visit)
  @CheckedInside('HoldMeeting.begin')
  async beginMeeting(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('key') key: string,
    @Args('activityReason', { type: () => String, nullable: true }) activityReason?: string | null,
    @Args('category', CATEGORY_ARG) category?: MedlinCategory | null,
  ): Promise<Visit> {
    const said = { activityReason: activityReason ?? null, category: category ?? null }
    await this.meeting.begin(me, { id, version }, said, { key, input: { id, version, ...said } })
    return this.visit(me, id)
  }

  @Mutation(() => Visit)
  @CheckedInside('HoldMeeting.finish')
  async finishMeeting(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('outcome', { type: () => VisitOutcomeEnum }) outcome: VisitOutcome,
    @Args('minutes') minutes: string,
    @Args('key') key: string,
  ): Promise<Visit> {
    await this.meeting.finish(me, { id, version }, { outcome, minutes }, { key, input: { id, version, outcome, minutes } })
    return this.visit(me, id)
  }

  /** The visit after an act on it, for whoever may read it now. */
  private async visit(me: Viewer, id: string): Promise<Visit> {
    const found = await this.db.manager.findOneBy(Visit, { id })
    if (!found || !mayRead(me, found)) throw new Refusal('access.denied')
    return found
  }
}

const visitsOfCases: Batch<string, Visit[]> = async (caseIds, { db, viewer }) => {
  const rows = await db.manager.find(Visit, { where: { caseId: In([...caseIds]) }, order: { arrivedAt: 'ASC', id: 'ASC' } })
  return grouped(
    caseIds,
    rows.filter((row) => mayRead(viewer, row)),
    (row) => row.caseId,
  )
}

/** `Case.visits`, oldest first. */
@Resolver(() => Case)
export class CaseVisitsResolver {
  @ResolveField(() => [Visit])
  @CheckedInside('visitsOfCases')
  visits(@Parent() theCase: Case, @Load() loaders: Loaders): Promise<Visit[]> {
    return loaders.of(visitsOfCases).load(theCase.id)
  }
}
