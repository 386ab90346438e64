import { AsyncLocalStorage } from 'node:async_hooks'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { NextFunction, Request, Response } from 'express'
import { DataSource } from 'typeorm'
import { Refusal } from '@domain'
import { errorFields, record } from './log.js'

/** Ten seconds a request (rule 29). */
export const DEADLINE_MS = 10_000

type Release = (destroy?: boolean) => void
type Connected = (error: Error | undefined, client: { readonly processID?: number } | undefined, release: Release) => void

/** The part of pg's Pool that is used here. */
interface Pool {
  connect(done: Connected): void
  query(sql: string, params: readonly unknown[]): Promise<unknown>
}

interface Running {
  expired: boolean
  /** Server processes that work for this request now. */
  readonly backends: Set<number>
}

const requests = new AsyncLocalStorage<Running>()

const isPool = (value: unknown): value is Pool => typeof value === 'object' && value !== null && 'connect' in value && 'query' in value

/**
 * Cuts a request off after its deadline, down to PostgreSQL: its running statements are cancelled, and it gets no further connection.
 * Both surface as `request.too_slow`; a transaction cut off so is rolled back.
 */
@Injectable()
export class Deadline implements OnModuleInit {
  private pool: Pool | null = null

  constructor(private readonly db: DataSource) {}

  onModuleInit(): void {
    const pool: unknown = 'master' in this.db.driver ? this.db.driver.master : null
    if (!isPool(pool)) throw new Error('The deadline found no connection pool to watch')
    const connect = pool.connect.bind(pool)
    pool.connect = (done) => {
      const running = requests.getStore()
      if (!running) return connect(done)
      if (running.expired) return done(new Refusal('request.too_slow'), undefined, () => undefined)
      connect((error, client, release) => {
        const backend = client?.processID
        if (error || backend === undefined) return done(error, client, release)
        running.backends.add(backend)
        done(undefined, client, (destroy) => {
          running.backends.delete(backend)
          release(destroy)
        })
      })
    }
    this.pool = pool
  }

  /** Express middleware for the routes that must answer within so many milliseconds. */
  within(milliseconds: number): (request: Request, response: Response, next: NextFunction) => void {
    return (_, response, next) => {
      const running: Running = { expired: false, backends: new Set() }
      const timer = setTimeout(() => void this.expire(running), milliseconds)
      response.once('close', () => clearTimeout(timer))
      requests.run(running, next)
    }
  }

  private async expire(running: Running): Promise<void> {
    running.expired = true
    const backends = [...running.backends]
    if (backends.length === 0) return
    try {
      await requests.exit(async () => this.pool?.query('SELECT pg_cancel_backend(backend) FROM unnest($1::int[]) backend', [backends]))
    } catch (error) {
      record('warn', 'A slow request could not be cancelled', errorFields(error))
    }
  }
}
