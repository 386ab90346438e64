import { randomUUID } from 'node:crypto'
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { LETTER_WORKFLOW, type LetterStatus } from '@domain'
import { openTask, registryUnitId } from '../cases/index.js'
import { BlobStore, type Blob } from '../files/index.js'
import { profileInForce } from '../organisation/index.js'
import { CONFIG, type Config } from '../platform/config.module.js'
import { Jobs } from '../platform/jobs.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { SYSTEM } from '../platform/system-viewer.js'
import { Work, type Tx } from '../platform/work.js'
import { submittedContent } from './letter-content.js'
import { Letter } from './letter.entity.js'
import { announceLetter, openLetter, registryPosts } from './open-letter.js'
import { printIssued } from './print-letter.js'

const DELIVERABLE: readonly LetterStatus[] = LETTER_WORKFLOW.deliver.from

/**
 * Prints an issued letter outside any transaction, keeps the bytes, then says so in one transaction. Running twice gives the same bytes and one file: the head
 * is the one of the instant of issue, however late the job comes.
 */
@Injectable()
export class RenderLetter implements OnModuleInit {
  constructor(
    private readonly work: Work,
    private readonly db: DataSource,
    private readonly blobs: BlobStore,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('letter.render', ({ letterId }) => this.run(String(letterId)))
  }

  async run(letterId: string): Promise<void> {
    const letter = await this.db.manager.findOneBy(Letter, { id: letterId })
    if (!letter?.issuedAt || letter.pdfSha256) return
    const content = await submittedContent(this.db, letter)
    const profile = await profileInForce(this.db, letter.issuedAt)
    const blob = await this.blobs.put(await printIssued({ letter, content, profile }, this.config.publicUrl))
    await this.work.run(SYSTEM, 'renderLetter', { key: `render-${letterId}`, input: { letterId } }, async (tx) => {
      await keep(tx, letterId, blob)
      return { id: letterId }
    })
  }
}

async function keep(tx: Tx, letterId: string, blob: Blob): Promise<void> {
  const open = await openLetter(tx, letterId, null)
  const { letter, theCase } = open
  const fileId = randomUUID()
  await tx.query(
    `INSERT INTO file (id, case_id, letter_id, purpose, name, media_type, size, sha256, state, added_by_name, added_at)
     VALUES ($1, $2, $3, 'letter', $4, 'application/pdf', $5, $6, 'clean', $7, $8)`,
    [fileId, letter.caseId, letter.id, fileNameOf(letter), blob.size, blob.sha256, SYSTEM.name, tx.now],
  )
  letter.pdfFileId = fileId
  letter.pdfSha256 = blob.sha256
  letter.updatedAt = tx.now
  await saveVersioned(tx, letter)
  const detail = { sha256: blob.sha256, size: blob.size }
  // Its number is void, or may become so: the paper is kept, and nobody is asked to send it.
  if (!DELIVERABLE.includes(letter.status) || letter.voidRequestedBy)
    return announceLetter(tx, 'letter.rendered', open, { position: null, detail })
  const unitId = await registryUnitId(tx)
  await openTask(tx, theCase, 'deliver', { unitId }, { letterId: letter.id })
  const notify = [{ positionIds: await registryPosts(tx, unitId), kind: 'letter.waits_for_delivery' }]
  await announceLetter(tx, 'letter.rendered', open, { position: null, detail, notify })
}

/** `B-1895-JP.01-05-2022.pdf`. */
export const fileNameOf = (letter: Pick<Letter, 'number' | 'id'>): string => `${(letter.number ?? letter.id).replaceAll('/', '-')}.pdf`
