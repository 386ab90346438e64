import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { nextReleaseStatus, Refusal, titleHeld, type SenderKind, type Viewer } from '@domain'
import { openReporter } from '../cases/index.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { passwordMatches } from '../platform/sessions/passwords.js'
import { Throttle } from '../platform/sessions/throttle.js'
import { Vault } from '../platform/vault.js'
import { Work } from '../platform/work.js'
import { custodians } from './custodians.js'
import { announceRelease, openRelease } from './open-release.js'
import type { ReleasedIdentity } from './released-identity.js'

/** Guesses at a password here count apart from those at the login: nobody can be locked out of it from a dialog. */
const STEP_UP = 'identity'

/**
 * Shows a sealed identity to the one who asked, inside the window and after their password (rule 19). Every look is an event of its own and told to the
 * custodians; the answer is kept nowhere, so that a request sent again is a new look and not the old answer.
 */
@Injectable()
export class ReadIdentity {
  constructor(
    private readonly db: DataSource,
    private readonly work: Work,
    private readonly vault: Vault,
    private readonly throttle: Throttle,
  ) {}

  async run(me: Viewer, releaseId: string, password: string): Promise<ReleasedIdentity> {
    await this.demandPassword(me, password)
    let shown: ReleasedIdentity | null = null
    await this.work.run(me, 'readIdentity', { key: randomUUID(), input: { releaseId } }, async (tx) => {
      const open = await openRelease(tx, releaseId, null)
      const { release, theCase } = open
      release.status = nextReleaseStatus(release, 'view_identity', me, tx.now)
      const identity = await openReporter(tx.manager, this.vault, theCase.id)
      if (!identity || !release.until) throw new Refusal('reporter.not_sealed')
      release.reads += 1
      release.lastReadAt = tx.now
      await saveVersioned(tx, release)
      const post = me.positions.find((held) => theCase.handlerPositionIds.includes(held.id)) ?? null
      const readId = randomUUID()
      const notify = [{ personIds: await custodians(tx), kind: 'identity.read' }]
      await announceRelease(tx, 'identity.read', open, { position: post, detail: { readId, read: release.reads }, notify })
      const kind: SenderKind = theCase.senderKind
      shown = {
        ...{ releaseId, readId, at: tx.now, until: release.until, kind },
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

  private async demandPassword(me: Viewer, password: string): Promise<void> {
    await this.throttle.attempt(me.id, STEP_UP)
    const [known] = await this.db.query<{ hash: string }[]>(
      'SELECT password_hash AS hash FROM person WHERE id = $1 AND disabled_at IS NULL',
      [me.id],
    )
    if (!(await passwordMatches(known?.hash ?? null, password))) throw new Refusal('people.wrong_password', { fields: ['password'] })
    await this.throttle.forgive(me.id, STEP_UP)
  }
}
