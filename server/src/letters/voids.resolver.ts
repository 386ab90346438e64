import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import type { Viewer } from '@domain'
import type { Loaders } from '../platform/loaders.js'
import { Load, Me } from '../platform/me.js'
import { CheckedInside } from '../platform/policy.js'
import { JudgeVoid } from './judge-void.js'
import { readLetter, voidRequestsOf } from './letter-reads.js'
import { Letter } from './letter.entity.js'
import { RequestVoid } from './request-void.js'
import { VoidRequest } from './void-request.entity.js'

/** Voiding a number, in two hands. */
@Resolver(() => Letter)
export class VoidsResolver {
  constructor(
    private readonly db: DataSource,
    private readonly request: RequestVoid,
    private readonly judge: JudgeVoid,
  ) {}

  @ResolveField(() => VoidRequest, { nullable: true, description: 'The latest request to void the number' })
  @CheckedInside('voidRequestsOf')
  voidRequest(@Parent() letter: Letter, @Load() loaders: Loaders): Promise<VoidRequest | null> {
    return loaders.of(voidRequestsOf).load(letter.id)
  }

  @Mutation(() => Letter)
  @CheckedInside('RequestVoid')
  async requestVoid(
    @Me() me: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('reason') reason: string,
    @Args('key') key: string,
  ): Promise<Letter> {
    await this.request.run(me, { id, version }, reason, { key, input: { id, version, reason } })
    return readLetter(this.db, me, id)
  }

  @Mutation(() => Letter)
  @CheckedInside('JudgeVoid.consent')
  async consentVoid(
    @Me() me: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('key') key: string,
    @Args('note', { nullable: true, type: () => String }) note?: string | null,
  ): Promise<Letter> {
    await this.judge.consent(me, { id, version }, note ?? null, { key, input: { id, version, note } })
    return readLetter(this.db, me, id)
  }

  @Mutation(() => Letter)
  @CheckedInside('JudgeVoid.decline')
  async declineVoid(
    @Me() me: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('note') note: string,
    @Args('key') key: string,
  ): Promise<Letter> {
    await this.judge.decline(me, { id, version }, note, { key, input: { id, version, note } })
    return readLetter(this.db, me, id)
  }
}
