import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Field, ID, ObjectType } from '@nestjs/graphql'
import { mayEnter } from '@domain'
import { ChangeMember } from '../platform/live/change-union.js'
import { Changes } from '../platform/live/changes.js'
import { CheckedInside } from '../platform/policy.js'
import { CursorScalar } from '../platform/scalars.js'

/** The counts of a unit have moved; the board asks for them again (they are small, and computed in one statement). */
@ChangeMember()
@ObjectType()
@CheckedInside('mayEnter workload of the unit')
export class WorkloadChange {
  @Field(() => CursorScalar) cursor: string
  @Field(() => ID, { nullable: true }) unitId: string | null
}

const unitOf = (facts: object | null): string | null => {
  const unitId: unknown = facts && 'unitId' in facts ? facts.unitId : null
  return typeof unitId === 'string' ? unitId : null
}

/** Tells the boards when a case enters, moves in or leaves a unit. */
@Injectable()
export class WorkloadChanges implements OnModuleInit {
  constructor(private readonly changes: Changes) {}

  onModuleInit(): void {
    this.changes.register({
      kinds: ['case.*', 'clock.at_risk', 'clock.late'],
      typename: 'WorkloadChange',
      subjectType: 'Area',
      resolve: ({ before, after }) => Promise.resolve({ unitId: unitOf(after) ?? unitOf(before) }),
      reaches: ({ before, after }, viewer) =>
        [unitOf(before), unitOf(after)].some((unitId) => unitId !== null && mayEnter(viewer, 'workload', unitId)),
    })
  }
}
