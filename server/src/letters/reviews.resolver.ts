import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import type { Viewer } from '@domain'
import { Me } from '../platform/me.js'
import { CheckedInside } from '../platform/policy.js'
import { readLetter } from './letter-reads.js'
import { Letter } from './letter.entity.js'
import { ReturnApproved } from './return-approved.js'
import { ReviewLetter } from './review-letter.js'

const ID_ARG = { type: () => ID }
const INT_ARG = { type: () => Int }

/** The approval desk: pass, approve, return; the drafter's recall; and the way back of what was approved. */
@Resolver(() => Letter)
export class ReviewsResolver {
  constructor(
    private readonly db: DataSource,
    private readonly review: ReviewLetter,
    private readonly returning: ReturnApproved,
  ) {}

  @Mutation(() => Letter)
  @CheckedInside('ReviewLetter.pass')
  async passLetter(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('contentHash') contentHash: string,
    @Args('key') key: string,
    @Args('note', { nullable: true, type: () => String }) note?: string | null,
  ): Promise<Letter> {
    const judgement = { id, version, contentHash, note: note?.trim() || null }
    await this.review.pass(me, judgement, { key, input: judgement })
    return readLetter(this.db, me, id)
  }

  @Mutation(() => Letter)
  @CheckedInside('ReviewLetter.approve')
  async approveLetter(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('contentHash') contentHash: string,
    @Args('key') key: string,
    @Args('note', { nullable: true, type: () => String }) note?: string | null,
  ): Promise<Letter> {
    const judgement = { id, version, contentHash, note: note?.trim() || null }
    await this.review.approve(me, judgement, { key, input: judgement })
    return readLetter(this.db, me, id)
  }

  @Mutation(() => Letter)
  @CheckedInside('ReviewLetter.return')
  async returnLetter(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('reason') reason: string,
    @Args('key') key: string,
  ): Promise<Letter> {
    await this.review.return(me, { id, version }, reason, { key, input: { id, version, reason } })
    return readLetter(this.db, me, id)
  }

  @Mutation(() => Letter)
  @CheckedInside('ReviewLetter.recall')
  async recallLetter(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('reason') reason: string,
    @Args('key') key: string,
  ): Promise<Letter> {
    await this.review.recall(me, { id, version }, reason, { key, input: { id, version, reason } })
    return readLetter(this.db, me, id)
  }

  @Mutation(() => Letter, { description: 'Gives an approved letter that has no number yet back to its author' })
  @CheckedInside('ReturnApproved')
  async returnApprovedLetter(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('reason') reason: string,
    @Args('key') key: string,
  ): Promise<Letter> {
    await this.returning.run(me, { id, version }, reason, { key, input: { id, version, reason } })
    return readLetter(this.db, me, id)
  }
}
