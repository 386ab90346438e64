import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Field, ID, ObjectType } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import { TimelineEntry } from '../platform/event-log/timeline-entry.js'
import { ChangeMember } from '../platform/live/change-union.js'
import { Changes } from '../platform/live/changes.js'
import { CheckedInside } from '../platform/policy.js'
import { CursorScalar } from '../platform/scalars.js'
import { SELECTION_COLUMNS, toSelection } from './selection-columns.js'
import { Selection } from './selection.entity.js'

/** A selection the receiver may read has moved, or one of its cases has. */
@ChangeMember()
@ObjectType()
@CheckedInside('permission at delivery')
export class SelectionChange {
  @Field(() => CursorScalar) cursor: string
  @Field(() => TimelineEntry) entry: TimelineEntry
  @Field(() => ID) selectionId: string
  @Field(() => Selection) selection: Selection
}

/** Tells the live stream about selections. */
@Injectable()
export class SelectionChanges implements OnModuleInit {
  constructor(
    private readonly changes: Changes,
    private readonly db: DataSource,
  ) {}

  onModuleInit(): void {
    this.changes.register({
      kinds: ['selection.*'],
      typename: 'SelectionChange',
      subjectType: 'Selection',
      resolve: async ({ subjectId }) => {
        const selection = await this.db.manager.findOneBy(Selection, { id: subjectId })
        return selection && { selectionId: selection.id, selection }
      },
    })
    this.changes.register({
      kinds: [
        'case.completed',
        'case.closed',
        'case.withdrawn',
        'case.disposed',
        'letter.issued',
        'letter.delivered',
        'letter.number_voided',
      ],
      typename: 'SelectionChange',
      subjectType: 'Selection',
      aside: true,
      resolve: async ({ caseId }) => {
        const [selection] = await this.db.query<object[]>(
          `SELECT ${SELECTION_COLUMNS} FROM selection s JOIN selection_request r ON r.selection_id = s.id WHERE r.case_id = $1`,
          [caseId],
        )
        return selection ? { selectionId: toSelection(selection).id, selection: toSelection(selection) } : null
      },
    })
  }
}
