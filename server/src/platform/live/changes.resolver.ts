import type { Type } from '@nestjs/common'
import { Args, Query, Resolver, Subscription } from '@nestjs/graphql'
import { CheckedInside, SignedIn } from '../policy.js'
import { CursorScalar } from '../scalars.js'
import { Change } from './change-union.js'
import { Hub } from './hub.js'

@Resolver()
export class ChangesResolver {
  constructor(private readonly hub: Hub) {}

  /** Ask before the first snapshot, subscribe after it: what is read later contains everything up to this place. */
  @Query(() => CursorScalar)
  @SignedIn()
  snapshotCursor(): string {
    return this.hub.cursor
  }

  /** Everything that changes in the person's sight, in order. The gateway serves it; over HTTP there is nothing to subscribe to. */
  @Subscription(() => Change as Type)
  @CheckedInside('Hub asks the rules for each event at its delivery')
  changes(@Args('after', { type: () => CursorScalar, nullable: true }) _after: string | null): never {
    throw new Error('Subscriptions are served by the live gateway')
  }
}
