import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Inject, Injectable } from '@nestjs/common'
import { ERRORS, Server, type Upload } from '@tus/server'
import { DataSource } from 'typeorm'
import { isAcceptedName, MAX_FILE_BYTES, MAX_WAITING_BYTES, MAX_WAITING_FILES, Refusal, type Viewer } from '@domain'
import { readCase } from '../cases/index.js'
import { CONFIG, type Config } from '../platform/config.module.js'
import { problemAnswer } from '../platform/problem-answer.js'
import { cleanName } from './file-name.js'
import { Quarantine } from './quarantine.js'
import { ReceiveFile } from './receive-file.js'

/** What a failed upload is answered with. Anything from 500 on is tried again by the console. */
const STATUS: Readonly<Record<string, number>> = {
  'access.denied': 404,
  'file.too_large': 413,
  'file.kind_refused': 415,
  'file.disk_full': 507,
  'file.too_many_waiting': 429,
  'request.invalid': 400,
  internal: 500,
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether it can be the id of an upload. */
export const isUploadId = (id: string): boolean => UUID.test(id)

/** The upload protocol (tus 1.0.0): pieces that survive a lost connection. An upload belongs to whoever began it; its id becomes the file's. */
@Injectable()
export class Uploads {
  private readonly uploader = new AsyncLocalStorage<Viewer>()
  private readonly server: Server

  constructor(
    @Inject(CONFIG) { publicUrl }: Config,
    private readonly db: DataSource,
    private readonly quarantine: Quarantine,
    private readonly receive: ReceiveFile,
  ) {
    this.server = new Server({
      path: '/uploads',
      datastore: quarantine.uploads,
      maxSize: MAX_FILE_BYTES,
      relativeLocation: true,
      allowedOrigins: [publicUrl],
      namingFunction: () => randomUUID(),
      onIncomingRequest: (request, id) => (request.method === 'POST' ? Promise.resolve() : this.demandOwn(id)),
      onUploadCreate: async (_, upload) => ({ metadata: await this.admit(upload) }),
      onUploadFinish: async (_, upload) => {
        await this.finish(upload)
        return {}
      },
      onResponseError: (_, error) => this.answer(error),
    })
  }

  /** Answers one request of the protocol in the name of the person. */
  handle(me: Viewer, request: IncomingMessage, response: ServerResponse): Promise<void> {
    return this.uploader.run(me, () => this.server.handle(request, response))
  }

  /** Enters an upload whose last piece arrived but whose end was cut off by a crash. */
  async finishInterrupted(me: Viewer, id: string): Promise<void> {
    const upload = await this.quarantine.uploads.getUpload(id).catch(() => null)
    if (upload && upload.size === upload.offset && upload.metadata?.['owner'] === me.id)
      await this.uploader.run(me, () => this.finish(upload))
  }

  private get me(): Viewer {
    const me = this.uploader.getStore()
    if (!me) throw new Refusal('access.signed_out')
    return me
  }

  private async demandOwn(id: string): Promise<void> {
    const upload = isUploadId(id) ? await this.quarantine.uploads.getUpload(id) : null
    if (upload?.metadata?.['owner'] !== this.me.id) throw new Refusal('access.denied')
  }

  /** Refuses before the first byte what would be refused after the last. What the sender says besides name and case is dropped. */
  private async admit(upload: Upload): Promise<Record<string, string | null>> {
    const name = cleanName(upload.metadata?.['filename'] ?? '')
    if (!isAcceptedName(name)) throw new Refusal('file.kind_refused')
    const caseId = upload.metadata?.['caseId'] ?? null
    if (caseId !== null) {
      if (!UUID.test(caseId)) throw new Refusal('access.denied')
      await readCase(this.db, this.me, caseId)
    }
    await this.demandFewWaiting(upload.size ?? MAX_FILE_BYTES)
    await this.quarantine.demandRoom(upload.size ?? MAX_FILE_BYTES)
    return { filename: name, owner: this.me.id }
  }

  /** Nobody fills the disk with what belongs to nothing: `file.too_many_waiting` beyond 200 files or 2 GiB that wait to be attached. */
  private async demandFewWaiting(size: number): Promise<void> {
    const waiting = await this.quarantine.begunBy(this.me.id)
    const arrived = await this.db.query<{ id: string; size: number }[]>(
      `SELECT id, size::float8 AS size FROM file WHERE uploaded_by = $1 AND case_id IS NULL AND letter_id IS NULL AND purpose = 'attachment' AND state <> 'refused'`,
      [this.me.id],
    )
    for (const file of arrived) waiting.set(file.id, file.size)
    const bytes = [...waiting.values()].reduce((sum, each) => sum + each, size)
    if (waiting.size >= MAX_WAITING_FILES || bytes > MAX_WAITING_BYTES)
      throw new Refusal('file.too_many_waiting', { files: MAX_WAITING_FILES, bytes: MAX_WAITING_BYTES })
  }

  private async finish({ id, size, metadata }: Upload): Promise<void> {
    const state = await this.receive.run(this.me, { id, name: metadata?.['filename'] ?? '', size: size ?? 0 })
    if (state === 'refused') throw new Refusal('file.kind_refused')
  }

  private async answer(error: Error | { status_code: number; body: string }): Promise<{ status_code: number; body: string } | undefined> {
    if (error === ERRORS.ERR_MAX_SIZE_EXCEEDED || error === ERRORS.ERR_SIZE_EXCEEDED)
      return answerOf(new Refusal('file.too_large', { limit: MAX_FILE_BYTES }))
    if (error === ERRORS.FILE_WRITE_ERROR) await this.quarantine.demandRoom(0).catch((full: unknown) => (error = full as Error))
    return error instanceof Error ? answerOf(error) : undefined
  }
}

function answerOf(error: Error): { status_code: number; body: string } {
  const answer = problemAnswer(error)
  return { status_code: STATUS[answer.code] ?? 422, body: JSON.stringify(answer) }
}
