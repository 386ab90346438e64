import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { DeliveryMethod, DeliveryStatus } from '@domain'
import { DeliveryMethodEnum, DeliveryStatusEnum } from '../platform/enums.js'
import { LocalDateScalar } from '../platform/local-date.js'
import { CheckedInside } from '../platform/policy.js'

/** One attempt to bring a letter to its addressee, and its proof. */
@Entity('delivery')
@ObjectType()
@CheckedInside('deliveriesOf')
export class Delivery {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('int') @Field(() => Int) version: number
  @Column('uuid') @Field(() => ID) letterId: string
  @Column('text') @Field(() => DeliveryMethodEnum) method: DeliveryMethod
  @Column('text') @Field(() => DeliveryStatusEnum) status: DeliveryStatus
  @Column('text') @Field() recipientName: string
  @Column('bytea', { nullable: true }) emailSealed: Buffer | null
  /** The address is a sealed reporter's: nobody is shown it. */
  @Column('boolean') @Field() emailHidden: boolean
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) courier: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) trackingNumber: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) receiptName: string | null
  @Column('date', { nullable: true }) @Field(() => LocalDateScalar, { nullable: true }) receiptOn: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) note: string | null
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) failure: string | null
  @Column('timestamptz') @Field(() => Date) at: Date
  @Column('uuid') recordedBy: string
  @Column('timestamptz', { nullable: true }) @Field(() => Date, { nullable: true }) provenAt: Date | null
}
