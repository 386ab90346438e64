import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** What `postmaster.pid` says about the server that works, or worked, in a data folder. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
}

const pidFile = (data: string): string => join(data, 'postmaster.pid')

export function readPostmaster(data: string): Postmaster | null {
  if (!existsSync(pidFile(data))) return null
  const lines = readFileSync(pidFile(data), 'utf8').split('\n')
  const postmaster = { pid: Number(lines[0]), port: Number(lines[3]) }
  return postmaster.pid > 0 ? postmaster : null
}

function workingFolder(pid: string): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return null
  }
}

/** PostgreSQL's processes sit in their data folder: whether any is left (null where the system cannot tell). A zombie sits nowhere. */
function isAnyoneIn(data: string): boolean | null {
  if (!existsSync('/proc/self/cwd')) return null
  return readdirSync('/proc').some((pid) => /^\d+$/.test(pid) && workingFolder(pid) === data)
}

/** Removes a `postmaster.pid` that a crash left behind, once no process of that server is left; its pid may long be someone else's. */
export function clearStalePidFile(data: string): void {
  if (existsSync(pidFile(data)) && isAnyoneIn(data) === false) rmSync(pidFile(data), { force: true })
}

/** Waits until the server has left its data folder. */
export async function waitUntilGone(data: string, milliseconds: number): Promise<boolean> {
  for (const deadline = Date.now() + milliseconds; Date.now() < deadline; await sleep(25)) {
    if (!existsSync(pidFile(data)) && isAnyoneIn(data) !== true) return true
    clearStalePidFile(data)
  }
  return false
}

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name)
  } catch {
    // It ended between reading the file and the signal, which is what was wanted.
  }
}

/** Fast shutdown: open transactions are rolled back, the data is left clean. */
export async function stopPostmaster(data: string): Promise<void> {
  clearStalePidFile(data)
  const postmaster = readPostmaster(data)
  if (!postmaster) return
  signal(postmaster.pid, 'SIGINT')
  if (await waitUntilGone(data, 20_000)) return
  signal(postmaster.pid, 'SIGQUIT')
  await waitUntilGone(data, 5_000)
}

/** Immediate shutdown of a cluster whose data nobody needs. */
export async function killPostmaster(data: string): Promise<void> {
  clearStalePidFile(data)
  const postmaster = readPostmaster(data)
  if (!postmaster) return
  signal(postmaster.pid, 'SIGQUIT')
  await waitUntilGone(data, 5_000)
}
