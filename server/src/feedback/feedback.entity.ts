import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { AnswerWay, ComplaintChannelKind, FeedbackContactKind, FeedbackFacts, FeedbackKind, FeedbackState, Service } from '@domain'
import { ServiceEnum } from '../platform/enums.js'
import { CheckedInside } from '../platform/policy.js'
import { AnswerWayEnum, FeedbackChannelEnum, FeedbackContactEnum, FeedbackKindEnum, FeedbackStateEnum } from './feedback-enums.js'

/** A complaint, suggestion or appreciation about a service, logged against a printed channel of that service. */
@Entity('feedback')
@ObjectType()
@CheckedInside('the list or reader that gives the row filters by the rules')
export class Feedback implements FeedbackFacts {
  readonly __typename = 'Feedback' as const

  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('int') @Field(() => Int) version: number
  @Column('int') @Field(() => Int) year: number
  @Column('int') @Field(() => Int) number: number
  @Column('text', { nullable: true })
  @Field(() => ServiceEnum, { nullable: true, description: 'Null: the services at large' })
  service: Service | null
  @Column('text') @Field(() => FeedbackChannelEnum) channelKind: ComplaintChannelKind
  @Column('text') @Field() channelAddress: string
  @Column('text') @Field(() => FeedbackKindEnum) kind: FeedbackKind
  @Column('text') @Field(() => FeedbackStateEnum) state: FeedbackState
  @Column('text') @Field() text: string
  @Column('bytea', { nullable: true }) nameSealed: Buffer | null
  /** How the writer can be reached; the contact itself is a field of its own, under its own rule. */
  @Column('text', { nullable: true }) @Field(() => FeedbackContactEnum, { nullable: true }) contactKind: FeedbackContactKind | null
  @Column('bytea', { nullable: true }) contactSealed: Buffer | null
  @Column('timestamptz') @Field(() => Date) receivedAt: Date
  @Column('timestamptz') @Field(() => Date) loggedAt: Date
  @Column('uuid') @Field(() => ID) loggedBy: string
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) unitId: string | null
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) positionId: string | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) assignedAt: Date | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) answer: string | null
  @Column('text', { nullable: true }) @Field(() => AnswerWayEnum, { nullable: true }) answerWay: AnswerWay | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) answeredAt: Date | null
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) answeredBy: string | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) endedAt: Date | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) endReason: string | null
}

/** Where the name and the contact of a feedback are sealed. */
export const feedbackPlace = (column: 'name_sealed' | 'contact_sealed', id: string) => ({ table: 'feedback', column, rowId: id }) as const

/** Every column a list shows of `feedback f`: what is sealed stays behind. */
export const FEEDBACK_COLUMNS = `f.id, f.version, f.year, f.number, f.service, f.channel_kind AS "channelKind", f.channel_address AS "channelAddress", f.kind, f.state, f.text,
  f.contact_kind AS "contactKind", f.received_at AS "receivedAt", f.logged_at AS "loggedAt", f.logged_by AS "loggedBy", f.unit_id AS "unitId",
  f.position_id AS "positionId", f.assigned_at AS "assignedAt", f.answer, f.answer_way AS "answerWay", f.answered_at AS "answeredAt",
  f.answered_by AS "answeredBy", f.ended_at AS "endedAt", f.end_reason AS "endReason"`

export const toFeedback = (row: object): Feedback => Object.assign(new Feedback(), row)
