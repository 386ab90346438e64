import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import type { Viewer } from '@domain'
import { Case, readCase } from '../cases/index.js'
import { Me } from '../platform/me.js'
import { CheckedInside } from '../platform/policy.js'
import { JudgeClockRequest } from './judge-request.js'

/** Answering what was asked about the clocks of a case. Each gives the case as it is now. */
@Resolver(() => Case)
export class ClockRequestsResolver {
  constructor(
    private readonly db: DataSource,
    private readonly judge: JudgeClockRequest,
  ) {}

  @Mutation(() => Case)
  @CheckedInside('JudgeClockRequest.approve')
  async approveClockRequest(
    @Me() me: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('key') key: string,
    @Args('note', { nullable: true, type: () => String }) note?: string | null,
  ): Promise<Case> {
    const { caseId } = await this.judge.approve(me, { id, version }, note ?? null, { key, input: { id, version, note } })
    return readCase(this.db, me, caseId)
  }

  @Mutation(() => Case)
  @CheckedInside('JudgeClockRequest.decline')
  async declineClockRequest(
    @Me() me: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('note') note: string,
    @Args('key') key: string,
  ): Promise<Case> {
    const { caseId } = await this.judge.decline(me, { id, version }, note, { key, input: { id, version, note } })
    return readCase(this.db, me, caseId)
  }

  @Mutation(() => Case)
  @CheckedInside('JudgeClockRequest.withdraw')
  async withdrawClockRequest(
    @Me() me: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('key') key: string,
  ): Promise<Case> {
    const { caseId } = await this.judge.withdraw(me, { id, version }, { key, input: { id, version } })
    return readCase(this.db, me, caseId)
  }
}
