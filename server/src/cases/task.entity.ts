import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Secrecy, Service, TaskFacts, TaskKind } from '@domain'
import { ServiceEnum, TaskKindEnum } from '../platform/enums.js'
import { CheckedInside } from '../platform/policy.js'
import { Case } from './case.entity.js'

/** SQL keeps "never" as infinity, so that lists are in order without a special case. */
const NEVER = {
  from: (value: unknown): Date | null => (value instanceof Date ? value : null),
  to: (value: Date | null): Date | 'infinity' => value ?? 'infinity',
}

/** Under which number the case of a task is in the register. */
@ObjectType()
@CheckedInside('whoever reads the task')
export class TaskAgenda {
  @Field(() => Int) agendaNumber: number
  @Field(() => Int) agendaYear: number
  @Field(() => ServiceEnum) service: Service
}

/** What waits for a post, or for a whole unit: the rows of the inbox. Opened and closed only by the actions that move a case. */
@Entity('task')
@ObjectType()
@CheckedInside('the inbox filters by the rules')
export class Task implements TaskFacts {
  readonly __typename = 'Task' as const

  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('int') @Field(() => Int) version: number
  @Column('text') @Field(() => TaskKindEnum) kind: TaskKind
  @Column('uuid') @Field(() => ID) caseId: string
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) dispositionId: string | null
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) letterId: string | null
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) positionId: string | null
  @Column('uuid', { nullable: true }) @Field(() => ID, { nullable: true }) unitId: string | null
  @Column('timestamptz') @Field(() => Date) openedAt: Date
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) closedAt: Date | null
  @Column('text') secrecy: Secrecy
  @Column('uuid') caseRegistrarId: string
  @Column('uuid', { array: true }) excludedPersonIds: string[]
  /** When the nearest promise of the case falls due; null while none runs. */
  @Column('timestamptz', { transformer: NEVER }) @Field(() => Date, { nullable: true }) dueAt: Date | null
  /** From when a promise of the case is at risk; inboxes are in this order, and what stands still comes last. */
  @Column('timestamptz', { transformer: NEVER }) atRiskAt: Date | null
  /** Comes with the task wherever it is read for somebody (`task-columns.ts`); no column. */
  @Field(() => Case, {
    nullable: true,
    description: 'Left out where the desk does not read the case: a custodian decides about a release by its agenda number',
  })
  case: Case | null
  @Field(() => TaskAgenda) agenda: TaskAgenda
}
