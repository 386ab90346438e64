import { Args, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import type { Viewer } from '@domain'
import { Me } from '../platform/me.js'
import { countedPage, type ListQuery } from '../platform/merged-page.js'
import { AllowArea, CheckedInside } from '../platform/policy.js'
import { AmendCase } from './amend-case.js'
import { AttachFiles } from './attach-files.js'
import { caseColumns, toCase } from './case-columns.js'
import { CaseFilter, CaseSort, filterParts, ORDERS } from './case-filter.js'
import { readCase, readCaseAfter } from './case-reader.js'
import { Case } from './case.entity.js'
import { CONFIRMATIONS, DecideCase } from './decide-case.js'
import { WithdrawCase } from './end-case.js'
import { RegisterCase } from './register-case.js'
import { RegisterCaseInput } from './registration-input.js'

@ObjectType()
@CheckedInside('the query that makes the page')
export class CasePage {
  @Field(() => [Case]) rows: Case[]
  @Field(() => String, { nullable: true }) endCursor: string | null
  /** Counted no further than 1,000; `totalCapped` says when there are more. */
  @Field(() => Int) total: number
  @Field() totalCapped: boolean
}

@Resolver(() => Case)
export class CasesResolver {
  constructor(
    private readonly db: DataSource,
    private readonly registerCaseAct: RegisterCase,
    private readonly amendCaseAct: AmendCase,
    private readonly decideCaseAct: DecideCase,
    private readonly withdrawCaseAct: WithdrawCase,
    private readonly attachFilesAct: AttachFiles,
  ) {}

  @Query(() => CasePage)
  @CheckedInside('mergedPage: the rules as SQL')
  cases(
    @Me() me: Viewer,
    @Args('filter', { nullable: true }) filter: CaseFilter = {},
    @Args('sort', { type: () => CaseSort, defaultValue: CaseSort.due, nullable: true }) sort: CaseSort,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { nullable: true, type: () => String }) after?: string | null,
  ): Promise<CasePage> {
    return this.page(
      me,
      { subject: 'Case', from: '"case" c', alias: 'c', where: filterParts(filter ?? {}), order: ORDERS[sort ?? CaseSort.due] },
      first,
      after,
    )
  }

  @Query(() => CasePage, { description: 'The agenda book (buku agenda) of a year, newest number first' })
  @AllowArea('agenda_book')
  agendaBook(
    @Me() me: Viewer,
    @Args('year', { type: () => Int }) year: number,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { nullable: true, type: () => String }) after?: string | null,
  ): Promise<CasePage> {
    return this.page(
      me,
      { subject: 'Case', from: '"case" c', alias: 'c', where: filterParts({ year }), order: ORDERS.agenda },
      first,
      after,
    )
  }

  @Query(() => Case)
  @CheckedInside('readCase')
  case(@Me() me: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Case> {
    return readCase(this.db, me, id)
  }

  @Mutation(() => Case)
  @CheckedInside('RegisterCase')
  async registerCase(@Me() me: Viewer, @Args('input') input: RegisterCaseInput, @Args('key') key: string): Promise<Case> {
    const { id } = await this.registerCaseAct.run(me, input, { key, input })
    return readCaseAfter(this.db, me, id, 1)
  }

  @Mutation(() => Case)
  @CheckedInside('AmendCase')
  async amendCase(
    @Me() me: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('input') input: RegisterCaseInput,
    @Args('key') key: string,
  ): Promise<Case> {
    await this.amendCaseAct.run(me, { id, version }, input, { key, input: { id, version, input } })
    return readCase(this.db, me, id)
  }

  @Mutation(() => Case)
  @CheckedInside('DecideCase')
  async decideCase(
    @Me() me: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('processable') processable: boolean,
    @Args('reason') reason: string,
    @Args('key') key: string,
    @Args('confirmBy', { nullable: true, type: () => String }) confirmBy?: string | null,
  ): Promise<Case> {
    const decision = { processable, reason, confirmBy: CONFIRMATIONS.find((known) => known === confirmBy) ?? null }
    await this.decideCaseAct.run(me, { id, version }, decision, { key, input: { id, version, ...decision } })
    return readCase(this.db, me, id)
  }

  @Mutation(() => Case)
  @CheckedInside('WithdrawCase')
  async withdrawCase(
    @Me() me: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('reason') reason: string,
    @Args('key') key: string,
  ): Promise<Case> {
    await this.withdrawCaseAct.run(me, { id, version }, reason, { key, input: { id, version, reason } })
    return readCaseAfter(this.db, me, id, version + 1)
  }

  @Mutation(() => Case)
  @CheckedInside('AttachFiles')
  async attachFiles(
    @Me() me: Viewer,
    @Args('caseId', { type: () => ID }) caseId: string,
    @Args('fileIds', { type: () => [ID] }) fileIds: string[],
    @Args('key') key: string,
    @Args('identityFileIds', { type: () => [ID], nullable: true, description: 'Those that show who a sealed reporter is' })
    identityFileIds: string[] | null = null,
    @Args('completes', { type: () => Boolean, nullable: true, description: 'They complete what the applicant was asked for' })
    completes: boolean | null = null,
  ): Promise<Case> {
    const attempt = { key, input: { caseId, fileIds, identityFileIds, completes } }
    await this.attachFilesAct.run(me, caseId, fileIds, attempt, identityFileIds ?? [], completes ?? false)
    return readCase(this.db, me, caseId)
  }

  private page(me: Viewer, list: ListQuery, first: number, after?: string | null): Promise<CasePage> {
    return countedPage(this.db, me, { ...list, select: caseColumns('c'), first, after: after ?? null }, toCase)
  }
}
