import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql'
import type { Viewer } from '@domain'
import { Me } from '../platform/me.js'
import { SignedIn } from '../platform/policy.js'
import { MarkNoticesRead } from './mark-notices-read.js'
import { NoticePage } from './notice-item.js'
import { Notices } from './notices.query.js'

const FIRST = 30

@Resolver()
export class NoticesResolver {
  constructor(
    private readonly notices: Notices,
    private readonly markRead: MarkNoticesRead,
  ) {}

  @Query(() => NoticePage, { name: 'notices' })
  @SignedIn()
  page(
    @Me() me: Viewer,
    @Args('first', { type: () => Int, nullable: true, defaultValue: FIRST }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<NoticePage> {
    return this.notices.page(me, first, after ?? null)
  }

  @Mutation(() => NoticePage)
  @SignedIn()
  async markNoticesRead(
    @Me() me: Viewer,
    @Args('ids', { type: () => [ID] }) ids: string[],
    @Args('key', { type: () => String }) key: string,
  ): Promise<NoticePage> {
    await this.markRead.run(me, ids, key)
    return this.notices.page(me, FIRST, null)
  }
}
