import { Field, ID, InputType, Int } from '@nestjs/graphql'
import type {
  ElectionRelation,
  EvidenceKind,
  EvidenceResult,
  EvidenceVerdict,
  FindingEntry,
  FindingOutcome,
  HandlingMethod,
  HandlingPlan,
  HandlingStepKind,
  Minutes,
  ParticipantRole,
  Sanction,
  ViolationKind,
} from '@domain'
import { LocalDateScalar } from '../platform/local-date.js'
import {
  ElectionRelationEnum,
  EvidenceKindEnum,
  EvidenceResultEnum,
  FindingOutcomeEnum,
  HandlingMethodEnum,
  ParticipantRoleEnum,
  SanctionEnum,
  StepKindEnum,
  ViolationKindEnum,
} from './enums.js'
import type { ReplyEntry } from './follow-up.js'
import type { AllegationEntry } from './record-allegation.js'
import type { EvidenceEntry } from './record-evidence.js'
import type { StepEntry } from './take-steps.js'
import type { PointEntry } from './write-point.js'

/** The row that is changed, at the version that was looked at. */
@InputType()
export class HandlingRowInput {
  @Field(() => ID) id: string
  @Field(() => Int) version: number
}

@InputType()
export class HandlingPlanInput implements HandlingPlan {
  @Field(() => HandlingMethodEnum) method: HandlingMethod
  @Field(() => Date, { nullable: true }) at: Date | null
  @Field() place: string
  @Field() officer: string
  @Field(() => String, { nullable: true }) officerPhone: string | null
}

@InputType()
export class AllegationInput implements AllegationEntry {
  @Field(() => ID) partyId: string
  @Field(() => ViolationKindEnum) violation: ViolationKind
  @Field() description: string
  @Field(() => ElectionRelationEnum) election: ElectionRelation
  @Field(() => LocalDateScalar, { nullable: true }) happenedOn: string | null
}

@InputType()
export class EvidenceInput implements EvidenceEntry {
  @Field(() => ID) allegationId: string
  @Field(() => EvidenceKindEnum) kind: EvidenceKind
  @Field() description: string
  @Field(() => String, { nullable: true }) source: string | null
  @Field(() => ID, { nullable: true }) fileId: string | null
}

@InputType()
export class EvidenceVerdictInput implements EvidenceVerdict {
  @Field(() => [String]) met: string[]
  @Field(() => EvidenceResultEnum) result: EvidenceResult
  @Field(() => String, { nullable: true }) note: string | null
}

@InputType()
export class StepParticipantInput {
  @Field() name: string
  @Field(() => ParticipantRoleEnum) role: ParticipantRole
  @Field(() => Boolean, { defaultValue: false }) signed: boolean
}

@InputType()
export class HandlingStepInput implements StepEntry {
  @Field(() => StepKindEnum) kind: HandlingStepKind
  @Field(() => HandlingMethodEnum) method: HandlingMethod
  @Field() place: string
  @Field(() => Date) scheduledAt: Date
  @Field(() => [StepParticipantInput]) participants: StepParticipantInput[]
}

@InputType()
export class MinutesInput implements Minutes {
  @Field() text: string
  @Field() readBack: boolean
  @Field(() => [StepParticipantInput]) participants: StepParticipantInput[]
}

@InputType()
export class FindingInput implements FindingEntry {
  @Field(() => FindingOutcomeEnum) outcome: FindingOutcome
  @Field(() => SanctionEnum) sanction: Sanction
  @Field() reasons: string
}

@InputType()
export class PointInput implements PointEntry {
  @Field() text: string
  @Field() ppk: string
  @Field() agency: string
  @Field(() => Int) days: number
}

@InputType()
export class PointReplyInput implements ReplyEntry {
  @Field() letterNumber: string
  @Field(() => LocalDateScalar) letterDate: string
  @Field(() => LocalDateScalar) receivedOn: string
  @Field() text: string
  @Field(() => ID, { nullable: true }) fileId: string | null
}
