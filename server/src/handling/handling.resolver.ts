import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { DataSource, In } from 'typeorm'
import type { Viewer } from '@domain'
import { grouped, type Batch, type Loaders } from '../platform/loaders.js'
import { Load, Me } from '../platform/me.js'
import { CheckedInside } from '../platform/policy.js'
import {
  AllegationInput,
  EvidenceInput,
  EvidenceVerdictInput,
  FindingInput,
  HandlingPlanInput,
  HandlingRowInput,
  HandlingStepInput,
  MinutesInput,
  PointInput,
} from './handling-input.js'
import { HandlingStep, StepParticipant } from './handling-step.entity.js'
import { PlanHandling } from './plan-handling.js'
import { Handling, readHandling } from './read-handling.js'
import { RecordAllegation } from './record-allegation.js'
import { RecordEvidence } from './record-evidence.js'
import { RecordFinding } from './record-finding.js'
import { TakeSteps } from './take-steps.js'
import { WritePoint } from './write-point.js'

const ID_ARG = { type: () => ID }
const ROW_ARG = { type: () => HandlingRowInput, nullable: true }
const VERSION_ARG = { type: () => Int, nullable: true }

const participantsOfSteps: Batch<string, StepParticipant[]> = async (stepIds, { db }) => {
  const rows = await db.manager.find(StepParticipant, { where: { stepId: In([...stepIds]) }, order: { place: 'ASC' } })
  return grouped(stepIds, rows, (row) => row.stepId)
}

/** Who takes part in a step. */
@Resolver(() => HandlingStep)
export class StepParticipantsResolver {
  @ResolveField(() => [StepParticipant])
  @CheckedInside('whoever reached the step')
  participants(@Parent() step: HandlingStep, @Load() loaders: Loaders): Promise<StepParticipant[]> {
    return loaders.of(participantsOfSteps).load(step.id)
  }
}

/** What the handler records about those who are reported, and the evidence. */
@Resolver(() => Handling)
export class HandlingResolver {
  constructor(
    private readonly db: DataSource,
    private readonly plan: PlanHandling,
    private readonly allegations: RecordAllegation,
    private readonly evidence: RecordEvidence,
    private readonly findings: RecordFinding,
  ) {}

  @Query(() => Handling)
  @CheckedInside('readHandling')
  handling(@Me() me: Viewer, @Args('caseId', ID_ARG) caseId: string): Promise<Handling> {
    return readHandling(this.db, me, caseId)
  }

  @Mutation(() => Handling)
  @CheckedInside('PlanHandling')
  async planHandling(
    @Me() me: Viewer,
    @Args('caseId', ID_ARG) caseId: string,
    @Args('input') input: HandlingPlanInput,
    @Args('key') key: string,
    @Args('version', VERSION_ARG) version?: number | null,
  ): Promise<Handling> {
    await this.plan.run(me, caseId, version ?? null, input, { key, input: { caseId, version: version ?? null, input } })
    return readHandling(this.db, me, caseId)
  }

  @Mutation(() => Handling)
  @CheckedInside('RecordAllegation')
  async confirmReportedPerson(
    @Me() me: Viewer,
    @Args('caseId', ID_ARG) caseId: string,
    @Args('partyId', ID_ARG) partyId: string,
    @Args('activeAsn') activeAsn: boolean,
    @Args('note') note: string,
    @Args('key') key: string,
  ): Promise<Handling> {
    await this.allegations.confirm(me, caseId, partyId, activeAsn, note, { key, input: { caseId, partyId, activeAsn, note } })
    return readHandling(this.db, me, caseId)
  }

  @Mutation(() => Handling)
  @CheckedInside('RecordAllegation')
  async saveAllegation(
    @Me() me: Viewer,
    @Args('caseId', ID_ARG) caseId: string,
    @Args('input') input: AllegationInput,
    @Args('key') key: string,
    @Args('row', ROW_ARG) row?: HandlingRowInput | null,
  ): Promise<Handling> {
    await this.allegations.save(me, caseId, row ?? null, input, { key, input: { caseId, row: row ?? null, input } })
    return readHandling(this.db, me, caseId)
  }

  @Mutation(() => Handling)
  @CheckedInside('RecordAllegation')
  async removeAllegation(
    @Me() me: Viewer,
    @Args('caseId', ID_ARG) caseId: string,
    @Args('row') row: HandlingRowInput,
    @Args('key') key: string,
  ): Promise<Handling> {
    await this.allegations.remove(me, caseId, row, { key, input: { caseId, row } })
    return readHandling(this.db, me, caseId)
  }

  @Mutation(() => Handling)
  @CheckedInside('RecordEvidence')
  async saveEvidence(
    @Me() me: Viewer,
    @Args('caseId', ID_ARG) caseId: string,
    @Args('input') input: EvidenceInput,
    @Args('key') key: string,
    @Args('row', ROW_ARG) row?: HandlingRowInput | null,
  ): Promise<Handling> {
    await this.evidence.save(me, caseId, row ?? null, input, { key, input: { caseId, row: row ?? null, input } })
    return readHandling(this.db, me, caseId)
  }

  @Mutation(() => Handling)
  @CheckedInside('RecordEvidence')
  async checkEvidence(
    @Me() me: Viewer,
    @Args('caseId', ID_ARG) caseId: string,
    @Args('row') row: HandlingRowInput,
    @Args('input') input: EvidenceVerdictInput,
    @Args('key') key: string,
  ): Promise<Handling> {
    await this.evidence.check(me, caseId, row, input, { key, input: { caseId, row, input } })
    return readHandling(this.db, me, caseId)
  }

  @Mutation(() => Handling)
  @CheckedInside('RecordEvidence')
  async removeEvidence(
    @Me() me: Viewer,
    @Args('caseId', ID_ARG) caseId: string,
    @Args('row') row: HandlingRowInput,
    @Args('key') key: string,
  ): Promise<Handling> {
    await this.evidence.remove(me, caseId, row, { key, input: { caseId, row } })
    return readHandling(this.db, me, caseId)
  }

  @Mutation(() => Handling)
  @CheckedInside('RecordFinding')
  async recordFinding(
    @Me() me: Viewer,
    @Args('caseId', ID_ARG) caseId: string,
    @Args('allegationId', ID_ARG) allegationId: string,
    @Args('input') input: FindingInput,
    @Args('key') key: string,
    @Args('version', VERSION_ARG) version?: number | null,
  ): Promise<Handling> {
    await this.findings.run(me, caseId, allegationId, version ?? null, input, {
      key,
      input: { caseId, allegationId, version: version ?? null, input },
    })
    return readHandling(this.db, me, caseId)
  }
}

/** Clarifications and examinations with their minutes, and the points of the recommendation. */
@Resolver(() => Handling)
export class HandlingStepsResolver {
  constructor(
    private readonly db: DataSource,
    private readonly steps: TakeSteps,
    private readonly points: WritePoint,
  ) {}

  @Mutation(() => Handling)
  @CheckedInside('TakeSteps.plan')
  async planHandlingStep(
    @Me() me: Viewer,
    @Args('caseId', ID_ARG) caseId: string,
    @Args('input') input: HandlingStepInput,
    @Args('key') key: string,
    @Args('row', ROW_ARG) row?: HandlingRowInput | null,
  ): Promise<Handling> {
    await this.steps.plan(me, caseId, row ?? null, input, { key, input: { caseId, row: row ?? null, input } })
    return readHandling(this.db, me, caseId)
  }

  @Mutation(() => Handling)
  @CheckedInside('TakeSteps.hold')
  async holdHandlingStep(
    @Me() me: Viewer,
    @Args('caseId', ID_ARG) caseId: string,
    @Args('row') row: HandlingRowInput,
    @Args('heldAt') heldAt: Date,
    @Args('key') key: string,
  ): Promise<Handling> {
    await this.steps.hold(me, caseId, row, heldAt, { key, input: { caseId, row, heldAt } })
    return readHandling(this.db, me, caseId)
  }

  @Mutation(() => Handling)
  @CheckedInside('TakeSteps.cancel')
  async cancelHandlingStep(
    @Me() me: Viewer,
    @Args('caseId', ID_ARG) caseId: string,
    @Args('row') row: HandlingRowInput,
    @Args('reason') reason: string,
    @Args('key') key: string,
  ): Promise<Handling> {
    await this.steps.cancel(me, caseId, row, reason, { key, input: { caseId, row, reason } })
    return readHandling(this.db, me, caseId)
  }

  @Mutation(() => Handling)
  @CheckedInside('TakeSteps.minute')
  async writeMinutes(
    @Me() me: Viewer,
    @Args('caseId', ID_ARG) caseId: string,
    @Args('row') row: HandlingRowInput,
    @Args('input') input: MinutesInput,
    @Args('key') key: string,
  ): Promise<Handling> {
    await this.steps.minute(me, caseId, row, input, { key, input: { caseId, row, input } })
    return readHandling(this.db, me, caseId)
  }

  @Mutation(() => Handling)
  @CheckedInside('WritePoint')
  async savePoint(
    @Me() me: Viewer,
    @Args('caseId', ID_ARG) caseId: string,
    @Args('input') input: PointInput,
    @Args('key') key: string,
    @Args('row', ROW_ARG) row?: HandlingRowInput | null,
  ): Promise<Handling> {
    await this.points.save(me, caseId, row ?? null, input, { key, input: { caseId, row: row ?? null, input } })
    return readHandling(this.db, me, caseId)
  }

  @Mutation(() => Handling)
  @CheckedInside('WritePoint')
  async removePoint(
    @Me() me: Viewer,
    @Args('caseId', ID_ARG) caseId: string,
    @Args('row') row: HandlingRowInput,
    @Args('key') key: string,
  ): Promise<Handling> {
    await this.points.remove(me, caseId, row, { key, input: { caseId, row } })
    return readHandling(this.db, me, caseId)
  }
}
