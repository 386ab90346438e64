import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Field, ID, ObjectType } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import { TimelineEntry } from '../platform/event-log/timeline-entry.js'
import { ChangeMember } from '../platform/live/change-union.js'
import { Changes } from '../platform/live/changes.js'
import { CheckedInside } from '../platform/policy.js'
import { CursorScalar } from '../platform/scalars.js'
import { IdentityRelease } from './identity-release.entity.js'

/** A release the receiver asked for or decides about has moved, or its identity was looked at. */
@ChangeMember()
@ObjectType()
@CheckedInside('permission at delivery')
export class ReleaseChange {
  @Field(() => CursorScalar) cursor: string
  @Field(() => TimelineEntry) entry: TimelineEntry
  @Field(() => ID) caseId: string
  @Field(() => IdentityRelease) release: IdentityRelease
}

/** Tells the live stream about releases. */
@Injectable()
export class ReleaseChanges implements OnModuleInit {
  constructor(
    private readonly changes: Changes,
    private readonly db: DataSource,
  ) {}

  onModuleInit(): void {
    this.changes.register({
      kinds: ['identity.requested', 'identity.granted', 'identity.refused', 'identity.withdrawn', 'identity.revoked', 'identity.read'],
      typename: 'ReleaseChange',
      subjectType: 'IdentityRelease',
      resolve: async ({ subjectId }) => {
        const release = await this.db.manager.findOneBy(IdentityRelease, { id: subjectId })
        return release && { caseId: release.caseId, release }
      },
    })
  }
}
