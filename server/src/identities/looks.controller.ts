import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common'
import type { Response } from 'express'
import { DataSource } from 'typeorm'
import { formatDate, formatTime, LOOK_MINUTES, PURPOSE_LABEL, Refusal, releaseRefusal, type Viewer } from '@domain'
import { PressProblem, renderMarkedCopy } from '@press'
import { openName } from '../cases/index.js'
import { BlobStore, plainBytes } from '../files/index.js'
import { CaseFile } from '../files/file.entity.js'
import { findById } from '../platform/find-by-id.js'
import { Me } from '../platform/me.js'
import { Moment } from '../platform/moment.js'
import { sendPaper } from '../platform/paper.js'
import { CheckedInside } from '../platform/policy.js'
import { Vault } from '../platform/vault.js'
import { IdentityRelease } from './identity-release.entity.js'

interface Look {
  readonly fileId: string | null
  readonly at: Date
  readonly title: string | null
}

/** The copy of a sealed attachment, for whoever has just had a look written down: never the bytes themselves, always with the name of the reader on every page. */
@Controller('identity-releases')
export class LooksController {
  constructor(
    private readonly db: DataSource,
    private readonly blobs: BlobStore,
    private readonly vault: Vault,
  ) {}

  @Get(':releaseId/looks/:readId.pdf')
  @CheckedInside('lookOf: the own look of a moment ago, while the release is open')
  async copy(
    @Me() me: Viewer,
    @Param('releaseId', ParseUUIDPipe) releaseId: string,
    @Param('readId', ParseUUIDPipe) readId: string,
    @Res() response: Response,
  ): Promise<void> {
    const { file, release, look } = await this.lookOf(me, releaseId, readId)
    const { mediaType } = openName(this.vault, file.id, file.nameSealed)
    const words = [
      `Dibuka oleh ${[me.name, look.title].filter(Boolean).join(', ')}`,
      `${formatDate(look.at)} pukul ${formatTime(look.at)}`,
      `Keperluan: ${PURPOSE_LABEL[release.purpose].id}`,
      `Izin ${readId.slice(0, 8)}`,
    ]
    try {
      const bytes = await plainBytes(this.blobs, this.vault, file)
      const copy = { bytes, mediaType, title: 'Salinan dokumen identitas', words: words.join('. '), at: look.at }
      sendPaper(response, await renderMarkedCopy(copy), `dokumen-identitas-${readId.slice(0, 8)}.pdf`)
    } catch (problem) {
      if (problem instanceof PressProblem && problem.code === 'template.failed') throw new Refusal('file.cannot_be_marked')
      throw problem
    }
  }

  private async lookOf(me: Viewer, releaseId: string, readId: string) {
    const now = await Moment.now(this.db)
    const release = await findById(this.db.manager, IdentityRelease, releaseId)
    const [look] = await this.db.query<Look[]>(
      `SELECT detail->>'fileId' AS "fileId", at, position_title AS title FROM event
       WHERE subject_id = $1 AND kind = 'identity.read' AND actor_id = $2 AND detail->>'readId' = $3 AND at > $4`,
      [releaseId, me.id, readId, new Date(now.getTime() - LOOK_MINUTES * 60_000)],
    )
    if (!release || !look?.fileId) throw new Refusal('access.denied')
    const refusal = releaseRefusal(release, 'view_identity', me, now)
    if (refusal) throw new Refusal(refusal)
    const file = await this.db.manager.findOneBy(CaseFile, { id: look.fileId, caseId: release.caseId, state: 'clean' })
    if (!file || !isSealed(file)) throw new Refusal('access.denied')
    return { file, release, look }
  }
}

type SealedFile = CaseFile & { readonly sha256: string; readonly nameSealed: Buffer }

const isSealed = (file: CaseFile): file is SealedFile => file.sha256 !== null && file.nameSealed !== null
