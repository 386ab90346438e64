import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Component, ReopenCause, SelectionStage, SelectionState } from '@domain'
import { LocalDateScalar } from '../platform/local-date.js'
import { CheckedInside } from '../platform/policy.js'
import { ComponentEnum, ReopenCauseEnum, SelectionStageEnum, SelectionStateEnum } from './enums.js'

const OF_SELECTION = 'the loader gives the parts of a selection that was read under the rules'
const RELEASED = 'the loader asks read_results of the selection'
const SCORE = { precision: 5, scale: 2, nullable: true, transformer: { from: asNumber, to: (score: number | null) => score } } as const

function asNumber(stored: string | null): number | null {
  return stored === null ? null : Number(stored)
}

/** A selection was taken back to an earlier stage: by whom, why, and whether the letters that were delivered still hold. */
@Entity('selection_reopening')
@ObjectType()
@CheckedInside(OF_SELECTION)
export class SelectionReopening {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('uuid') selectionId: string
  @Column('text') @Field(() => SelectionStageEnum) fromStage: SelectionStage
  @Column('text') @Field(() => SelectionStateEnum) fromState: SelectionState
  @Column('text') @Field(() => SelectionStageEnum) toStage: SelectionStage
  @Column('text') @Field(() => ReopenCauseEnum) cause: ReopenCause
  @Column('text') @Field() reason: string
  @Column('timestamptz') @Field(() => Date) at: Date
  @Column('text') @Field() byName: string
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) byTitle: string | null
}

/** What a check had found before its stage was opened again. */
@Entity('set_aside_check')
@ObjectType()
@CheckedInside(OF_SELECTION)
export class SetAsideCheck {
  @PrimaryColumn('uuid') @Field(() => ID) reopeningId: string
  @PrimaryColumn('text') @Field(() => SelectionStageEnum) stage: SelectionStage
  @PrimaryColumn('text') @Field() code: string
  @Column('boolean') @Field() met: boolean
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) note: string | null
  @Column('timestamptz') @Field(() => Date) checkedAt: Date
  @Column('text') @Field() checkedByName: string
}

/** One of the three, or the appointed, as recorded before it was set aside. */
@Entity('set_aside_choice')
@ObjectType()
@CheckedInside(RELEASED)
export class SetAsideChoice {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('uuid') selectionId: string
  @Column('uuid') @Field(() => ID) postId: string
  @Column('text') @Field(() => String) kind: 'shortlisted' | 'appointed'
  @Column('uuid') @Field(() => ID) candidateId: string
  @Column('int', { nullable: true }) @Field(() => Int, { nullable: true }) place: number | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) decreeNumber: string | null
  @Column('date', { nullable: true }) @Field(() => LocalDateScalar, { nullable: true }) decreeOn: string | null
  @Column('timestamptz') @Field(() => Date) recordedAt: Date
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) recordedByName: string | null
  @Column('text') @Field() reason: string
  @Column('timestamptz') @Field(() => Date) at: Date
  @Column('text') @Field() byName: string
}

/** The table of a component was corrected, or set aside because what it rested on was. */
@Entity('result_correction')
@ObjectType()
@CheckedInside(RELEASED)
export class ResultCorrection {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('uuid') selectionId: string
  @Column('uuid') @Field(() => ID) postId: string
  @Column('text') @Field(() => ComponentEnum) component: Component
  @Column('text') @Field(() => String) outcome: 'corrected' | 'set_aside'
  @Column('text') @Field() reason: string
  @Column('timestamptz') @Field(() => Date) at: Date
  @Column('text') @Field() byName: string
  @Column('timestamptz') @Field(() => Date) oldRecordedAt: Date
  @Column('text') @Field() oldRecordedByName: string
  @Column('text') @Field(() => String) oldSource: 'typed' | 'table'
  @Column('text', { nullable: true }) oldTableSha256: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) oldTieReason: string | null
}

/** The line of one participant before and after a correction; null where there was none. */
@Entity('score_correction')
@ObjectType()
@CheckedInside(RELEASED)
export class ScoreCorrection {
  @PrimaryColumn('uuid') @Field(() => ID) correctionId: string
  @PrimaryColumn('uuid') @Field(() => ID) candidateId: string
  @Column('numeric', SCORE) @Field(() => Float, { nullable: true }) oldScore: number | null
  @Column('int', { nullable: true }) @Field(() => Int, { nullable: true }) oldRank: number | null
  @Column('boolean', { nullable: true }) @Field(() => Boolean, { nullable: true }) oldProceeds: boolean | null
  @Column('numeric', SCORE) @Field(() => Float, { nullable: true }) newScore: number | null
  @Column('int', { nullable: true }) @Field(() => Int, { nullable: true }) newRank: number | null
  @Column('boolean', { nullable: true }) @Field(() => Boolean, { nullable: true }) newProceeds: boolean | null
}
