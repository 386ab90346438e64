import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Allegation, Finding } from './allegation.entity.js'
import { Evidence } from './evidence.entity.js'
import { FollowUp } from './follow-up.js'
import { HandlingChanges } from './handling-changes.js'
import { HandlingPlan } from './handling-plan.entity.js'
import { HandlingStep, StepParticipant } from './handling-step.entity.js'
import { HandlingResolver, HandlingStepsResolver, StepParticipantsResolver } from './handling.resolver.js'
import { MinutesController } from './minutes.controller.js'
import { PlanHandling } from './plan-handling.js'
import { PointsResolver } from './points.resolver.js'
import { PointExtensionRow, PointReply, RecommendationPoint } from './recommendation-point.entity.js'
import { RecountPoints } from './recount-points.js'
import { RecordAllegation } from './record-allegation.js'
import { RecordEvidence } from './record-evidence.js'
import { RecordFinding } from './record-finding.js'
import { TakeSteps } from './take-steps.js'
import { WatchPoints } from './watch-points.js'
import { WritePoint } from './write-point.js'

const ACTS = [PlanHandling, RecordAllegation, RecordEvidence, TakeSteps, RecordFinding, WritePoint, FollowUp, WatchPoints, RecountPoints]
const ROWS = [
  HandlingPlan,
  Allegation,
  Finding,
  Evidence,
  HandlingStep,
  StepParticipant,
  RecommendationPoint,
  PointReply,
  PointExtensionRow,
]

@Module({
  imports: [TypeOrmModule.forFeature(ROWS)],
  controllers: [MinutesController],
  providers: [...ACTS, HandlingResolver, HandlingStepsResolver, StepParticipantsResolver, PointsResolver, HandlingChanges],
  exports: ACTS,
})
export class HandlingModule {}
