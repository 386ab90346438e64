import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { ClockRule, LimitUnit, PauseReason } from '@domain'
import { CheckedInside } from '../platform/policy.js'

/** A reason for which the clock may be paused, and whether another person must consent. */
@ObjectType()
@CheckedInside('whoever reached the clock')
export class ClockPauseTerm {
  @Field(() => String) reason: PauseReason
  @Field() needsApproval: boolean
}

/** How far the limit may be extended, in its unit, and who consents. */
@ObjectType()
@CheckedInside('whoever reached the clock')
export class ClockExtensionTerm {
  @Field(() => Int) cap: number
  @Field(() => Int) times: number
  @Field(() => String) approver: 'head' | 'leadership'
}

/** A promise of the standard running on a case. What it shows is the pure function over rule, calendar version and ledger; `npm run verify` recomputes it. */
@Entity('clock')
@ObjectType()
@CheckedInside('the loader checks the case')
export class Clock {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('int') @Field(() => Int) version: number
  @Column('uuid') @Field(() => ID) caseId: string
  @Column('text') @Field() code: string
  /** The rule as it stood when the case was registered: running cases keep theirs. */
  @Column('jsonb') rule: ClockRule
  @Column('uuid') calendarVersionId: string
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) startedAt: Date | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) dueAt: Date | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) stoppedAt: Date | null
  /** From when the promise is at risk where the case lies now; null where it does not run. */
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) atRiskAt: Date | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) flag: string | null
  /** The due date without what was granted on top of the limit. */
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) firstDueAt: Date | null
  /** What was granted on top of the limit, in its unit, and in how many extensions. */
  @Column('int') @Field(() => Int) granted: number
  @Column('int') @Field(() => Int) extensions: number
  /** The limit somebody set, where the standard leaves it open. */
  @Column('int', { nullable: true }) ownLimitAmount: number | null
  @Column('text', { nullable: true }) ownLimitUnit: LimitUnit | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) pausedSince: Date | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) pauseReason: PauseReason | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) excusedAt: Date | null

  @Field() get label(): string {
    return this.rule.label.id
  }
  @Field() get labelEn(): string {
    return this.rule.label.en
  }
  @Field() get clause(): string {
    return this.rule.clause
  }
  @Field(() => Int) get limitAmount(): number {
    return this.rule.limit?.amount ?? this.ownLimitAmount ?? 0
  }
  @Field() get limitUnit(): string {
    return this.rule.limit?.unit ?? this.ownLimitUnit ?? 'none'
  }
  /** The standard leaves the limit to be set for the case. */
  @Field() get limitOpen(): boolean {
    return this.rule.limit === null
  }
  @Field() get asUnitActivityAllows(): boolean {
    return this.rule.condition.asUnitActivityAllows ?? false
  }
  @Field(() => [ClockPauseTerm]) get pauses(): readonly ClockPauseTerm[] {
    return this.rule.pauses ?? []
  }
  @Field(() => ClockExtensionTerm, { nullable: true }) get extension(): ClockExtensionTerm | null {
    return this.rule.extension ?? null
  }
  @Field() get startEvent(): string {
    return this.rule.startEvent
  }
}
