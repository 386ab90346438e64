import { chmodSync, existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { databaseAccount } from './account.js'
import { findBinaries } from './binaries.js'
import { explain } from './cluster-error.js'
import { answers, DATABASE, ensureDatabase, urlOf } from './connection.js'
import { claim, release } from './owner.js'
import { clearStalePidFile, readPostmaster, stopPostmaster, waitUntilGone } from './postmaster.js'
import { initialise, serve, START_LIMIT_MS } from './server-process.js'
import { readSettings, type Settings } from './settings.js'

export interface ClusterOptions {
  /** The folder that holds data, settings and log of this cluster; see `clusterHome` and `throwawayHome`. */
  readonly home: string
  /** Trades durability for speed and deletes the folder on stop: for tests only. */
  readonly throwaway?: boolean
}

/** A running PostgreSQL. */
export interface Cluster {
  /** Connection string of the database `tanggap`. */
  readonly url: string
  /** True when the server was still running from a process that was killed. */
  readonly adopted: boolean
  /** Stops the server; close the connections of the application first. Calling it again waits for the same stop. */
  stop(): Promise<void>
}

/** The settings of a server that a killed process left running, once it answers; null when there is none. */
async function adopt(home: string, data: string): Promise<Settings | null> {
  clearStalePidFile(data)
  for (const deadline = Date.now() + START_LIMIT_MS; Date.now() < deadline; await sleep(50)) {
    const postmaster = readPostmaster(data)
    if (!postmaster) return null
    const settings = { ...(await readSettings(home)), port: postmaster.port }
    if (postmaster.port > 0 && (await answers(settings))) return settings
    if (await waitUntilGone(data, 100)) return null
  }
  return null
}

async function startFresh(home: string, data: string, throwaway: boolean): Promise<Settings> {
  const account = databaseAccount()
  const site = { home, data, binaries: findBinaries(home, account), account, throwaway }
  await initialise(site)
  return serve(site)
}

function prepare(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  if (process.getuid?.() === 0) chmodSync(folder, 0o711)
  return realpathSync(folder)
}

/**
 * Starts the PostgreSQL that came with npm, or adopts the one that is still running in `home`.
 * Throws a ClusterError whose message tells the operator what to do.
 */
export async function startCluster({ home: folder, throwaway = false }: ClusterOptions): Promise<Cluster> {
  try {
    const home = prepare(folder)
    const data = join(home, 'data')
    const stop = async (): Promise<void> => {
      await stopPostmaster(data)
      release(home)
      if (throwaway) rmSync(home, { recursive: true, force: true })
    }
    claim(home)
    try {
      const adopted = await adopt(home, data)
      const settings = adopted ?? (await startFresh(home, data, throwaway))
      await ensureDatabase(settings)
      let stopping: Promise<void> | undefined
      return { url: urlOf(settings, DATABASE), adopted: adopted !== null, stop: () => (stopping ??= stop()) }
    } catch (error) {
      await stop()
      throw error
    }
  } catch (error) {
    throw explain(error, folder)
  }
}

/** Where the server that works in this home answers now; null when none does. Claims and starts nothing. */
export async function runningCluster(home: string): Promise<string | null> {
  const postmaster = readPostmaster(join(home, 'data'))
  if (!postmaster || !existsSync(join(home, 'cluster.json'))) return null
  const settings = { ...(await readSettings(home)), port: postmaster.port }
  return (await answers(settings)) ? urlOf(settings, DATABASE) : null
}
