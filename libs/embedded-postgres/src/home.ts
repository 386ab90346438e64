import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { canReach, databaseAccount, type Account } from './account.js'
import { explain } from './cluster-error.js'
import { isOwned } from './owner.js'
import { killPostmaster } from './postmaster.js'

const ENTER_ONLY = 0o711

const firstExisting = (folder: string): string => (existsSync(folder) ? folder : firstExisting(dirname(folder)))

const reachable = (account: Account | null, folder: string): boolean => canReach(account, firstExisting(folder), 1)

/**
 * The folder that keeps a checkout's database: `preferred` where the database account can get at it. Under root a checkout
 * in a private home is closed to that account, so the cluster then lives in /var/lib, named after the checkout.
 * A database that is already there wins, so a later chmod never loses sight of it.
 */
export function clusterHome(preferred: string, account = databaseAccount()): string {
  try {
    mkdirSync(preferred, { recursive: true, mode: ENTER_ONLY })
  } catch (error) {
    throw explain(error, preferred)
  }
  const real = realpathSync(preferred)
  const name = createHash('sha256').update(real).digest('hex').slice(0, 12)
  const elsewhere = join('/var/lib', `tanggap-${name}`)
  if (account !== null && existsSync(elsewhere)) return elsewhere
  return reachable(account, real) ? real : elsewhere
}

/** A fresh folder for a cluster that lives as long as its process: `<tmp>/<prefix>-XXXXXX`. */
export function throwawayHome(prefix: string): string {
  const parent = reachable(databaseAccount(), tmpdir()) ? tmpdir() : '/var/tmp'
  const home = mkdtempSync(join(parent, `${prefix}-`))
  chmodSync(home, ENTER_ONLY)
  return realpathSync(home)
}

/** Stops and deletes throwaway clusters whose process was killed before it could do so itself. */
export async function removeAbandonedHomes(prefix: string): Promise<void> {
  for (const parent of new Set([tmpdir(), '/var/tmp'])) {
    if (!existsSync(parent)) continue
    for (const home of readdirSync(parent)
      .filter((name) => name.startsWith(`${prefix}-`))
      .map((name) => join(parent, name))) {
      if (basename(home).length !== prefix.length + 7 || isOwned(home)) continue
      await killPostmaster(join(home, 'data'))
      rmSync(home, { recursive: true, force: true })
    }
  }
}
