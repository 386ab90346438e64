import { Args, Field, ID, InputType, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { DataSource, In } from 'typeorm'
import { mayRead, Refusal, type DispositionKind, type Viewer } from '@domain'
import { Case, readCaseAfter } from '../cases/index.js'
import { DispositionKindEnum } from '../platform/enums.js'
import { findById } from '../platform/find-by-id.js'
import { grouped, type Batch, type Loaders } from '../platform/loaders.js'
import { LocalDateScalar } from '../platform/local-date.js'
import { Load, Me } from '../platform/me.js'
import { CheckedInside } from '../platform/policy.js'
import { AnswerDisposition } from './answer-disposition.js'
import { DisposeCase, type Branch } from './dispose-case.js'
import { Disposition } from './disposition.entity.js'
import { HandOverCase } from './hand-over-case.js'

@InputType()
export class BranchInput implements Branch {
  @Field(() => ID) toPositionId: string
  @Field(() => DispositionKindEnum) kind: DispositionKind
  @Field(() => [String]) instructions: string[]
  @Field(() => String, { nullable: true }) note?: string | null
  @Field(() => LocalDateScalar, { nullable: true }) dueOn?: string | null
}

const ID_ARG = { type: () => ID }
const INT_ARG = { type: () => Int }

@Resolver(() => Disposition)
export class DispositionsResolver {
  constructor(
    private readonly db: DataSource,
    private readonly handOver: HandOverCase,
    private readonly dispose: DisposeCase,
    private readonly answer: AnswerDisposition,
  ) {}

  @Mutation(() => Case)
  @CheckedInside('HandOverCase')
  async handOverCase(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('key') key: string,
    @Args('note', { nullable: true, type: () => String }) note?: string | null,
  ): Promise<Case> {
    await this.handOver.run(me, { id, version }, note ?? null, { key, input: { id, version, note } })
    return readCaseAfter(this.db, me, id, version + 1)
  }

  @Mutation(() => Case)
  @CheckedInside('DisposeCase')
  async disposeCase(
    @Me() me: Viewer,
    @Args('caseId', ID_ARG) caseId: string,
    @Args('version', INT_ARG) version: number,
    @Args('branches', { type: () => [BranchInput] }) branches: BranchInput[],
    @Args('key') key: string,
  ): Promise<Case> {
    await this.dispose.run(me, { caseId, version }, branches, { key, input: { caseId, version, branches } })
    return readCaseAfter(this.db, me, caseId, version + 1)
  }

  @Mutation(() => Case)
  @CheckedInside('AnswerDisposition.returnToRegistry')
  async returnCaseToRegistry(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('reason') reason: string,
    @Args('key') key: string,
  ): Promise<Case> {
    await this.answer.returnToRegistry(me, { id, version }, reason, { key, input: { id, version, reason } })
    return readCaseAfter(this.db, me, id, version + 1)
  }

  @Mutation(() => Disposition)
  @CheckedInside('AnswerDisposition.read')
  async readDisposition(@Me() me: Viewer, @Args('id', ID_ARG) id: string, @Args('key') key: string): Promise<Disposition> {
    await this.answer.read(me, id, { key, input: { id } })
    return this.branch(me, id, null)
  }

  @Mutation(() => Disposition)
  @CheckedInside('AnswerDisposition.accept')
  async acceptDisposition(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('key') key: string,
  ): Promise<Disposition> {
    await this.answer.accept(me, { id, version }, { key, input: { id, version } })
    return this.branch(me, id, version + 1)
  }

  @Mutation(() => Disposition)
  @CheckedInside('AnswerDisposition.finish')
  async finishDisposition(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('note') note: string,
    @Args('key') key: string,
  ): Promise<Disposition> {
    await this.answer.finish(me, { id, version }, note, { key, input: { id, version, note } })
    return this.branch(me, id, version + 1)
  }

  @Mutation(() => Disposition)
  @CheckedInside('AnswerDisposition.sendBack')
  async sendBackDisposition(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('reason') reason: string,
    @Args('key') key: string,
  ): Promise<Disposition> {
    await this.answer.sendBack(me, { id, version }, reason, { key, input: { id, version, reason } })
    return this.branch(me, id, version + 1)
  }

  @Mutation(() => Disposition)
  @CheckedInside('AnswerDisposition.withdraw')
  async withdrawDisposition(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('key') key: string,
  ): Promise<Disposition> {
    await this.answer.withdraw(me, { id, version }, { key, input: { id, version } })
    return this.branch(me, id, version + 1)
  }

  /** The branch after an act on it; whoever may not read it sees it as they left it, and no longer once it has moved on. */
  private async branch(me: Viewer, id: string, version: number | null): Promise<Disposition> {
    const found = await findById(this.db.manager, Disposition, id)
    if (!found || (!mayRead(me, found) && found.version !== version)) throw new Refusal('access.denied')
    return found
  }
}

const treeOf: Batch<string, Disposition[]> = async (caseIds, { db, viewer }) => {
  const rows = await db.manager.find(Disposition, {
    where: { caseId: In([...caseIds]) },
    order: { sentAt: 'ASC', kind: 'DESC', id: 'ASC' },
  })
  return grouped(
    caseIds,
    rows.filter((row) => mayRead(viewer, row)),
    (row) => row.caseId,
  )
}

/** `Case.dispositions`: the tree, as a list with parents before children. */
@Resolver(() => Case)
export class CaseDispositionsResolver {
  @ResolveField(() => [Disposition])
  @CheckedInside('treeOf')
  dispositions(@Parent() theCase: Case, @Load() loaders: Loaders): Promise<Disposition[]> {
    return loaders.of(treeOf).load(theCase.id)
  }
}
