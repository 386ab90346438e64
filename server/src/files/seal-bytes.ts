import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Jobs } from '../platform/jobs.js'
import { SYSTEM } from '../platform/system-viewer.js'
import { Vault, type Place } from '../platform/vault.js'
import { Work } from '../platform/work.js'
import { BlobStore } from './blob-store.js'
import { CaseFile } from './file.entity.js'
import { SweepFiles } from './sweep-files.js'

const placeOfBytes = (fileId: string): Place => ({ table: 'file', column: 'bytes', rowId: fileId })

/** The bytes of an attachment as they were sent, sealed or not yet. The caller answers for why. */
export async function plainBytes(blobs: BlobStore, vault: Vault, file: CaseFile & { readonly sha256: string }): Promise<Buffer> {
  const bytes = await blobs.read(file.sha256)
  return file.bytesSealed ? vault.openBytes(placeOfBytes(file.id), bytes) : bytes
}

/** Seals the bytes of a sealed attachment in the folder, too, and takes the readable ones away. Doing it twice changes nothing. */
@Injectable()
export class SealBytes implements OnModuleInit {
  constructor(
    private readonly work: Work,
    private readonly db: DataSource,
    private readonly blobs: BlobStore,
    private readonly vault: Vault,
    private readonly sweep: SweepFiles,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('file.seal', async ({ fileId }) => void (await this.run(String(fileId))))
  }

  async run(id: string): Promise<void> {
    const file = await this.db.manager.findOneBy(CaseFile, { id })
    if (!file?.sealedAt || file.bytesSealed || file.state !== 'clean' || file.sha256 === null) return
    const readable = file.sha256
    const sealed = this.vault.sealBytes(placeOfBytes(id), await this.blobs.read(readable))
    const { sha256, size } = await this.blobs.put(sealed)
    await this.work.run(SYSTEM, 'sealBytes', { key: `seal-bytes-${id}`, input: { id } }, async (tx) => {
      await tx.query('UPDATE file SET sha256 = $2, size = $3, bytes_sealed = true WHERE id = $1 AND sha256 = $4 AND NOT bytes_sealed', [
        id,
        sha256,
        size,
        readable,
      ])
      return {}
    })
    await this.sweep.forget(readable)
  }
}
