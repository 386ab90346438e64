import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { HolderKind } from '@domain'

/** Who holds a post, from one Jakarta day to another, both included; without an end while `until` is null. */
@Entity('position_holder')
export class PositionHolder {
  @PrimaryColumn('uuid') id: string
  @Column('uuid') positionId: string
  @Column('uuid') personId: string
  @Column('text') kind: HolderKind
  /** The order that appointed an acting holder, e.g. "Sprint-12/KASN/2026". */
  @Column('text', { nullable: true }) mandate: string | null
  @Column('date') since: string
  @Column('date', { nullable: true }) until: string | null
  @Column('timestamptz') createdAt: Date
}
