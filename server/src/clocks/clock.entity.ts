import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { ClockRule } from '@domain'
import { CheckedInside } from '../platform/policy.js'

/** A promise of the standard running on a case. The due date is the pure function over rule, calendar version and ledger; `npm run verify` recomputes it. */
@Entity('clock')
@ObjectType()
@CheckedInside('the loader checks the case')
export class Clock {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('uuid') @Field(() => ID) caseId: string
  @Column('text') @Field() code: string
  /** The rule as it stood when the case was registered: running cases keep theirs. */
  @Column('jsonb') rule: ClockRule
  @Column('uuid') calendarVersionId: string
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) startedAt: Date | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) dueAt: Date | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) stoppedAt: Date | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) flag: string | null

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
    return this.rule.limit?.amount ?? 0
  }
  @Field() get limitUnit(): string {
    return this.rule.limit?.unit ?? 'none'
  }
  @Field() get startEvent(): string {
    return this.rule.startEvent
  }
}
