import { Injectable } from '@nestjs/common'
import { caseFacts, demandCase, Refusal, type Viewer } from '@domain'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Vault } from '../platform/vault.js'
import { Work, type Attempt } from '../platform/work.js'
import { Case } from './case.entity.js'
import { partyOpened } from './party-opened.js'
import { Party } from './party.entity.js'
import { demandNowhereNamed } from './reporter-texts.js'
import { attachmentsOf, sealFiles } from './seal-files.js'
import { sealIdentity, veil } from './seal-identity.js'
import { searchText, writeParties } from './write-registration.js'

/** Seals the reporter of a complaint that was registered openly. Afterwards nobody sees the name, whoever sealed it included; there is no way back. */
@Injectable()
export class SealReporter {
  constructor(
    private readonly work: Work,
    private readonly vault: Vault,
  ) {}

  /** `identityFileIds` are the attachments that show who they are; without them every attachment is taken to do so. */
  run(
    me: Viewer,
    target: { id: string; version: number; identityFileIds?: readonly string[] | null },
    attempt: Attempt,
  ): Promise<{ id: string }> {
    return this.work.run(me, 'sealReporter', attempt, async (tx) => {
      const theCase = await findForUpdate(tx, Case, target.id, target.version)
      const before = caseFacts(theCase)
      demandCase(before, 'seal_reporter', me)
      if (theCase.service !== 'NETRALITAS') throw new Refusal('reporter.not_protectable')
      if (theCase.reporterProtection !== 'open') throw new Refusal('reporter.already_protected')
      const parties = (await tx.manager.findBy(Party, { caseId: theCase.id })).map((party) => partyOpened(this.vault, party))
      theCase.reporterProtection = 'sealed'
      const reporter = veil(theCase, { parties, letterNumber: theCase.letterNumber })
      if (!reporter.sealed) throw new Error('A sealed reporter has an identity')
      const files = await sealFiles(tx, this.vault, theCase.id, target.identityFileIds ?? (await attachmentsOf(tx, theCase.id)))
      await demandNowhereNamed(tx, theCase, reporter.sealed)
      theCase.search = searchText(theCase)
      await saveVersioned(tx, theCase)
      await writeParties(tx, this.vault, theCase.id, reporter.parties)
      await sealIdentity(tx, this.vault, theCase, reporter.sealed)
      await tx.query(`UPDATE mail SET to_hidden = true WHERE case_id = $1`, [theCase.id])
      await tx.query(
        `UPDATE delivery SET email_hidden = true WHERE email_sealed IS NOT NULL AND letter_id IN (SELECT id FROM letter WHERE case_id = $1)`,
        [theCase.id],
      )
      await tx.announce({
        kind: 'case.reporter_sealed',
        subject: { __typename: 'Case', id: theCase.id },
        version: theCase.version,
        before,
        after: caseFacts(theCase),
        detail: { files },
      })
      return { id: theCase.id }
    })
  }
}
