import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { DataSource, In } from 'typeorm'
import { mayRead, Refusal, type RequirementState, type Viewer } from '@domain'
import { Case } from '../cases/index.js'
import type { Batch, Loaders } from '../platform/loaders.js'
import { Load, Me } from '../platform/me.js'
import { CheckedInside } from '../platform/policy.js'
import { AssignVisit } from './assign-visit.js'
import { CompleteVisit, missingOf } from './complete-visit.js'
import { MissingRequirement } from './visit-parts.js'
import { Visit } from './visit.entity.js'

const ID_ARG = { type: () => ID }
const INT_ARG = { type: () => Int }

const missingOfCases: Batch<string, MissingRequirement[]> = async (caseIds, { db }) => {
  const cases = await db.manager.findBy(Case, { id: In([...caseIds]) })
  const checks = await db.query<{ case_id: string; code: string; state: RequirementState }[]>(
    'SELECT case_id, code, state FROM requirement_check WHERE case_id = ANY ($1)',
    [caseIds],
  )
  const found = await Promise.all(
    cases.map(async (theCase) => {
      const own = checks.filter(({ case_id: id }) => id === theCase.id)
      const missing = await missingOf(db, theCase, own)
      return [theCase.id, missing.map(({ code, text }) => ({ code, ...text }))] as const
    }),
  )
  const of = new Map(found)
  return caseIds.map((id) => of.get(id) ?? [])
}

/** What a visitor still has to bring, who takes it in, and whom the head of the unit names to meet them. */
@Resolver(() => Visit)
export class VisitPapersResolver {
  constructor(
    private readonly db: DataSource,
    private readonly completing: CompleteVisit,
    private readonly assign: AssignVisit,
  ) {}

  @ResolveField(() => [MissingRequirement], { description: 'The mandatory requirements that are not there, until the consultation begins' })
  @CheckedInside('whoever reached the visit')
  async missing(@Parent() visit: Visit, @Load() loaders: Loaders): Promise<MissingRequirement[]> {
    return visit.endedAt || visit.begunAt ? [] : loaders.of(missingOfCases).load(visit.caseId)
  }

  @Mutation(() => Visit, { description: 'The front office takes in requirements that were missing' })
  @CheckedInside('CompleteVisit')
  async completeVisit(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('codes', { type: () => [String] }) codes: string[],
    @Args('key') key: string,
  ): Promise<Visit> {
    await this.completing.run(me, { id, version }, codes, { key, input: { id, version, codes } })
    return this.visit(me, id)
  }

  @Mutation(() => Visit, { description: 'The head of the unit names the officer' })
  @CheckedInside('AssignVisit')
  async assignVisit(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('officerPositionId', ID_ARG) officerPositionId: string,
    @Args('key') key: string,
  ): Promise<Visit> {
    await this.assign.run(me, { id, version }, officerPositionId, { key, input: { id, version, officerPositionId } })
    return this.visit(me, id)
  }

  private async visit(me: Viewer, id: string): Promise<Visit> {
    const found = await this.db.manager.findOneBy(Visit, { id })
    if (!found || !mayRead(me, found)) throw new Refusal('access.denied')
    return found
  }
}
