import { Module, type OnModuleInit } from '@nestjs/common'
import { Changes } from '../platform/live/changes.js'
import { MarkNoticesRead } from './mark-notices-read.js'
import { Notices } from './notices.query.js'
import { NoticesResolver } from './notices.resolver.js'

export { MarkNoticesRead, Notices }

/** Notices: kept with the event they are about, read by the person alone, told live. */
@Module({ providers: [Notices, MarkNoticesRead, NoticesResolver], exports: [Notices, MarkNoticesRead] })
export class NoticesModule implements OnModuleInit {
  constructor(
    private readonly changes: Changes,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.changes.registerNotices((told, _, viewer) => this.notices.one(viewer, told.id))
  }
}
