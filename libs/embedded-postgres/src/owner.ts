import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ClusterError } from './cluster-error.js'

const Owner = z.object({ pid: z.number(), started: z.string() })

const fileOf = (home: string): string => join(home, 'owner.json')

/** When a process began, in the kernel's ticks, so that a reused pid is not mistaken for it; empty where there is no /proc. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function livingOwner(home: string): number | null {
  if (!existsSync(fileOf(home))) return null
  try {
    const { pid, started } = Owner.parse(JSON.parse(readFileSync(fileOf(home), 'utf8')))
    return isAlive(pid) && startOf(pid) === started ? pid : null
  } catch {
    return null
  }
}

/** Whether a living process holds this home. */
export const isOwned = (home: string): boolean => livingOwner(home) !== null

/** Claims the home for this process, so that a second start does not share and later stop the same database. */
export function claim(home: string): void {
  const owner = livingOwner(home)
  if (owner !== null) {
    throw new ClusterError(
      'in_use',
      `Tanggap already runs from this folder (process ${owner}): stop that one first, or use the other window.`,
    )
  }
  rmSync(fileOf(home), { force: true })
  writeFileSync(fileOf(home), JSON.stringify({ pid: process.pid, started: startOf(process.pid) }), { mode: 0o600, flag: 'wx' })
}

export const release = (home: string): void => rmSync(fileOf(home), { force: true })
