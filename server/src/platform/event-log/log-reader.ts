import { Injectable, Logger } from '@nestjs/common'
import { LogBell } from '../bell.js'
import { placeAt, START, type Place } from './cursor.js'
import { EventLog } from './event-log.js'
import type { LoggedEvent } from './logged-event.js'

const POLL_MS = 2000
const PAGE = 500

/** Reads the log once for the whole node and hands each event on, in order, one after the other. */
@Injectable()
export class LogReader {
  private readonly logger = new Logger(LogReader.name)
  private stopped = false
  private work: Promise<void> = Promise.resolve()
  private readonly followers: ((event: LoggedEvent) => void)[] = []
  private at: Place = START

  constructor(
    private readonly events: EventLog,
    private readonly bell: LogBell,
  ) {}

  /** The place up to which this node has read. */
  get place(): Place {
    return this.at
  }

  /** Begins at the newest place; what was before is read by those who come with a cursor. */
  async start(deliver: (event: LoggedEvent) => Promise<void>): Promise<void> {
    this.at = await this.events.head()
    this.work = this.run(deliver)
  }

  /** Tells somebody beside the stream of each event as it is read; for what shows a whole anew and keeps no place of its own. */
  follow(follower: (event: LoggedEvent) => void): void {
    this.followers.push(follower)
  }

  async stop(): Promise<void> {
    this.stopped = true
    this.bell.ring()
    await this.work
  }

  private async run(deliver: (event: LoggedEvent) => Promise<void>): Promise<void> {
    while (!this.stopped) {
      try {
        const page = await this.events.after(this.at.offset, PAGE)
        for (const event of page) {
          if (this.stopped) return
          this.at = placeAt(event.offset, event.hash)
          for (const tell of this.followers) tell(event)
          await deliver(event)
        }
        if (page.length < PAGE) await this.bell.wait(POLL_MS)
      } catch (error) {
        this.logger.error(`The log could not be read: ${String(error)}`)
        await this.bell.wait(POLL_MS)
      }
    }
  }
}
