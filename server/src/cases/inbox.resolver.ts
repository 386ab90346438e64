import { Args, Field, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import { mayRead, type TaskKind, type Viewer } from '@domain'
import { TaskKindEnum } from '../platform/enums.js'
import { inOrder, type Batch, type Loaders } from '../platform/loaders.js'
import { Load, Me } from '../platform/me.js'
import { countedPage, type ListQuery } from '../platform/merged-page.js'
import { CheckedInside } from '../platform/policy.js'
import { Case } from './case.entity.js'
import { taskColumns, toTask } from './task-columns.js'
import { Task } from './task.entity.js'

@ObjectType()
@CheckedInside('the inbox query')
export class TaskPage {
  @Field(() => [Task]) rows: Task[]
  @Field(() => String, { nullable: true }) endCursor: string | null
  @Field(() => Int) total: number
  @Field() totalCapped: boolean
}

/** The cases of a page of tasks, in one query. Whoever has a task of a case reads the case; the check is made all the same. */
const casesOfTasks: Batch<string, Case | null> = async (ids, { db, viewer }) => {
  const rows = await db.manager.findBy(
    Case,
    ids.map((id) => ({ id })),
  )
  return inOrder(
    ids,
    rows.filter((row) => mayRead(viewer, row)),
    (row) => row.id,
  )
}

/** What waits for the viewer (kotak masuk), by urgency of the clock. */
@Resolver(() => Task)
export class InboxResolver {
  constructor(private readonly db: DataSource) {}

  @Query(() => TaskPage)
  @CheckedInside('mergedPage: the rules as SQL')
  inbox(
    @Me() me: Viewer,
    @Args('kinds', { type: () => [TaskKindEnum], nullable: true }) kinds?: TaskKind[] | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first = 50,
    @Args('after', { nullable: true, type: () => String }) after?: string | null,
  ): Promise<TaskPage> {
    const list = waitingList(kinds ?? null)
    return countedPage(this.db, me, { ...list, select: taskColumns('t'), first, after: after ?? null }, toTask)
  }

  @ResolveField(() => Case)
  @CheckedInside('casesOfTasks')
  case(@Parent() task: Task, @Load() loaders: Loaders): Promise<Case | null> {
    return loaders.of(casesOfTasks).load(task.caseId)
  }
}

/** The open tasks of the viewer's desks; also what the counters count. */
export const waitingList = (kinds: readonly TaskKind[] | null): ListQuery => ({
  subject: 'Task',
  from: 'task t',
  alias: 't',
  where: [{ sql: 't.closed_at IS NULL', params: [] }, ...(kinds ? [{ sql: 't.kind = ANY ($1)', params: [kinds] }] : [])],
  order: [{ sql: 't.due_at', type: 'timestamptz', direction: 'ASC' }],
})
