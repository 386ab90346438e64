import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, utimes, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Inject, Injectable } from '@nestjs/common'
import { Refusal } from '@domain'
import { CONFIG, type Config } from '../platform/config.module.js'

/** Bytes that were kept: their name and how many they are. */
export interface Blob {
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string
  readonly size: number
}

const SHA256 = /^[0-9a-f]{64}$/

/** The content-addressed folder: bytes lie under their SHA-256 and never change. Kept bytes are on the disk before `put` returns. */
@Injectable()
export class BlobStore {
  private readonly folder: string

  constructor(@Inject(CONFIG) { filesDir }: Pick<Config, 'filesDir'>) {
    this.folder = filesDir
  }

  /** Keeps bytes; the same bytes again change nothing. A full disk is `file.disk_full`. */
  async put(content: Uint8Array | Readable): Promise<Blob> {
    const incoming = join(this.folder, 'incoming')
    await mkdir(incoming, { recursive: true })
    const temporary = join(incoming, randomUUID())
    try {
      const blob = await write(temporary, content instanceof Readable ? content : Readable.from([content]))
      await this.place(temporary, blob.sha256)
      return blob
    } catch (error) {
      await rm(temporary, { force: true })
      if (codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT') throw new Refusal('file.disk_full')
      throw error
    }
  }

  /** The bytes, as a stream that fails when there are none; `range` counts from 0, its end included. */
  open(sha256: string, range: { readonly start?: number; readonly end?: number } = {}): ReadStream {
    return createReadStream(this.pathOf(sha256), range)
  }

  has(sha256: string): Promise<boolean> {
    return stat(this.pathOf(sha256)).then(
      () => true,
      (error: unknown) => {
        if (codeOf(error) === 'ENOENT') return false
        throw error
      },
    )
  }

  /** The names of bytes that were last kept before an instant. */
  async *keptBefore(instant: Date): AsyncGenerator<string> {
    for (const part of (await readdir(this.folder)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
      for (const name of await readdir(join(this.folder, part))) {
        if (SHA256.test(name) && (await stat(this.pathOf(name))).mtime < instant) yield name
      }
    }
  }

  /** Takes bytes away that were last kept before an instant, unless somebody else just did. The caller holds that nothing names them. */
  async remove(sha256: string, instant: Date): Promise<void> {
    try {
      if ((await stat(this.pathOf(sha256))).mtime < instant) await rm(this.pathOf(sha256))
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error
    }
  }

  async read(sha256: string): Promise<Buffer> {
    const chunks: Buffer[] = []
    for await (const chunk of this.open(sha256)) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks)
  }

  pathOf(sha256: string): string {
    if (!SHA256.test(sha256)) throw new Error('A blob is named by its SHA-256')
    return join(this.folder, sha256.slice(0, 2), sha256)
  }

  private async place(temporary: string, sha256: string): Promise<void> {
    const target = this.pathOf(sha256)
    const known = await stat(target).catch(() => null)
    if (known) {
      await utimes(target, new Date(), new Date())
      return rm(temporary, { force: true })
    }
    await mkdir(join(this.folder, sha256.slice(0, 2)), { recursive: true })
    await rename(temporary, target)
    const folder = await open(join(this.folder, sha256.slice(0, 2)))
    await folder.sync().finally(() => folder.close())
  }
}

async function write(path: string, content: Readable): Promise<Blob> {
  const file = await open(path, 'wx', 0o600)
  try {
    return await copy(content, file)
  } finally {
    await file.close()
  }
}

async function copy(content: Readable, file: FileHandle): Promise<Blob> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of content) {
    const bytes = chunk as Uint8Array
    hash.update(bytes)
    size += bytes.length
    await file.write(bytes)
  }
  await file.sync()
  return { sha256: hash.digest('hex'), size }
}

/** The code of a system error, such as ENOENT. */
export const codeOf = (error: unknown): unknown => (typeof error === 'object' && error !== null && 'code' in error ? error.code : null)
