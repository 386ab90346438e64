import { Controller, Get, Inject, Param, Res } from '@nestjs/common'
import type { Response } from 'express'
import { DataSource } from 'typeorm'
import { formatDate } from '@domain'
import { profileInForce } from '../organisation/index.js'
import { CONFIG, type Config } from '../platform/config.module.js'
import { Moment } from '../platform/moment.js'
import { Public } from '../platform/policy.js'
import { Letter } from './letter.entity.js'
import { voidedAtOf } from './number-book.js'
import { maskedSubject, unknownLetterPage, verificationPage, voidedNumberPage } from './verification-page.js'

const TOKEN = /^[A-Za-z0-9_-]{22}$/

/** What the QR code of a letter leads to: enough to see that the paper is ours, not what it says. */
@Controller('verify')
export class VerificationController {
  constructor(
    private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'mode'>,
  ) {}

  @Get(':token')
  @Public('whoever holds a letter may ask whether it is genuine; the token is 128 random bits printed on it')
  async verify(@Param('token') token: string, @Res() response: Response): Promise<void> {
    const letter = TOKEN.test(token) ? await this.db.manager.findOneBy(Letter, { verificationToken: token }) : null
    const { organisation } = await profileInForce(this.db, letter?.issuedAt ?? (await Moment.now(this.db)))
    response.type('html').set('X-Robots-Tag', 'noindex')
    if (!letter?.number || !letter.issuedAt) return void response.status(404).send(unknownLetterPage(organisation))
    const voidedAt = await voidedAtOf(this.db, letter.id)
    if (voidedAt) {
      return void response.send(
        voidedNumberPage({ organisation, number: letter.number, date: formatDate(letter.issuedAt), voidedOn: formatDate(voidedAt) }),
      )
    }
    const page = verificationPage({
      organisation,
      number: letter.number,
      date: formatDate(letter.issuedAt),
      signatory: letter.signatoryTitle ?? '',
      subject: maskedSubject(letter.subject, letter.secrecy),
      sha256: letter.pdfSha256,
      simulated: this.config.mode !== 'production',
    })
    response.send(page)
  }
}
