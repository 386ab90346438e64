import type { Type } from '@nestjs/common'
import { createUnionType, Field, ID, ObjectType } from '@nestjs/graphql'
import { CheckedInside, SignedIn } from '../policy.js'
import { CursorScalar } from '../scalars.js'

const members = new Set<Type>()

/** On the object type of a change: makes it a member of the union `Change`. Its fields besides `cursor` and `entry` come from its ChangeSource. */
export const ChangeMember =
  () =>
  (target: Type): void =>
    void members.add(target)

/** Everything the live stream can say. */
export const Change = createUnionType({
  name: 'Change',
  types: () => [...members].sort((a, b) => (a.name < b.name ? -1 : 1)),
  resolveType: (change: { readonly __typename: string }) => change.__typename,
}) as object

/** Something the person saw before is out of their sight: drop it. */
@ChangeMember()
@ObjectType()
@CheckedInside('only those who could see it before are told')
export class Gone {
  @Field(() => CursorScalar) cursor: string
  @Field(() => String) typename: string
  @Field(() => ID) id: string
}

/** The stream cannot continue after the cursor, or what the person may see has changed: fetch again. */
@ChangeMember()
@ObjectType()
@SignedIn()
export class Reset {
  @Field(() => CursorScalar) cursor: string
}

/** Nothing happened that concerns the person. At a fixed interval, so that hidden work cannot be inferred from silence. */
@ChangeMember()
@ObjectType()
@SignedIn()
export class Pulse {
  @Field(() => CursorScalar) cursor: string
}
