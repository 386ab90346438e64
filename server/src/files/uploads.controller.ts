import { All, Controller, Param, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'
import { DataSource, IsNull } from 'typeorm'
import { Refusal, type Viewer } from '@domain'
import { Me } from '../platform/me.js'
import { CheckedInside } from '../platform/policy.js'
import { CaseFile } from './file.entity.js'
import { Quarantine } from './quarantine.js'
import { isUploadId, Uploads } from './uploads.js'

/** Where files are sent to, by a page of our own (the header no form of another site can send). What is complete has left the upload protocol and is answered from its row. */
@Controller('uploads')
export class UploadsController {
  constructor(
    private readonly db: DataSource,
    private readonly uploads: Uploads,
    private readonly quarantine: Quarantine,
  ) {}

  @All(['', ':id'])
  @CheckedInside('Uploads.demandOwn')
  async upload(@Me() me: Viewer, @Param('id') id: string | undefined, @Req() request: Request, @Res() response: Response): Promise<void> {
    if (!request.get('x-requested-by')) throw new Refusal('request.invalid', { fields: ['X-Requested-By'] })
    if (id !== undefined && isUploadId(id)) {
      if (request.method === 'HEAD') await this.uploads.finishInterrupted(me, id)
      const file = await this.db.manager.findOneBy(CaseFile, { id, uploadedBy: me.id })
      if (file) return this.answerComplete(file, request, response)
    }
    return this.uploads.handle(me, request, response)
  }

  private async answerComplete(file: CaseFile, { method }: Request, response: Response): Promise<void> {
    response.set('Tus-Resumable', '1.0.0')
    if (method === 'DELETE' && file.caseId === null) {
      await this.db.manager.delete(CaseFile, { id: file.id, caseId: IsNull() })
      await this.quarantine.discard(file.id)
      return void response.status(204).end()
    }
    if (method !== 'HEAD') return void response.status(409).end()
    if (file.state === 'refused') return void response.status(410).end()
    response
      .set({ 'Upload-Offset': String(file.size), 'Upload-Length': String(file.size) })
      .status(200)
      .end()
  }
}
