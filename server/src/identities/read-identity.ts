import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { nextReleaseStatus, Refusal, titleHeld, type SenderKind, type Viewer } from '@domain'
import { openReporter } from '../cases/index.js'
import { Vault } from '../platform/vault.js'
import { Work } from '../platform/work.js'
import { openRelease } from './open-release.js'
import type { ReleasedIdentity } from './released-identity.js'
import { StepUp } from './step-up.js'
import { writeLook } from './write-look.js'

/**
 * Shows a sealed identity to the one who asked, inside the window and after their password (rule 19). Every look is an event of its own and told to the
 * custodians; the answer is kept nowhere, so that a request sent again is a new look and not the old answer.
 */
@Injectable()
export class ReadIdentity {
  constructor(
    private readonly work: Work,
    private readonly vault: Vault,
    private readonly stepUp: StepUp,
  ) {}

  async run(me: Viewer, releaseId: string, password: string): Promise<ReleasedIdentity> {
    await this.stepUp.demand(me, password)
    let shown: ReleasedIdentity | null = null
    await this.work.run(me, 'readIdentity', { key: randomUUID(), input: { releaseId } }, async (tx) => {
      const open = await openRelease(tx, releaseId, null)
      const { release, theCase } = open
      release.status = nextReleaseStatus(release, 'view_identity', me, tx.now)
      const identity = await openReporter(tx.manager, this.vault, theCase.id)
      if (!identity || !release.until) throw new Refusal('reporter.not_sealed')
      const { readId, post } = await writeLook(tx, open)
      const kind: SenderKind = theCase.senderKind
      shown = {
        ...{ releaseId, readId, at: tx.now, until: release.until, kind, purpose: release.purpose },
        ...{ readerName: me.name, readerTitle: post ? titleHeld(post) : '', pseudonym: theCase.senderName },
        ...{ name: identity.name, jobTitle: identity.jobTitle ?? null, workUnit: identity.workUnit ?? null },
        ...{ agencyName: identity.agencyName ?? null, representative: identity.representative ?? null },
        ...{ nik: identity.nik ?? null, nip: identity.nip ?? null, phone: identity.phone ?? null },
        ...{ email: identity.email ?? null, address: identity.address ?? null, letterNumber: identity.letterNumber },
      }
      return {}
    })
    if (!shown) throw new Refusal('access.denied')
    return shown
  }
}
