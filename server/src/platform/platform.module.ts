import { Global, Module } from '@nestjs/common'
import { CommitBell, LogBell } from './bell.js'
import { DatabaseModule } from './database.module.js'
import { Cursors } from './event-log/cursor.js'
import { EventLog } from './event-log/event-log.js'
import { LogKeeper } from './event-log/log-keeper.js'
import { LogListener } from './event-log/log-listener.js'
import { LogReader } from './event-log/log-reader.js'
import { Jobs } from './jobs.js'
import { JobsResolver } from './jobs.resolver.js'
import { Changes } from './live/changes.js'
import { Work } from './work.js'

/** What every feature stands on: transactions, the event log, what is told of it, jobs. The stream itself is `LiveModule`. */
@Global()
@Module({
  imports: [DatabaseModule],
  providers: [CommitBell, LogBell, Work, Cursors, EventLog, LogKeeper, LogListener, LogReader, Changes, Jobs, JobsResolver],
  exports: [Work, Cursors, EventLog, LogReader, Changes, Jobs],
})
export class PlatformModule {}
