import { Args, Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import { mayRead, type TaskKind, type Viewer } from '@domain'
import { TaskKindEnum } from '../platform/enums.js'
import { Me } from '../platform/me.js'
import { countedPage, type ListQuery } from '../platform/merged-page.js'
import { CheckedInside } from '../platform/policy.js'
import { TASK_CASE, TASK_COLUMNS, toTask } from './task-columns.js'
import { Task } from './task.entity.js'

@ObjectType()
@CheckedInside('the inbox query')
export class TaskPage {
  @Field(() => [Task]) rows: Task[]
  @Field(() => String, { nullable: true }) endCursor: string | null
  @Field(() => Int) total: number
  @Field() totalCapped: boolean
}

/** What waits for the viewer (kotak masuk), by urgency of the clock. */
@Resolver()
export class InboxResolver {
  constructor(private readonly db: DataSource) {}

  @Query(() => TaskPage)
  @CheckedInside('mergedPage: the rules as SQL')
  async inbox(
    @Me() me: Viewer,
    @Args('kinds', { type: () => [TaskKindEnum], nullable: true }) kinds?: TaskKind[] | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first = 50,
    @Args('after', { nullable: true, type: () => String }) after?: string | null,
  ): Promise<TaskPage> {
    const list = waitingList(kinds ?? null)
    const page = await countedPage(this.db, me, { ...list, select: TASK_COLUMNS, joins: TASK_CASE, first, after: after ?? null }, toTask)
    // Whoever has a task of a case reads the case; the check is made all the same.
    return { ...page, rows: page.rows.filter((task) => task.case === null || mayRead(me, task.case)) }
  }
}

/** The open tasks of the viewer's desks, what is at risk before what is not and what stands still last; also what the counters count. */
export const waitingList = (kinds: readonly TaskKind[] | null): ListQuery => ({
  subject: 'Task',
  from: 'task t',
  alias: 't',
  where: [{ sql: 't.closed_at IS NULL', params: [] }, ...(kinds ? [{ sql: 't.kind = ANY ($1)', params: [kinds] }] : [])],
  order: [
    { sql: 't.at_risk_at', type: 'timestamptz', direction: 'ASC' },
    { sql: 't.due_at', type: 'timestamptz', direction: 'ASC' },
  ],
})
