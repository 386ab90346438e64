import { Args, Field, ID, InputType, Int, Mutation, Query, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import { CLASSIFICATIONS, LIMIT_UNITS, PAUSE_REASONS, type Classification, type LimitUnit, type PauseReason, type Viewer } from '@domain'
import { Case, readCase } from '../cases/index.js'
import { graphqlEnum } from '../platform/graphql-enum.js'
import { Me } from '../platform/me.js'
import { CheckedInside } from '../platform/policy.js'
import { RequestExtension } from './extend-clock.js'
import { PauseClock, ResumeClock } from './pause-clock.js'
import { PreviewReclassification, ReclassificationPreview } from './preview-reclassification.js'
import { ReclassifyCase } from './reclassify-case.js'
import { ExcuseClock, SetClockLimit } from './set-clock-limit.js'

const PauseReasonEnum = graphqlEnum('PauseReason', PAUSE_REASONS)
const ClassificationEnum = graphqlEnum('Classification', CLASSIFICATIONS)
const LimitUnitEnum = graphqlEnum('LimitUnit', LIMIT_UNITS)

/** Which clock, as it was looked at. */
@InputType()
export class ClockTargetInput {
  @Field(() => ID) id: string
  @Field(() => Int) version: number
}

/** Pausing, resuming, extending clocks; classifying their case. Each gives the case with its clocks as they are now. */
@Resolver(() => Case)
export class TimekeepingResolver {
  constructor(
    private readonly db: DataSource,
    private readonly pauseAct: PauseClock,
    private readonly resumeAct: ResumeClock,
    private readonly extendAct: RequestExtension,
    private readonly reclassifyAct: ReclassifyCase,
    private readonly previewAct: PreviewReclassification,
  ) {}

  @Query(() => ReclassificationPreview, { description: 'What a classification would change, before anybody decides' })
  @CheckedInside('readCase')
  previewReclassification(
    @Me() me: Viewer,
    @Args('caseId', { type: () => ID }) caseId: string,
    @Args('classification', { type: () => ClassificationEnum }) classification: Classification,
  ): Promise<ReclassificationPreview> {
    return this.previewAct.run(me, caseId, classification)
  }

  @Mutation(() => Case)
  @CheckedInside('PauseClock')
  async pauseClock(
    @Me() me: Viewer,
    @Args('clock') clock: ClockTargetInput,
    @Args('reason', { type: () => PauseReasonEnum }) reason: PauseReason,
    @Args('note') note: string,
    @Args('key') key: string,
  ): Promise<Case> {
    const { caseId } = await this.pauseAct.run(me, clock, reason, note, { key, input: { clock, reason, note } })
    return readCase(this.db, me, caseId)
  }

  @Mutation(() => Case)
  @CheckedInside('ResumeClock')
  async resumeClock(
    @Me() me: Viewer,
    @Args('clock') clock: ClockTargetInput,
    @Args('key') key: string,
    @Args('note', { nullable: true, type: () => String }) note?: string | null,
  ): Promise<Case> {
    const { caseId } = await this.resumeAct.run(me, clock, note ?? null, { key, input: { clock, note } })
    return readCase(this.db, me, caseId)
  }

  @Mutation(() => Case)
  @CheckedInside('RequestExtension')
  async requestExtension(
    @Me() me: Viewer,
    @Args('clock') clock: ClockTargetInput,
    @Args('amount', { type: () => Int }) amount: number,
    @Args('reason') reason: string,
    @Args('key') key: string,
  ): Promise<Case> {
    const { caseId } = await this.extendAct.run(me, clock, amount, reason, { key, input: { clock, amount, reason } })
    return readCase(this.db, me, caseId)
  }

  @Mutation(() => Case)
  @CheckedInside('ReclassifyCase')
  async reclassifyCase(
    @Me() me: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('classification', { type: () => ClassificationEnum }) classification: Classification,
    @Args('reason') reason: string,
    @Args('key') key: string,
  ): Promise<Case> {
    await this.reclassifyAct.run(me, { id, version }, classification, reason, { key, input: { id, version, classification, reason } })
    return readCase(this.db, me, id)
  }
}

/** The exceptions that the standards themselves make, each with a reason everybody who reads the case sees. */
@Resolver(() => Case)
export class ClockExceptionsResolver {
  constructor(
    private readonly db: DataSource,
    private readonly limitAct: SetClockLimit,
    private readonly excuseAct: ExcuseClock,
  ) {}

  @Mutation(() => Case)
  @CheckedInside('SetClockLimit')
  async setClockLimit(
    @Me() me: Viewer,
    @Args('clock') clock: ClockTargetInput,
    @Args('amount', { type: () => Int }) amount: number,
    @Args('unit', { type: () => LimitUnitEnum }) unit: LimitUnit,
    @Args('reason') reason: string,
    @Args('key') key: string,
  ): Promise<Case> {
    const { caseId } = await this.limitAct.run(me, clock, { amount, unit }, reason, { key, input: { clock, amount, unit, reason } })
    return readCase(this.db, me, caseId)
  }

  @Mutation(() => Case)
  @CheckedInside('ExcuseClock')
  async excuseClock(
    @Me() me: Viewer,
    @Args('clock') clock: ClockTargetInput,
    @Args('reason') reason: string,
    @Args('key') key: string,
  ): Promise<Case> {
    const { caseId } = await this.excuseAct.run(me, clock, reason, { key, input: { clock, reason } })
    return readCase(this.db, me, caseId)
  }
}
