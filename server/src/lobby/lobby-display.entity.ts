import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { AllowArea } from '../platform/policy.js'

/** A screen on the wall of the lobby. It is logged in as nobody: its token opens the lines of the queue and nothing else. */
@Entity('lobby_display')
@ObjectType()
@AllowArea('lobby')
export class LobbyDisplay {
  readonly __typename = 'LobbyDisplay' as const

  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('int') @Field(() => Int) version: number
  @Column('text') @Field() name: string
  @Column('bytea') tokenHash: Buffer
  @Column('timestamptz') @Field(() => Date) pairedAt: Date
  @Column('uuid') pairedBy: string
  @Column('text') @Field() pairedByName: string
  @Column({ type: 'timestamptz', nullable: true, update: false }) @Field(() => Date, { nullable: true }) lastSeenAt: Date | null
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) revokedAt: Date | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) revokedByName: string | null
}
