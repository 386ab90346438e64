import { createReadStream } from 'node:fs'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { caseFacts } from '@domain'
import { Case, openName, sealName } from '../cases/index.js'
import { Jobs } from '../platform/jobs.js'
import { SYSTEM } from '../platform/system-viewer.js'
import { Vault } from '../platform/vault.js'
import { Work, type Tx } from '../platform/work.js'
import { BlobStore, type Blob } from './blob-store.js'
import { CaseFile, type FileRefusal, type FileState } from './file.entity.js'
import { honestName } from './file-name.js'
import { Quarantine } from './quarantine.js'
import { sniff } from './sniff.js'

/** What was found: bytes kept under their hash, or a reason. */
type Verdict = { readonly mediaType: string; readonly blob: Blob } | { readonly refusal: FileRefusal }

/** Looks at what lies in the quarantine and lets it out, or refuses it. Looking twice changes nothing. */
@Injectable()
export class InspectFile implements OnModuleInit {
  constructor(
    private readonly work: Work,
    private readonly db: DataSource,
    private readonly quarantine: Quarantine,
    private readonly blobs: BlobStore,
    private readonly jobs: Jobs,
    private readonly vault: Vault,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('file.inspect', async ({ fileId }) => void (await this.run(String(fileId))))
  }

  async run(id: string): Promise<FileState> {
    const file = await this.db.manager.findOneBy(CaseFile, { id })
    if (!file) return 'refused'
    if (file.state !== 'quarantined') return file.state
    const verdict = await this.judge(file)
    const { state } = await this.work.run(SYSTEM, 'inspectFile', { key: `inspect-${id}`, input: { id } }, (tx) =>
      record(tx, this.vault, id, verdict),
    )
    // The sweeper may have taken equal old bytes away between `put` and the commit; from the commit on it leaves them alone.
    if ('blob' in verdict && !(await this.blobs.has(verdict.blob.sha256)))
      await this.blobs.put(createReadStream(this.quarantine.pathOf(id)))
    await this.quarantine.discard(id)
    return state
  }

  private async judge(file: CaseFile): Promise<Verdict> {
    const path = this.quarantine.pathOf(file.id)
    const size = await this.quarantine.sizeOf(file.id)
    if (size === null) return { refusal: 'lost' }
    if (size !== file.size) return { refusal: 'size' }
    const finding = await sniff(path, nameOf(this.vault, file))
    if ('refusal' in finding) return finding
    const blob = await this.blobs.put(createReadStream(path))
    return blob.size === file.size ? { ...finding, blob } : { refusal: 'size' }
  }
}

/** The name it was sent with, sealed meanwhile or not. */
const nameOf = (vault: Vault, { id, name, nameSealed }: CaseFile): string => (nameSealed ? openName(vault, id, nameSealed).name : name)

async function record(tx: Tx, vault: Vault, id: string, verdict: Verdict): Promise<{ state: FileState }> {
  const file = await tx.manager.findOne(CaseFile, { where: { id }, lock: { mode: 'pessimistic_write' } })
  if (!file || file.state !== 'quarantined') return { state: file?.state ?? 'refused' }
  const state: FileState = 'refusal' in verdict ? 'refused' : 'clean'
  if ('refusal' in verdict) await tx.query('UPDATE file SET state = $2, refusal = $3 WHERE id = $1', [id, state, verdict.refusal])
  else {
    const { mediaType, blob } = verdict
    const name = honestName(nameOf(vault, file), mediaType)
    if (file.sealedAt) {
      await tx.query('UPDATE file SET state = $2, name_sealed = $3, sha256 = $4 WHERE id = $1', [
        id,
        state,
        sealName(vault, id, { name, mediaType }),
        blob.sha256,
      ])
      await tx.job('file.seal', { fileId: id }, { key: `seal-${id}` })
    } else {
      await tx.query('UPDATE file SET state = $2, media_type = $3, name = $4, sha256 = $5 WHERE id = $1', [
        id,
        state,
        mediaType,
        name,
        blob.sha256,
      ])
    }
  }
  if (file.caseId) await announceAttached(tx, file.caseId, { fileId: id, state })
  return { state }
}

/** Whoever looks at the case sees the file leave the quarantine: it was attached before it had been looked at. */
async function announceAttached(tx: Tx, caseId: string, detail: { fileId: string; state: FileState }): Promise<void> {
  const theCase = await tx.manager.findOneByOrFail(Case, { id: caseId })
  const facts = caseFacts(theCase)
  await tx.announce({ kind: 'file.added', subject: { __typename: 'Case', id: caseId }, before: facts, after: facts, detail })
}
