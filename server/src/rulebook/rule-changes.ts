import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Field, ID, ObjectType } from '@nestjs/graphql'
import { mayEnter } from '@domain'
import { ChangeMember } from '../platform/live/change-union.js'
import { Changes } from '../platform/live/changes.js'
import { SignedIn } from '../platform/policy.js'
import { CursorScalar } from '../platform/scalars.js'

/** A draft of a rule moved, or a version came into force: fetch the page again. */
@ChangeMember()
@ObjectType()
@SignedIn()
export class RuleChange {
  @Field(() => CursorScalar) cursor: string
  @Field(() => ID) draftId: string
}

/** Tells those who may look at standards and calendars; a version that came into force concerns everybody who fills in a form. */
@Injectable()
export class RuleChanges implements OnModuleInit {
  constructor(private readonly changes: Changes) {}

  onModuleInit(): void {
    this.changes.register({
      kinds: ['standard.*', 'calendar.*'],
      typename: 'RuleChange',
      subjectType: 'RuleDraft',
      resolve: ({ subjectId }) => Promise.resolve({ draftId: subjectId }),
      reaches: ({ kind }, viewer) => kind === 'standard.activated' || mayEnter(viewer, 'standards'),
    })
  }
}
