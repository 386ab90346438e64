import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Jobs } from '../platform/jobs.js'
import { Moment } from '../platform/moment.js'
import { BlobStore } from './blob-store.js'
import { KEPT_MS, Quarantine } from './quarantine.js'

/** Rows of uploads that nobody attached, and nothing else leans on. */
const FORGOTTEN = `
  DELETE FROM file f WHERE f.case_id IS NULL AND f.letter_id IS NULL AND f.purpose = 'attachment' AND f.added_at < $1
    AND NOT EXISTS (SELECT FROM mail m WHERE f.id = ANY (m.attachment_file_ids))`

/** Later than any file was kept. */
const SOON = (): Date => new Date(Date.now() + 60_000)

/** Every hour: uploads that were given up, files that were never attached, and bytes that no row names, all after a day. */
@Injectable()
export class SweepFiles implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly quarantine: Quarantine,
    private readonly blobs: BlobStore,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.periodically('file.sweep', '17 * * * *', async () => this.run(new Date((await Moment.now(this.db)).getTime() - KEPT_MS)))
  }

  async run(before: Date): Promise<void> {
    await this.quarantine.clear(before)
    await this.db.query(FORGOTTEN, [before])
    for await (const sha256 of this.blobs.keptBefore(before)) {
      if (!(await this.isNamed(sha256))) await this.removeUnnamed(sha256, before)
    }
  }

  /** Bytes that have lost their last name and must not wait for the sweep. */
  async forget(sha256: string): Promise<void> {
    if ((await this.blobs.has(sha256)) && !(await this.isNamed(sha256))) await this.removeUnnamed(sha256, SOON())
  }

  private async isNamed(sha256: string, db: Pick<DataSource, 'query'> = this.db): Promise<boolean> {
    const rows = await db.query<unknown[]>('SELECT FROM file WHERE sha256 = $1 LIMIT 1', [sha256])
    return rows.length > 0
  }

  /** While the table is locked no row can come to name the bytes; whoever waited looks whether they are still there (`InspectFile`). */
  private async removeUnnamed(sha256: string, before: Date): Promise<void> {
    await this.db.transaction(async (manager) => {
      await manager.query('LOCK TABLE file IN SHARE ROW EXCLUSIVE MODE')
      if (!(await this.isNamed(sha256, manager))) await this.blobs.remove(sha256, before)
    })
  }
}
