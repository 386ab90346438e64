import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Case } from '../cases/index.js'
import { Changes } from '../platform/live/changes.js'

/** Tells the live stream that the files of a case have changed; what is sent is the case. */
@Injectable()
export class FileChanges implements OnModuleInit {
  constructor(
    private readonly changes: Changes,
    private readonly db: DataSource,
  ) {}

  onModuleInit(): void {
    this.changes.register({
      kinds: ['file.*'],
      typename: 'CaseChange',
      subjectType: 'Case',
      resolve: async ({ caseId }) => {
        const found = caseId && (await this.db.manager.findOneBy(Case, { id: caseId }))
        return found ? { case: found } : null
      },
    })
  }
}
