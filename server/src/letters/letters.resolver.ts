import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import type { LetterKind, Viewer } from '@domain'
import { LetterKindEnum } from '../platform/enums.js'
import { Me } from '../platform/me.js'
import { CheckedInside } from '../platform/policy.js'
import { CommentLetter } from './comment-letter.js'
import { DraftLetter } from './draft-letter.js'
import { IssueLetter } from './issue-letter.js'
import { LetterDraftInput } from './letter-input.js'
import { readLetter } from './letter-reads.js'
import { Letter } from './letter.entity.js'
import { SaveLetter } from './save-letter.js'
import { SettleComment } from './settle-comment.js'
import { SubmitLetter } from './submit-letter.js'
import { WithdrawLetter } from './withdraw-letter.js'

const ID_ARG = { type: () => ID }
const INT_ARG = { type: () => Int }

/** Writing, submitting, commenting, giving up and numbering. What the reviewers do is in `reviews.resolver.ts`. */
@Resolver(() => Letter)
export class LettersResolver {
  constructor(
    private readonly db: DataSource,
    private readonly draft: DraftLetter,
    private readonly save: SaveLetter,
    private readonly submit: SubmitLetter,
    private readonly comment: CommentLetter,
    private readonly settle: SettleComment,
    private readonly giveUp: WithdrawLetter,
    private readonly issue: IssueLetter,
  ) {}

  @Query(() => Letter)
  @CheckedInside('readLetter')
  letter(@Me() me: Viewer, @Args('id', ID_ARG) id: string): Promise<Letter> {
    return readLetter(this.db, me, id)
  }

  @Mutation(() => Letter)
  @CheckedInside('DraftLetter')
  async draftLetter(
    @Me() me: Viewer,
    @Args('caseId', ID_ARG) caseId: string,
    @Args('kind', { type: () => LetterKindEnum }) kind: LetterKind,
    @Args('key') key: string,
  ): Promise<Letter> {
    const { id } = await this.draft.run(me, { caseId, kind }, { key, input: { caseId, kind } })
    return readLetter(this.db, me, id)
  }

  @Mutation(() => Letter)
  @CheckedInside('SaveLetter')
  async saveLetter(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('draftRevision', INT_ARG) draftRevision: number,
    @Args('draft') draft: LetterDraftInput,
    @Args('key') key: string,
  ): Promise<Letter> {
    await this.save.run(me, { id, draftRevision }, draft, { key, input: { id, draftRevision, draft } })
    return readLetter(this.db, me, id)
  }

  @Mutation(() => Letter)
  @CheckedInside('SubmitLetter')
  async submitLetter(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('draftRevision', INT_ARG) draftRevision: number,
    @Args('key') key: string,
  ): Promise<Letter> {
    const target = { id, version, draftRevision }
    await this.submit.run(me, target, { key, input: target })
    return readLetter(this.db, me, id)
  }

  @Mutation(() => Letter)
  @CheckedInside('CommentLetter')
  async commentLetter(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('text') text: string,
    @Args('key') key: string,
    @Args('quote', { nullable: true, type: () => String }) quote?: string | null,
  ): Promise<Letter> {
    await this.comment.run(me, id, { text, quote: quote ?? null }, { key, input: { id, text, quote } })
    return readLetter(this.db, me, id)
  }

  @Mutation(() => Letter)
  @CheckedInside('SettleComment')
  async settleComment(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('resolved') resolved: boolean,
    @Args('key') key: string,
  ): Promise<Letter> {
    const letter = await this.settle.run(me, id, resolved, { key, input: { id, resolved } })
    return readLetter(this.db, me, letter.id)
  }

  @Mutation(() => Letter)
  @CheckedInside('WithdrawLetter')
  async withdrawLetter(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('reason') reason: string,
    @Args('key') key: string,
  ): Promise<Letter> {
    await this.giveUp.run(me, { id, version }, reason, { key, input: { id, version, reason } })
    return readLetter(this.db, me, id)
  }

  @Mutation(() => Letter)
  @CheckedInside('IssueLetter')
  async issueLetter(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('key') key: string,
  ): Promise<Letter> {
    await this.issue.run(me, { id, version }, { key, input: { id, version } })
    return readLetter(this.db, me, id)
  }
}
