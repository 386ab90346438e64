import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common'
import pg from 'pg'
import { Bell, LogBell } from '../bell.js'
import type { Config } from '../config.js'
import { CONFIG } from '../config.module.js'
import { LOG_CHANNEL } from './log-keeper.js'

const CHECK_MS = 30_000
const AGAIN_MS = 500

/** Hears from PostgreSQL that the log has grown on another node. A hint only: the reader polls regardless (rule 13). */
@Injectable()
export class LogListener implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(LogListener.name)
  private readonly broken = new Bell()
  private stopped = false
  private work: Promise<void> = Promise.resolve()

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'databaseUrl'>,
    private readonly log: LogBell,
  ) {}

  onApplicationBootstrap(): void {
    this.work = this.run()
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true
    this.broken.ring()
    await this.work
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      const client = new pg.Client({ connectionString: this.config.databaseUrl, application_name: 'tanggap listener', query_timeout: 5000 })
      client.on('error', () => this.broken.ring())
      client.on('end', () => this.broken.ring())
      client.on('notification', () => this.log.ring())
      try {
        await client.connect()
        await client.query(`LISTEN ${LOG_CHANNEL}`)
        this.log.ring()
        while (!this.stopped) {
          await this.broken.wait(CHECK_MS)
          if (!this.stopped) await client.query('SELECT 1')
        }
      } catch (error) {
        if (!this.stopped) this.logger.warn(`The listener lost its connection and begins again: ${String(error)}`)
        await this.broken.wait(AGAIN_MS)
      } finally {
        await client.end().catch(() => undefined)
      }
    }
  }
}
