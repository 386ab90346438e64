import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { DataSource, In } from 'typeorm'
import { explain, mayRead, Refusal, type ClockExplanation, type Viewer } from '@domain'
import { Case } from '../cases/case.entity.js'
import { grouped, type Batch, type Loaders } from '../platform/loaders.js'
import { Load, Me } from '../platform/me.js'
import { CheckedInside } from '../platform/policy.js'
import { JsonScalar } from '../platform/scalars.js'
import { calendarById } from '../standards/index.js'
import { ClockLine, linesOfClocks } from './clock-lines.js'
import { ClockRequest } from './clock-request.entity.js'
import { Clock } from './clock.entity.js'
import { LEDGER_JSON, ledgerOf, type LedgerJson } from './ledger-rows.js'

/** One clock with the account of every day counted and skipped. */
@Resolver(() => Clock)
export class ClocksResolver {
  constructor(private readonly db: DataSource) {}

  @Query(() => Clock)
  @CheckedInside('mayRead of its case')
  async clock(@Me() me: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Clock> {
    const clock = await this.db.manager.findOneBy(Clock, { id })
    const theCase = clock && (await this.db.manager.findOneBy(Case, { id: clock.caseId }))
    if (!clock || !theCase || !mayRead(me, theCase)) throw new Refusal('access.denied')
    return clock
  }

  @ResolveField(() => JsonScalar, {
    nullable: true,
    description: 'Every span counted or skipped, and why; null while the clock has not started',
  })
  @CheckedInside('whoever reached the clock')
  async explanation(@Parent() clock: Clock): Promise<ClockExplanation | null> {
    return explainClock(this.db, clock)
  }

  @ResolveField(() => [ClockLine], { description: 'The ledger, oldest line first' })
  @CheckedInside('whoever reached the clock')
  ledger(@Parent() clock: Clock, @Load() loaders: Loaders): Promise<ClockLine[]> {
    return loaders.of(linesOfClocks).load(clock.id)
  }

  @ResolveField(() => String)
  @CheckedInside('whoever reached the clock')
  async calendarVersion(@Parent() clock: Clock): Promise<string> {
    return (await calendarById(this.db, clock.calendarVersionId)).calendar.version
  }
}

/** How the due date of a clock comes about, or null before it has started. */
export async function explainClock(db: DataSource, clock: Clock): Promise<ClockExplanation | null> {
  if (!clock.startedAt) return null
  const { calendar } = await calendarById(db, clock.calendarVersionId)
  const [row] = await db.query<{ ledger: LedgerJson }[]>(`SELECT ${LEDGER_JSON} AS ledger FROM clock k WHERE k.id = $1`, [clock.id])
  return row ? explain(clock.rule, clock.startedAt, calendar, ledgerOf(row.ledger)) : null
}

const requestsOfCases: Batch<string, ClockRequest[]> = async (caseIds, { db }) => {
  const rows = await db.manager.find(ClockRequest, { where: { caseId: In([...caseIds]) }, order: { askedAt: 'DESC' } })
  return grouped(caseIds, rows, (row) => row.caseId)
}

const clocksOfCases: Batch<string, Clock[]> = async (caseIds, { db }) => {
  const rows = await db.manager.find(Clock, { where: { caseId: In([...caseIds]) }, order: { code: 'ASC' } })
  return grouped(caseIds, rows, (row) => row.caseId)
}

/** `Case.clocks`. The case itself was read under the rules; its clocks say nothing that its row does not. */
@Resolver(() => Case)
export class CaseClocksResolver {
  @ResolveField(() => [Clock])
  @CheckedInside('whoever reached the case')
  clocks(@Parent() theCase: Case, @Load() loaders: Loaders): Promise<Clock[]> {
    return loaders.of(clocksOfCases).load(theCase.id)
  }

  @ResolveField(() => [ClockRequest], { description: 'What was asked of a second person about the clocks, newest first' })
  @CheckedInside('whoever reached the case')
  clockRequests(@Parent() theCase: Case, @Load() loaders: Loaders): Promise<ClockRequest[]> {
    return loaders.of(requestsOfCases).load(theCase.id)
  }
}
