import 'reflect-metadata'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { DataSource } from 'typeorm'
import { createApp } from './create-app.js'
import { ensureAdministrator, type FirstAccount } from './people/index.js'
import { ConfigError, readConfig, type Config } from './platform/config.js'
import { demandFolder } from './platform/demand-folder.js'
import { errorFields, record, setLogLevel } from './platform/log.js'
import { Jobs } from './platform/jobs.js'
import { migrate } from './platform/migrate.js'
import { PROJECT_ROOT } from './platform/project-root.js'

/** What `demo/index.ts` offers: fictional people and work, made by the real actions. Gives the accounts to print. */
interface Demo {
  seedDemo(app: NestExpressApplication): Promise<readonly FirstAccount[]>
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const has = (error: unknown, code: string): boolean => typeof error === 'object' && error !== null && 'code' in error && error.code === code

/** The sentence for what an operator can put right; null for everything else. */
function operatorSentence(error: unknown, { host, port }: Config): string | null {
  if (error instanceof ConfigError) return error.message
  if (has(error, 'EADDRINUSE')) return `Port ${port} on ${host} is in use: set PORT to a free one, or stop what runs there.`
  if (has(error, 'EACCES')) return `Port ${port} on ${host} may not be opened by this account: set PORT to one above 1023.`
  if (has(error, 'ECONNREFUSED') || has(error, 'ENOTFOUND'))
    return 'DATABASE_URL leads to no PostgreSQL: is the server running, and the address right?'
  if (has(error, '28P01') || has(error, '28000')) return 'PostgreSQL refuses the user or the password of DATABASE_URL.'
  if (has(error, '3D000')) return 'PostgreSQL has no database of the name in DATABASE_URL: create it, empty.'
  if (has(error, 'ENOSPC') || has(error, '53100')) return 'The disk is full: free some room and start again. Nothing is lost.'
  return null
}

/** Seeds an empty database: the demo in demo mode, otherwise the first administrator. */
async function populate(app: NestExpressApplication, config: Config): Promise<readonly FirstAccount[]> {
  const [row] = await app.get(DataSource).query<{ empty: boolean }[]>('SELECT NOT EXISTS (SELECT FROM person) AS empty')
  if (!row?.empty || config.mode === 'test') return []
  const demo = join(import.meta.dirname, 'demo', 'index.js')
  if (config.mode !== 'demo' || !existsSync(demo)) {
    const first = await ensureAdministrator(app.get(DataSource), config.publicUrl)
    return first ? [first] : []
  }
  const { seedDemo } = (await import(demo)) as Demo
  say('Menyiapkan data peragaan ...')
  return app.get(Jobs).resting(() => seedDemo(app))
}

function announce(config: Config, accounts: readonly FirstAccount[]): void {
  say(`\nTanggap: ${config.publicUrl}`)
  if (accounts.length === 0) return
  say('\nAkun:')
  for (const { name, title, email, password } of accounts) say(`  ${email.padEnd(36)} ${password.padEnd(24)} ${name}, ${title}`)
  say('')
}

function closeOnSignal(app: NestExpressApplication): void {
  let closing = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (closing) return
      closing = true
      app.close().then(
        () => process.exit(0),
        (error: unknown) => {
          record('error', 'The server did not close cleanly', errorFields(error))
          process.exit(1)
        },
      )
    })
  }
}

async function main(config: Config): Promise<void> {
  setLogLevel(config.mode === 'production' ? 'info' : 'warn')
  await demandFolder(config.filesDir)
  await migrate(config.databaseUrl)
  const app = await createApp(config)
  closeOnSignal(app)
  await app.init()
  const accounts = await populate(app, config)
  await app.listen(config.port, config.host)
  announce(config, accounts)
}

function configure(): Config {
  try {
    return readConfig(process.env, { root: PROJECT_ROOT })
  } catch (error) {
    if (error instanceof ConfigError) return stop(error.problems.join('\n'))
    throw error
  }
}

const config = configure()
try {
  await main(config)
} catch (error) {
  const sentence = operatorSentence(error, config)
  if (sentence) stop(sentence)
  record('error', 'The server did not start', errorFields(error))
  process.exit(1)
}
