import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import {
  RULE_DRAFT_STATES,
  RULE_KINDS,
  type Rehearsal,
  type RuleDraftFacts,
  type RuleDraftState,
  type RuleKind,
  type Service,
} from '@domain'
import { ServiceEnum } from '../platform/enums.js'
import { graphqlEnum } from '../platform/graphql-enum.js'
import { LocalDateScalar } from '../platform/local-date.js'
import { CheckedInside } from '../platform/policy.js'
import { DateTime } from '../platform/scalars.js'

export const RuleKindEnum = graphqlEnum('RuleKind', RULE_KINDS)
const State = graphqlEnum('RuleDraftState', RULE_DRAFT_STATES)
const optional = { nullable: true } as const
/** A new object each time: TypeORM writes the column's type into it. */
const nullable = () => ({ nullable: true })

/** A version of a standard, or of the calendar, on its way into force. */
@Entity('rule_draft')
@ObjectType()
@CheckedInside('mayRead of the draft')
export class RuleDraft implements RuleDraftFacts {
  readonly __typename = 'RuleDraft' as const

  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('int') @Field(() => Int) version: number
  @Column('text') @Field(() => RuleKindEnum) kind: RuleKind
  @Column('text', nullable()) @Field(() => ServiceEnum, optional) service: Service | null
  @Column('text') @Field(() => State) state: RuleDraftState
  /** Why: the decree, the regulation, the decision. */
  @Column('text') @Field() reason: string
  @Column('jsonb') document: object
  /** The first day of a standard; a calendar counts from the consent on. */
  @Column('date', nullable()) @Field(() => LocalDateScalar, optional) effectiveFrom: string | null
  /** The version it follows. */
  @Column('uuid') basedOn: string
  @Column('uuid') authorId: string
  @Column('text') @Field() authorName: string
  @Column('timestamptz') @Field(() => DateTime) savedAt: Date
  @Column('jsonb', nullable()) rehearsal: Rehearsal | null
  @Column('uuid', nullable()) @Field(() => ID, optional) proposerId: string | null
  @Column('text', nullable()) @Field(() => String, optional) proposerName: string | null
  @Column('timestamptz', nullable()) @Field(() => DateTime, optional) proposedAt: Date | null
  @Column('uuid', nullable()) consenterId: string | null
  @Column('text', nullable()) @Field(() => String, optional) consenterName: string | null
  @Column('timestamptz', nullable()) @Field(() => DateTime, optional) consentedAt: Date | null
  @Column('text', nullable()) @Field(() => String, optional) returnNote: string | null
  /** Of an active calendar: how many clocks have been counted with it so far, and what became of them. */
  @Column('jsonb', nullable()) outcome: RecountOutcome | null
}

/** The recount of open clocks after a calendar took effect. */
export interface RecountOutcome {
  readonly clocks: number
  readonly moves: number
  readonly leaves: number
  readonly enters: number
  readonly finished: boolean
}

/** What a rule may know of a draft. */
export const draftFacts = ({ __typename, id, kind, state, proposerId }: RuleDraft): RuleDraftFacts => ({
  __typename,
  id,
  kind,
  state,
  proposerId,
})
