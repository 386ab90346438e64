import { Field, Float, ID, InputType, Int } from '@nestjs/graphql'
import type { Component, PanelOrigin, PanelRole, PostLevel, ReopenCause, Scored, SelectionStage } from '@domain'
import { LocalDateScalar } from '../platform/local-date.js'
import type { Chosen } from './choose-three.js'
import { ComponentEnum, PanelOriginEnum, PanelRoleEnum, PostLevelEnum, ReopenCauseEnum, SelectionStageEnum } from './enums.js'
import type { PlanEntry, PostEntry } from './plan-selection.js'
import type { CheckLine, DocumentLine } from './record-documents.js'
import type { ResultPlace } from './participants.js'
import type { ApplicantEntry } from './register-applicants.js'
import type { Reopening } from './reopen-selection.js'

const MAYBE_TEXT = { nullable: true } as const

@InputType()
export class DocumentLineInput implements DocumentLine {
  @Field() code: string
  @Field() received: boolean
  @Field(() => String, MAYBE_TEXT) note?: string | null
}

@InputType()
export class CheckLineInput implements CheckLine {
  @Field() code: string
  @Field() met: boolean
  @Field(() => String, MAYBE_TEXT) note?: string | null
}

@InputType()
export class VacantPostInput implements PostEntry {
  @Field(() => ID, { nullable: true, description: 'The post that is kept; without it a new one' }) id?: string | null
  @Field() title: string
  @Field(() => PostLevelEnum) level: PostLevel
}

@InputType()
export class ScheduleInput {
  @Field(() => SelectionStageEnum) stage: SelectionStage
  @Field(() => LocalDateScalar) startsOn: string
  @Field(() => LocalDateScalar) endsOn: string
}

@InputType()
export class PanelMemberInput {
  @Field() name: string
  @Field(() => PanelRoleEnum) role: PanelRole
  @Field(() => PanelOriginEnum) origin: PanelOrigin
  @Field() institution: string
}

@InputType()
export class SelectionPlanInput implements PlanEntry {
  @Field(() => [ScheduleInput]) schedule: ScheduleInput[]
  @Field(() => [PanelMemberInput]) panel: PanelMemberInput[]
}

@InputType()
export class ApplicantInput implements ApplicantEntry {
  @Field(() => ID, { nullable: true, description: 'The applicant that is corrected; the NIP stays unless a new one is given' }) id?:
    string | null
  @Field(() => ID) postId: string
  @Field() name: string
  @Field(() => String, MAYBE_TEXT) nip?: string | null
  @Field() agencyName: string
  @Field(() => String, MAYBE_TEXT) jobTitle?: string | null
  @Field() invited: boolean
  @Field(() => String, MAYBE_TEXT) recommendationNumber?: string | null
  @Field(() => LocalDateScalar, { nullable: true }) recommendationOn?: string | null
  @Field(() => Boolean, { nullable: true }) qualified?: boolean | null
  @Field(() => String, MAYBE_TEXT) qualificationNote?: string | null
}

@InputType()
export class ResultPlaceInput implements ResultPlace {
  @Field(() => ID) postId: string
  @Field(() => ComponentEnum) component: Component
}

@InputType()
export class ScoreInput implements Scored {
  @Field(() => ID) candidateId: string
  @Field(() => Float) score: number
  @Field(() => Int, { nullable: true, description: 'Only where equal scores need an order' }) rank?: number | null
  @Field() proceeds: boolean
}

@InputType()
export class AppointmentInput implements Chosen {
  @Field(() => ID) postId: string
  @Field(() => ID) candidateId: string
  @Field() decreeNumber: string
  @Field(() => LocalDateScalar) decreeOn: string
  @Field(() => String, { nullable: true, description: 'Why an appointment on record is another now' }) reason?: string | null
}

@InputType()
export class ReopeningInput implements Reopening {
  @Field(() => SelectionStageEnum) stage: SelectionStage
  @Field(() => ReopenCauseEnum) cause: ReopenCause
  @Field() reason: string
}
