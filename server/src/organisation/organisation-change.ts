import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Field, ObjectType } from '@nestjs/graphql'
import { mayEnter } from '@domain'
import { ChangeMember } from '../platform/live/change-union.js'
import { Changes } from '../platform/live/changes.js'
import { SignedIn } from '../platform/policy.js'
import { CursorScalar } from '../platform/scalars.js'

/** The head of letters has a new version: fetch the one in force again. */
@ChangeMember()
@ObjectType()
@SignedIn()
export class OrganisationChange {
  @Field(() => CursorScalar) cursor: string
}

/** Tells everybody in the house, because everybody may have a letter open. */
@Injectable()
export class OrganisationChanges implements OnModuleInit {
  constructor(private readonly changes: Changes) {}

  onModuleInit(): void {
    this.changes.register({
      kinds: ['organisation.changed'],
      typename: 'OrganisationChange',
      subjectType: 'OrganisationProfile',
      resolve: () => Promise.resolve({}),
      reaches: (_, viewer) => mayEnter(viewer, 'directory'),
    })
  }
}
