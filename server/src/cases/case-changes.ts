import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Field, ID, ObjectType } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import { mayRead } from '@domain'
import { TimelineEntry } from '../platform/event-log/timeline-entry.js'
import { ChangeMember } from '../platform/live/change-union.js'
import { Changes } from '../platform/live/changes.js'
import { CheckedInside } from '../platform/policy.js'
import { CursorScalar } from '../platform/scalars.js'
import { Case } from './case.entity.js'
import { TASK_CASE, TASK_COLUMNS, toTask } from './task-columns.js'
import { Task } from './task.entity.js'

/** A case the receiver may read has moved or has been seen for the first time. */
@ChangeMember()
@ObjectType()
@CheckedInside('permission at delivery')
export class CaseChange {
  @Field(() => CursorScalar) cursor: string
  @Field(() => TimelineEntry) entry: TimelineEntry
  @Field(() => Case) case: Case
}

/** Something has come onto, or left, a desk of the receiver. */
@ChangeMember()
@ObjectType()
@CheckedInside('permission at delivery')
export class TaskChange {
  @Field(() => CursorScalar) cursor: string
  @Field(() => ID) taskId: string
  @Field() closed: boolean
  @Field(() => Task) task: Task
}

/** Tells the live stream about cases and tasks. */
@Injectable()
export class CaseChanges implements OnModuleInit {
  constructor(
    private readonly changes: Changes,
    private readonly db: DataSource,
  ) {}

  onModuleInit(): void {
    this.changes.register({
      kinds: ['case.*'],
      typename: 'CaseChange',
      subjectType: 'Case',
      resolve: async ({ subjectId }) => {
        const found = await this.db.manager.findOneBy(Case, { id: subjectId })
        return found && { case: found }
      },
    })
    this.changes.register({
      kinds: ['task.*'],
      typename: 'TaskChange',
      subjectType: 'Task',
      resolve: async ({ subjectId }) => {
        const [row] = await this.db.query<object[]>(`SELECT ${TASK_COLUMNS} FROM task t ${TASK_CASE} WHERE t.id = $1`, [subjectId])
        if (!row) return null
        const task = toTask(row)
        return { taskId: task.id, closed: task.closedAt !== null, task, case: task.case }
      },
      reaches: ({ after }, viewer) => after?.__typename === 'Task' && 'caseId' in after && mayRead(viewer, after),
      // Work leaves a desk also because the case does: whoever lost it hears that the task is gone, and no word of the case as it is now.
      shows: (fields, viewer) =>
        'case' in fields && (fields.case === null || (fields.case instanceof Case && mayRead(viewer, fields.case))),
    })
  }
}
