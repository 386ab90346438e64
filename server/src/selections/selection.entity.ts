import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Secrecy, SelectionFacts, SelectionStage, SelectionState } from '@domain'
import { SecrecyEnum } from '../platform/enums.js'
import { CheckedInside } from '../platform/policy.js'
import { SelectionStageEnum, SelectionStateEnum } from './enums.js'

/** A selection for senior posts that the commission supervises. Unit, secrecy, handlers, exclusions and the release of results are copied by the database from its cases. */
@Entity('selection')
@ObjectType()
@CheckedInside('the list or reader that gives the row filters by the rules')
export class Selection implements SelectionFacts {
  readonly __typename = 'Selection' as const

  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('int') @Field(() => Int) version: number
  @Column('text') @Field() title: string
  @Column('text') @Field() agencyCode: string
  @Column('uuid') @Field(() => ID) openedByCaseId: string
  @Column('text') @Field(() => SelectionStateEnum) state: SelectionState
  @Column('text') @Field(() => SelectionStageEnum) stage: SelectionStage
  @Column('timestamptz') @Field(() => Date) openedAt: Date
  @Column('timestamptz') @Field(() => Date) stageSince: Date
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) endedAt: Date | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) endReason: string | null
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) unitId: string | null
  @Column('text') @Field(() => SecrecyEnum) secrecy: Secrecy
  @Column('uuid', { array: true }) @Field(() => [ID]) handlerPositionIds: string[]
  @Column('uuid', { array: true }) excludedPersonIds: string[]
  @Field(() => [ID], { name: 'excludedPersonIds', description: 'Always empty for those who may read the selection: the excluded may not' })
  get excludedForReaders(): string[] {
    return []
  }
  @Column('boolean') @Field() resultsReleased: boolean
}
