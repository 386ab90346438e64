import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { EscalationStep } from '@domain'

/** A rung of the ladder that was told: once per clock, rung and due date, which the database holds unique. */
@Entity('escalation')
export class Escalation {
  @PrimaryColumn('uuid') id: string
  @Column('uuid') clockId: string
  @Column('uuid') caseId: string
  @Column('text') step: EscalationStep
  /** The due date it was told of. */
  @Column('timestamptz') dueAt: Date
  /** The instant it was ripe from. */
  @Column('timestamptz') since: Date
  @Column('timestamptz') at: Date
  /** The posts that were told. */
  @Column('uuid', { array: true }) positionIds: string[]
}
