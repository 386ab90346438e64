import { readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { ClusterError } from './cluster-error.js'

/** The operating system account PostgreSQL runs under; null means the account of this process. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

interface PasswdLine extends Account {
  readonly name: string
}

const parseLine = (line: string): PasswdLine | null => {
  const [name, , uid, gid] = line.split(':')
  return name && Number(uid) > 0 ? { name, uid: Number(uid), gid: Number(gid) } : null
}

/** PostgreSQL refuses uid 0: root hands it to `postgres`, else `nobody`, else any account the system knows. */
export function databaseAccount(passwd = () => readFileSync('/etc/passwd', 'utf8')): Account | null {
  if (process.getuid?.() !== 0) return null
  const known = passwd()
    .split('\n')
    .map(parseLine)
    .filter((line) => line !== null)
  const chosen = known.find(({ name }) => name === 'postgres') ?? known.find(({ name }) => name === 'nobody') ?? known[0]
  if (!chosen) {
    throw new ClusterError(
      'no_account',
      'PostgreSQL refuses to run as root and this system has no other account: add one (useradd postgres).',
    )
  }
  return { uid: chosen.uid, gid: chosen.gid }
}

const READ = 4
const ENTER = 1

function permits(path: string, account: Account, bits: number): boolean {
  const { mode, uid, gid } = statSync(path)
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0
  return ((mode >> shift) & bits) === bits
}

/** Whether the account can walk down to the folder and list it, judged by the permission bits of every folder above. */
export function canReach(account: Account | null, folder: string, bits = READ | ENTER): boolean {
  if (account === null) return true
  const path = realpathSync(folder)
  const parent = dirname(path)
  return permits(path, account, bits) && (parent === path || canReach(account, parent, ENTER))
}
