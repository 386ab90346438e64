import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { LocalDateScalar } from '../platform/local-date.js'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { CaseFacts, CaseStage, Channel, ReporterProtection, Secrecy, SenderKind, Service, Urgency } from '@domain'
import {
  CaseStageEnum,
  ChannelEnum,
  ReporterProtectionEnum,
  SecrecyEnum,
  SenderKindEnum,
  ServiceEnum,
  UrgencyEnum,
} from '../platform/enums.js'
import { CheckedInside } from '../platform/policy.js'

/** A request the commission answers: the row and the GraphQL object. Names of units, posts and people are resolved by the reader from the directory. */
@Entity('case')
@ObjectType()
@CheckedInside('the list, reader or loader that gives the row filters by the rules')
export class Case implements CaseFacts {
  readonly __typename = 'Case' as const

  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('int') @Field(() => Int) version: number
  @Column('int') @Field(() => Int) agendaYear: number
  @Column('int') @Field(() => Int) agendaNumber: number
  @Column('text') @Field(() => ServiceEnum) service: Service
  @Column('text') @Field(() => ChannelEnum) channel: Channel
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) classification: string | null
  /** The version of the standard it was registered under and keeps. */
  @Column('uuid') @Field(() => ID) standardVersionId: string
  @Column('text') @Field(() => CaseStageEnum) stage: CaseStage
  @Column('text') @Field(() => UrgencyEnum) urgency: Urgency
  @Column('text') @Field(() => SecrecyEnum) secrecy: Secrecy
  @Column('text') @Field() subject: string
  @Column('text') @Field() summary: string
  /** A protected reporter is called "Pelapor 0123/2026" here and everywhere. */
  @Column('text') @Field() senderName: string
  @Column('text') @Field(() => ReporterProtectionEnum) reporterProtection: ReporterProtection
  @Column('text') @Field(() => SenderKindEnum) senderKind: SenderKind
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) agencyCode: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) agencyName: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) letterNumber: string | null
  @Column('date', { nullable: true }) @Field(() => LocalDateScalar, { nullable: true }) letterDate: string | null
  @Column('timestamptz') @Field(() => Date) receivedAt: Date
  @Column('timestamptz') @Field(() => Date) registeredAt: Date
  @Column('uuid') @Field(() => ID) registrarId: string
  @Column('uuid') registrarPositionId: string
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) unitId: string | null
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) holderPositionId: string | null
  @Column('uuid', { array: true }) @Field(() => [ID]) handlerPositionIds: string[]
  @Column('uuid', { array: true }) excludedPersonIds: string[]
  @Field(() => [ID], { name: 'excludedPersonIds', description: 'Always empty for those who may read the case: the excluded may not' })
  get excludedForReaders(): string[] {
    return []
  }
  @Column('boolean', { nullable: true }) @Field(() => Boolean, { nullable: true }) processable: boolean | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) decisionReason: string | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) completeAt: Date | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) decidedAt: Date | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) answeredAt: Date | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) closedAt: Date | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) nextDueAt: Date | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) nextClockCode: string | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) nextClockStartedAt: Date | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) nextDueFlag: string | null
  /** From when a promise of the case is at risk, the earliest; written by `writeRisk` alone, when a transaction ends. */
  @Column({ type: 'timestamptz', nullable: true, insert: false, update: false })
  @Field(() => Date, { nullable: true })
  nextAtRiskAt: Date | null
  /** Lower-case text the search box looks in: agenda number, letter number, sender, agency, subject. */
  @Column('text') search: string
}
