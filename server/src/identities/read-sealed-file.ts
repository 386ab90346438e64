import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Field, ID, ObjectType } from '@nestjs/graphql'
import { nextReleaseStatus, Refusal, type Viewer } from '@domain'
import { canBeMarked } from '@press'
import { openName } from '../cases/index.js'
import { CheckedInside } from '../platform/policy.js'
import { Vault } from '../platform/vault.js'
import { Work } from '../platform/work.js'
import { openRelease } from './open-release.js'
import { StepUp } from './step-up.js'
import { writeLook } from './write-look.js'

/** That a look at a sealed attachment was written down: with its name the copy can be fetched for a short while. */
@ObjectType()
@CheckedInside('ReadSealedFile')
export class SealedFileLook {
  @Field(() => ID) releaseId: string
  @Field(() => ID) readId: string
}

/** Opens an attachment that was sealed with the reporter, through the same release, password and record as the identity itself. */
@Injectable()
export class ReadSealedFile {
  constructor(
    private readonly work: Work,
    private readonly vault: Vault,
    private readonly stepUp: StepUp,
  ) {}

  async run(me: Viewer, { releaseId, fileId }: { releaseId: string; fileId: string }, password: string): Promise<SealedFileLook> {
    await this.stepUp.demand(me, password)
    return this.work.run(me, 'readSealedFile', { key: randomUUID(), input: { releaseId, fileId } }, async (tx) => {
      const open = await openRelease(tx, releaseId, null)
      open.release.status = nextReleaseStatus(open.release, 'view_identity', me, tx.now)
      const [file] = await tx.query<{ state: string; nameSealed: Buffer }>(
        'SELECT state, name_sealed AS "nameSealed" FROM file WHERE id = $1 AND case_id = $2 AND sealed_at IS NOT NULL',
        [fileId, open.theCase.id],
      )
      if (!file) throw new Refusal('access.denied')
      if (file.state !== 'clean') throw new Refusal('file.not_ready')
      if (!canBeMarked(openName(this.vault, fileId, file.nameSealed).mediaType)) throw new Refusal('file.cannot_be_marked')
      const { readId } = await writeLook(tx, open, { fileId })
      return { releaseId, readId }
    })
  }
}
