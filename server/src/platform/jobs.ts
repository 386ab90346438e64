import { EventEmitter } from 'node:events'
import { Inject, Injectable, Logger as NestLogger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common'
import { Logger, parseCronItems, run, runOnce, type CronItem, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import { DataSource } from 'typeorm'
import { CONFIG, type Config } from './config.module.js'
import { JobLease } from './job-lease.js'
import type { JsonObject } from './json.js'

/** Does the work of one job. Throwing has it tried again later, with growing pauses; the same job may therefore run twice. */
export type JobHandler = (payload: JsonObject, job: RunningJob) => Promise<void>

export interface RunningJob {
  readonly id: string
  /** 1 at the first attempt. */
  readonly attempt: number
  /** Whether nobody will try again when this attempt fails. */
  readonly last: boolean
}

/** A job that was given up after its last attempt. */
export interface GivenUpJob {
  readonly id: string
  readonly name: string
  readonly attempts: number
  readonly lastError: string
  readonly at: Date
}

const POLL_MS = 1000
const CONCURRENT = 4
/** The node's jobs have their own few connections: requests never wait for them. */
const POOL_SIZE = CONCURRENT + 2

/** Work outside transactions: mail, rendering, escalation (rule 8). Every node runs jobs; PostgreSQL gives each to one of them. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new NestLogger(Jobs.name)
  private readonly handlers: TaskList = {}
  private readonly hours: CronItem[] = []
  private runner: Runner | null = null
  private pool: pg.Pool | null = null
  private readonly lease: JobLease
  private readonly events: WorkerEvents = new EventEmitter()

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'databaseUrl'>,
    private readonly db: DataSource,
  ) {
    this.lease = new JobLease(config.databaseUrl)
    this.events.on('pool:create', ({ workerPool }) => this.lease.hold(workerPool.id))
  }

  /** Called by a feature when it is initialised (`onModuleInit`). */
  handle(name: string, handler: JobHandler): void {
    if (name in this.handlers) throw new Error(`Two features handle the job ${name}`)
    this.handlers[name] = (payload, { job }) =>
      handler(payload as JsonObject, { id: job.id, attempt: job.attempts, last: job.attempts >= job.max_attempts })
  }

  /** A job that begins by the clock: `cron` is five fields in UTC (`* * * * *` is every minute). Missed hours are not made up for. */
  periodically(name: string, cron: string, handler: JobHandler): void {
    this.handle(name, handler)
    this.hours.push({ task: name, match: cron, identifier: name, options: { maxAttempts: 1, jobKey: name } })
  }

  /** Does now what waits and is due, in the caller's time. For tests and the demo seeder, which run no runner. */
  async drain(): Promise<void> {
    const pool = this.connections()
    try {
      await runOnce({ ...this.options(pool), concurrency: 1 })
    } finally {
      await pool.end()
    }
  }

  /** Takes the steps while this node runs no jobs: what they add waits for the end, so that a demo's past is not mixed with today's work. */
  async resting<T>(steps: () => Promise<T>): Promise<T> {
    await this.beforeApplicationShutdown()
    try {
      return await steps()
    } finally {
      await this.onApplicationBootstrap()
    }
  }

  async onApplicationBootstrap(): Promise<void> {
    this.pool = this.connections()
    this.runner = await run({ ...this.options(this.pool), concurrency: CONCURRENT, parsedCronItems: parseCronItems(this.hours) })
    this.lease.start()
    // `promise` rejects when the runner dies; the jobs stay in the database for the next start or another node.
    this.runner.promise.catch((error: unknown) => this.logger.error(`The jobs have stopped: ${String(error)}`))
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.runner?.stop()
    await this.lease.stop()
    await this.pool?.end()
    this.runner = null
    this.pool = null
  }

  /** Gives back what crashed processes have left undone; otherwise this happens every second. */
  giveBackAbandoned(): Promise<void> {
    return this.lease.look()
  }

  /** The jobs that were given up, newest first, at most a hundred. */
  async givenUp(): Promise<GivenUpJob[]> {
    return this.db.query(
      `SELECT id::text, task_identifier AS name, attempts, coalesce(last_error, '') AS "lastError", updated_at AS at
       FROM graphile_worker.jobs WHERE attempts >= max_attempts AND locked_at IS NULL ORDER BY updated_at DESC LIMIT 100`,
    )
  }

  private connections(): pg.Pool {
    const pool = new pg.Pool({ connectionString: this.config.databaseUrl, max: POOL_SIZE, application_name: 'tanggap jobs' })
    // Without a listener a lost idle connection would end the process; the next job takes a new one.
    const lost = (error: Error) => this.logger.warn(`The jobs lost a connection: ${error.message}`)
    pool.on('error', lost)
    pool.on('connect', (client) => client.on('error', lost))
    return pool
  }

  private options(pgPool: pg.Pool) {
    const write = (level: string, message: string): void => {
      if (level === 'error') this.logger.error(message)
      else if (level === 'warning') this.logger.warn(message)
    }
    return {
      pgPool,
      pollInterval: POLL_MS,
      noHandleSignals: true,
      events: this.events,
      taskList: this.handlers,
      logger: new Logger(() => (level, message) => write(level, message)),
    }
  }
}
