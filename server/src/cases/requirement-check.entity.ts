import { Field, ID, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { RequirementState } from '@domain'
import { RequirementStateEnum } from '../platform/enums.js'
import { CheckedInside } from '../platform/policy.js'

/** One line of the standard's checklist as it was found at registration. */
@Entity('requirement_check')
@ObjectType()
@CheckedInside('the loader checks the case')
export class RequirementCheck {
  @PrimaryColumn('uuid') @Field(() => ID) id: string
  @Column('uuid') caseId: string
  @Column('text') @Field() code: string
  @Column('text') @Field(() => RequirementStateEnum) state: RequirementState
  @Column('text', { nullable: true }) @Field(() => String, { nullable: true }) note: string | null
}
