import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { isAcceptedName, MAX_FILE_BYTES, Refusal, type Viewer } from '@domain'
import { Work } from '../platform/work.js'
import type { FileState } from './file.entity.js'
import { cleanName } from './file-name.js'
import { InspectFile } from './inspect-file.js'
import { Quarantine } from './quarantine.js'

/** After how long a file is looked at by a job, when the process that received it did not come to it. */
const SECOND_LOOK_MS = 30_000

/** What lies complete in the quarantine. */
export interface Arrived {
  readonly id: string
  readonly name: string
  /** Bytes, as announced. */
  readonly size: number
}

/** Enters a complete upload and has it looked at. Its id is the id of the upload; it belongs to no case until somebody attaches it. */
@Injectable()
export class ReceiveFile {
  constructor(
    private readonly work: Work,
    private readonly inspect: InspectFile,
    private readonly quarantine: Quarantine,
  ) {}

  /** Gives the state it was found in; the same upload again gives it again. */
  async run(me: Viewer, { id, name, size }: Arrived): Promise<FileState> {
    await this.work.run(me, 'receiveFile', { key: `receive-${id}`, input: { id } }, async (tx) => {
      await tx.query(
        `INSERT INTO file (id, purpose, name, media_type, size, state, uploaded_by, added_by_name, added_at)
         VALUES ($1, 'attachment', $2, 'application/octet-stream', $3, 'quarantined', $4, $5, $6)`,
        [id, cleanName(name), size, me.id, me.name, tx.now],
      )
      await tx.job('file.inspect', { fileId: id }, { key: `file.inspect ${id}`, runAt: new Date(Date.now() + SECOND_LOOK_MS) })
      return { id }
    })
    return this.inspect.run(id)
  }

  /** Takes bytes that are already here, under the same rules; gives the id. Refuses with `file.kind_refused` or `file.too_large`. */
  async bytes(me: Viewer, name: string, bytes: Uint8Array): Promise<string> {
    if (bytes.length > MAX_FILE_BYTES) throw new Refusal('file.too_large', { limit: MAX_FILE_BYTES })
    if (!isAcceptedName(name)) throw new Refusal('file.kind_refused')
    const id = randomUUID()
    await this.quarantine.keep(id, bytes)
    if ((await this.run(me, { id, name, size: bytes.length })) === 'refused') throw new Refusal('file.kind_refused')
    return id
  }
}
