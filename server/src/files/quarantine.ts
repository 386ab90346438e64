import { mkdir, readdir, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Inject, Injectable } from '@nestjs/common'
import { FileStore } from '@tus/file-store'
import { Refusal } from '@domain'
import { CONFIG, type Config } from '../platform/config.module.js'
import { codeOf } from './blob-store.js'

/** How long an upload may wait to be finished or attached. */
export const KEPT_MS = 24 * 60 * 60 * 1000

/** Room that is left on the disk for everything else, in bytes. */
const RESERVE = 64 * 1024 * 1024

/** Where uploads lie until somebody has looked at them. Nothing in here is ever served. */
@Injectable()
export class Quarantine {
  readonly folder: string
  /** The same folder, for the upload protocol. */
  readonly uploads: FileStore

  constructor(@Inject(CONFIG) { filesDir }: Pick<Config, 'filesDir'>) {
    this.folder = join(filesDir, 'quarantine')
    this.uploads = new FileStore({ directory: this.folder, expirationPeriodInMilliseconds: KEPT_MS })
  }

  pathOf(id: string): string {
    return join(this.folder, id)
  }

  /** Bytes on the disk; null when there is no such file. */
  async sizeOf(id: string): Promise<number | null> {
    const found = await stat(this.pathOf(id)).catch((error: unknown) => absent(error))
    return found && found.size
  }

  /** The uploads a person has begun, finished or not: announced bytes by id. */
  async begunBy(owner: string): Promise<Map<string, number>> {
    const begun = new Map<string, number>()
    const names = await readdir(this.folder).catch((error: unknown) => absent(error) ?? [])
    for (const id of names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length))) {
      // Somebody may finish it, or take it back, while this looks.
      const upload = await this.uploads.getUpload(id).catch(() => null)
      if (upload?.metadata?.['owner'] === owner) begun.set(id, upload.size ?? 0)
    }
    return begun
  }

  /** Lays bytes down that came another way than by upload. */
  async keep(id: string, bytes: Uint8Array): Promise<void> {
    await mkdir(this.folder, { recursive: true })
    await writeFile(this.pathOf(id), bytes)
  }

  async discard(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true })
    await rm(`${this.pathOf(id)}.json`, { force: true })
  }

  /** Refuses with `file.disk_full` what would not fit. */
  async demandRoom(size: number): Promise<void> {
    await mkdir(this.folder, { recursive: true })
    const { bavail, bsize } = await statfs(this.folder)
    if (bavail * bsize < size + RESERVE) throw new Refusal('file.disk_full')
  }

  /** Removes what nobody has touched for a day; gives how many files that were. */
  async clear(before: Date): Promise<number> {
    const names = await readdir(this.folder).catch((error: unknown) => absent(error) ?? [])
    let count = 0
    for (const name of names) {
      const found = await stat(join(this.folder, name)).catch((error: unknown) => absent(error))
      if (!found || found.mtime >= before) continue
      await rm(join(this.folder, name), { force: true })
      count += 1
    }
    return count
  }
}

/** Null for a file that is not there; anything else is an error. */
function absent(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null
  throw error
}
