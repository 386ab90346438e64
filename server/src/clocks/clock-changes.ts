import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { mayRead, type Facts } from '@domain'
import { Case } from '../cases/case.entity.js'
import type { EventSubject } from '../platform/announcement.js'
import { findById } from '../platform/find-by-id.js'
import { Changes } from '../platform/live/changes.js'

const isCase = (facts: EventSubject | null): facts is Extract<Facts, { __typename: 'Case' }> => facts?.__typename === 'Case'

/** Tells the live stream what happens to clocks, as a change of their case: its lists and its page show the new date. */
@Injectable()
export class ClockChanges implements OnModuleInit {
  constructor(
    private readonly changes: Changes,
    private readonly db: DataSource,
  ) {}

  onModuleInit(): void {
    this.changes.register({
      kinds: ['clock.*'],
      typename: 'CaseChange',
      subjectType: 'Clock',
      resolve: async ({ caseId }) => {
        const found = caseId === null ? null : await findById(this.db.manager, Case, caseId)
        return found && { case: found }
      },
      reaches: ({ after }, viewer) => isCase(after) && mayRead(viewer, after),
      shows: (fields, viewer) => 'case' in fields && fields.case instanceof Case && mayRead(viewer, fields.case),
    })
  }
}
