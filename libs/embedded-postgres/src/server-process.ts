import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Account } from './account.js'
import type { Binaries } from './binaries.js'
import { answers, DATABASE } from './connection.js'
import { clearStalePidFile } from './postmaster.js'
import { freePort, isPortFree, readSettings, writeSettings, type Settings } from './settings.js'

const run = promisify(execFile)

/** Crash recovery of a demo-sized database takes seconds; this is the point where waiting helps nobody. */
export const START_LIMIT_MS = 60_000

/** Everything needed to make and run the server of one home. */
export interface Site {
  readonly home: string
  readonly data: string
  readonly binaries: Binaries
  readonly account: Account | null
  readonly throwaway: boolean
}

/** PG* variables of the operator's shell must not steer our server. */
const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG'))),
  LC_ALL: 'C',
  TZ: 'UTC',
})

/** Makes the data folder beside its final place and renames it at the end: an interrupted initdb is never taken for a database. */
export async function initialise({ home, data, binaries, account, throwaway }: Site): Promise<void> {
  if (existsSync(data)) return
  const { password } = await readSettings(home)
  const unfinished = `${data}.new`
  const passwordFile = join(home, 'password.new')
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account) for (const path of [unfinished, passwordFile]) chownSync(path, account.uid, account.gid)
  const who = ['-D', unfinished, '-U', DATABASE, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`]
  const locale = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  try {
    await run(binaries.initdb, [...who, ...locale, ...(throwaway ? ['--no-sync'] : [])], { ...account, cwd: '/', env: environment() })
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(unfinished, data)
}

function launch({ binaries, data, account, throwaway }: Site, port: number, logFile: string): ChildProcess {
  const config = {
    listen_addresses: '127.0.0.1',
    ...(process.platform === 'win32' ? {} : { unix_socket_directories: '' }),
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    ...(throwaway ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  }
  const flags = Object.entries(config).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openSync(logFile, 'w', 0o600)
  try {
    // A process group of its own: Ctrl-C in a terminal reaches the application first, which then stops its database.
    return spawn(binaries.postgres, ['-D', data, '-p', String(port), ...flags], {
      ...account,
      cwd: '/',
      env: environment(),
      detached: true,
      stdio: ['ignore', log, log],
    })
  } finally {
    closeSync(log)
  }
}

/** Waits until the child answers (true) or has ended (false). */
async function settle(child: ChildProcess, settings: Settings, deadline: number): Promise<boolean> {
  let ended = false
  child.once('exit', () => (ended = true))
  const failure = new Promise<never>((_, reject) => child.once('error', reject))
  while (!ended && Date.now() < deadline) {
    if (await Promise.race([answers(settings), failure])) return true
    await sleep(30)
  }
  if (!ended) child.kill('SIGQUIT')
  return false
}

/** Starts the server on the stored port, or on another when that one is taken; returns the settings it answers on. */
export async function serve(site: Site): Promise<Settings> {
  const logFile = join(site.home, 'postgres.log')
  for (const deadline = Date.now() + START_LIMIT_MS; Date.now() < deadline; await sleep(200)) {
    clearStalePidFile(site.data)
    let settings = await readSettings(site.home)
    if (!(await isPortFree(settings.port))) {
      settings = { ...settings, port: await freePort() }
      writeSettings(site.home, settings)
    }
    const child = launch(site, settings.port, logFile)
    if (await settle(child, settings, deadline)) {
      child.unref()
      return settings
    }
    const words = readFileSync(logFile, 'utf8')
    const worthRepeating = /Address already in use|lock file "postmaster\.pid" already exists/.test(words)
    if (!worthRepeating) throw new Error(words)
  }
  throw new Error(`No answer within ${START_LIMIT_MS / 1000} seconds`)
}
