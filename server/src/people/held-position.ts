import { Field, ID, ObjectType } from '@nestjs/graphql'
import type { HeldPosition as HeldFacts, HolderKind, Role } from '@domain'
import { HolderKindEnum, RoleEnum } from '../platform/enums.js'
import { SignedIn } from '../platform/policy.js'

/** A post somebody holds today, with the name of the definitive holder when a Plh. stands in. */
@ObjectType()
@SignedIn()
export class HeldPosition implements HeldFacts {
  @Field(() => ID) id: string
  @Field(() => String) title: string
  @Field(() => RoleEnum) role: Role
  @Field(() => ID) unitId: string
  @Field(() => HolderKindEnum) kind: HolderKind
  @Field(() => String, { nullable: true }) onBehalfOf: string | null
}
