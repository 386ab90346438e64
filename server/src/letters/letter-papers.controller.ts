import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common'
import type { Response } from 'express'
import { DataSource } from 'typeorm'
import { Refusal, type Viewer } from '@domain'
import { BlobStore } from '../files/index.js'
import { profileInForce } from '../organisation/index.js'
import { Me } from '../platform/me.js'
import { Moment } from '../platform/moment.js'
import { CheckedInside } from '../platform/policy.js'
import { contentShown, readLetter } from './letter-reads.js'
import { ReviewStep } from './letter-parts.entity.js'
import { printPreview } from './print-letter.js'
import { fileNameOf } from './render-letter.js'

const send = (response: Response, pdf: Uint8Array, name: string): void =>
  void response.type('application/pdf').set('Content-Disposition', `inline; filename="${name}"`).send(Buffer.from(pdf))

/** The letter on paper, for whoever may read it. */
@Controller('letters')
export class LetterPapersController {
  constructor(
    private readonly db: DataSource,
    private readonly blobs: BlobStore,
  ) {}

  /** As it stands, with KONSEP across every page. */
  @Get(':id/preview.pdf')
  @CheckedInside('readLetter')
  async preview(@Me() me: Viewer, @Param('id', ParseUUIDPipe) id: string, @Res() response: Response): Promise<void> {
    const letter = await readLetter(this.db, me, id)
    const steps = await this.db.manager.findBy(ReviewStep, { letterId: id })
    const content = await contentShown(this.db, letter)
    const profile = await profileInForce(this.db, letter.issuedAt ?? (await Moment.now(this.db)))
    send(response, await printPreview({ letter, content, profile }, steps), `konsep-${id}.pdf`)
  }

  /** As it was issued: the very bytes whose SHA-256 the letter carries. */
  @Get(':id/letter.pdf')
  @CheckedInside('readLetter')
  async issued(@Me() me: Viewer, @Param('id', ParseUUIDPipe) id: string, @Res() response: Response): Promise<void> {
    const letter = await readLetter(this.db, me, id)
    if (!letter.pdfSha256) throw new Refusal('letter.not_rendered')
    send(response, await this.blobs.read(letter.pdfSha256), fileNameOf(letter))
  }
}
