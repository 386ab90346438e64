import type { LoggerService } from '@nestjs/common'
import pino from 'pino'

/** Everything a log line may carry (rule 32): no bodies, variables, tokens or names. */
export interface LogFields {
  readonly traceId?: string
  readonly code?: string
  readonly error?: string
  readonly message?: string
  readonly stack?: string
  readonly context?: string
  readonly method?: string
  readonly path?: string
  readonly operation?: string
  readonly status?: number
  readonly milliseconds?: number
  readonly personId?: string
  readonly job?: string
  readonly count?: number
}

const ALLOWED: Readonly<Record<keyof LogFields, true>> = {
  traceId: true,
  code: true,
  error: true,
  message: true,
  stack: true,
  context: true,
  method: true,
  path: true,
  operation: true,
  status: true,
  milliseconds: true,
  personId: true,
  job: true,
  count: true,
}

const out = pino({ level: 'warn', base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ fd: 2, sync: true }))

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/** What is written from now on: this level and above. */
export const setLogLevel = (level: LogLevel | 'silent'): void => {
  out.level = level
}

/** Values in messages of libraries can be identities: long numbers are blotted out. */
const blot = (value: unknown): unknown => (typeof value === 'string' ? value.replace(/\d{16,18}/g, '################') : value)

/** One JSON line: what happened, and allow-listed facts about it. */
export function record(level: LogLevel, event: string, fields: LogFields = {}): void {
  const kept = Object.entries(fields).filter(([name, value]) => name in ALLOWED && value !== undefined)
  out[level](Object.fromEntries(kept.map(([name, value]) => [name, blot(value)])), event)
}

/** The facts of an error that may be logged. A cause is named by its class only. */
export const errorFields = (error: unknown): LogFields =>
  error instanceof Error
    ? { error: error.name, message: error.message, stack: error.stack ?? '' }
    : { error: typeof error, message: 'Something that is not an Error was thrown' }

const text = (message: unknown): string => (message instanceof Error ? message.message : String(message))

const contextOf = (rest: readonly unknown[]): LogFields => {
  const last = rest.at(-1)
  return typeof last === 'string' ? { context: last } : {}
}

/** Nest's own lines, in the same form. */
export const nestLog: LoggerService = {
  log: (message: unknown, ...rest: unknown[]) => record('debug', text(message), contextOf(rest)),
  warn: (message: unknown, ...rest: unknown[]) => record('warn', text(message), contextOf(rest)),
  error: (message: unknown, ...rest: unknown[]) => record('error', text(message), { ...errorFieldsOf(message), ...contextOf(rest) }),
}

const errorFieldsOf = (message: unknown): LogFields => (message instanceof Error ? errorFields(message) : {})
