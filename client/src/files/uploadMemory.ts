import type { PreviousUpload, UrlStorage } from 'tus-js-client'

const PREFIX = 'tanggap.upload.'

/**
 * Where unfinished uploads are remembered across a reload. Only the address, the size and the time are kept, under a hash of what identifies the
 * file: no file name and nothing about a person stays in the browser.
 */
export class UploadMemory implements UrlStorage {
  constructor(private readonly storage: Storage) {}

  async findAllUploads(): Promise<PreviousUpload[]> {
    return this.entries(PREFIX)
  }

  async findUploadsByFingerprint(fingerprint: string): Promise<PreviousUpload[]> {
    return this.entries(`${PREFIX}${fingerprint}.`)
  }

  async addUpload(fingerprint: string, { size, creationTime, uploadUrl }: PreviousUpload): Promise<string> {
    const key = `${PREFIX}${fingerprint}.${crypto.randomUUID()}`
    this.storage.setItem(key, JSON.stringify({ size, creationTime, uploadUrl }))
    return key
  }

  async removeUpload(urlStorageKey: string): Promise<void> {
    this.storage.removeItem(urlStorageKey)
  }

  private entries(prefix: string): PreviousUpload[] {
    return Object.keys(this.storage)
      .filter((key) => key.startsWith(prefix))
      .flatMap((key) => {
        const kept = parsed(this.storage.getItem(key))
        return kept ? [{ ...kept, metadata: {}, urlStorageKey: key, parallelUploadUrls: null }] : []
      })
  }
}

interface Kept {
  readonly size: number | null
  readonly creationTime: string
  readonly uploadUrl: string | null
}

function parsed(text: string | null): Kept | null {
  const value: unknown = text ? JSON.parse(text) : null
  if (typeof value !== 'object' || value === null) return null
  const { size, creationTime, uploadUrl } = value as Partial<Kept>
  return typeof creationTime === 'string' ? { size: size ?? null, creationTime, uploadUrl: uploadUrl ?? null } : null
}

/** Identifies the same file on the same device after a reload, without revealing its name. */
export async function fingerprintOf(file: File): Promise<string> {
  const identity = new TextEncoder().encode([file.name, file.type, file.size, file.lastModified].join('\u0000'))
  const digest = await crypto.subtle.digest('SHA-256', identity)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
