import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Field, ObjectType } from '@nestjs/graphql'
import { mayEnter } from '@domain'
import { ChangeMember } from '../platform/live/change-union.js'
import { Changes } from '../platform/live/changes.js'
import { SignedIn } from '../platform/policy.js'
import { CursorScalar } from '../platform/scalars.js'

/** Names, units or posts have changed: fetch the directory again. */
@ChangeMember()
@ObjectType()
@SignedIn()
export class DirectoryChange {
  @Field(() => CursorScalar) cursor: string
}

/** Tells everybody who knows the directory. */
@Injectable()
export class DirectoryChanges implements OnModuleInit {
  constructor(private readonly changes: Changes) {}

  onModuleInit(): void {
    this.changes.register({
      kinds: ['person.changed', 'position.changed', 'unit.changed'],
      typename: 'DirectoryChange',
      subjectType: 'Directory',
      resolve: () => Promise.resolve({}),
      reaches: (_, viewer) => mayEnter(viewer, 'directory'),
    })
  }
}
