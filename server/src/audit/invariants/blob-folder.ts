import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** The content-addressed folder as it lies on the disk, read without the product's own store: a checker trusts nothing it checks. */
export class BlobFolder {
  constructor(private readonly folder: string) {}

  /** Size in bytes and SHA-256 of the bytes kept under this name; null when there are none. */
  async measure(sha256: string): Promise<{ readonly size: number; readonly sha256: string } | null> {
    const path = join(this.folder, sha256.slice(0, 2), sha256)
    const hash = createHash('sha256')
    let size = 0
    try {
      for await (const chunk of createReadStream(path)) {
        const bytes = chunk as Buffer
        hash.update(bytes)
        size += bytes.length
      }
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
      throw error
    }
    return { size, sha256: hash.digest('hex') }
  }

  /** Every name in the folder with the time its bytes came, in milliseconds. What is still on its way in has no name yet. */
  async *names(): AsyncIterable<{ readonly sha256: string; readonly modifiedMs: number }> {
    const shelves = await readdir(this.folder).catch(() => [])
    for (const shelf of shelves.filter((name) => /^[0-9a-f]{2}$/.test(name))) {
      for (const name of await readdir(join(this.folder, shelf))) {
        const found = /^[0-9a-f]{64}$/.test(name) ? await stat(join(this.folder, shelf, name)).catch(() => null) : null
        if (found) yield { sha256: name, modifiedMs: found.mtimeMs }
      }
    }
  }
}
