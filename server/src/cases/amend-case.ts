import { Injectable } from '@nestjs/common'
import { caseFacts, completeness, demandCase, Refusal, type Viewer } from '@domain'
import { reclassifyClocks, resumeClocks, startClocks } from '../clocks/index.js'
import { standardById } from '../standards/index.js'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Vault } from '../platform/vault.js'
import { Work, type Attempt } from '../platform/work.js'
import { Case } from './case.entity.js'
import { recordedStatement } from './oral-statement.entity.js'
import { recallIdentity } from './recall-identity.js'
import { sealFiles } from './seal-files.js'
import { sealIdentity, veil } from './seal-identity.js'
import { LeakGuard } from './leak-guard.js'
import { saidInRegistration } from './reporter-texts.js'
import { openReporter } from './sealed-identity.js'
import type { RegisterCaseInput } from './registration-input.js'
import { registryPost } from './registry.js'
import {
  claimFiles,
  demandAgency,
  demandAmendable,
  enterRegister,
  excludedStaff,
  linkCases,
  searchText,
  writeParties,
  writeRequirements,
} from './write-registration.js'

/** Corrects a registration before it is handed over. Service, channel and time of receipt stay: they decide the promises already running. */
@Injectable()
export class AmendCase {
  constructor(
    private readonly work: Work,
    private readonly vault: Vault,
    private readonly guard: LeakGuard,
  ) {}

  run(me: Viewer, target: { id: string; version: number }, typed: RegisterCaseInput, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'amendCase', attempt, async (tx) => {
      await enterRegister(tx)
      const theCase = await findForUpdate(tx, Case, target.id, target.version)
      const before = caseFacts(theCase)
      demandCase(before, 'amend', me)
      const protection = theCase.reporterProtection
      const known = protection === 'sealed' ? await openReporter(tx.manager, this.vault, theCase.id) : null
      const parties = await recallIdentity(tx, this.vault, theCase.id, typed.parties, known)
      const letterNumber = known?.letterNumber ?? typed.letterNumber ?? null
      const oralStatement = await recordedStatement(tx, theCase.id)
      const input = { ...typed, parties, letterNumber, protection, receivedAt: theCase.receivedAt, oralStatement }
      const { document: standard } = await standardById(tx, theCase.standardVersionId)
      demandAmendable({ ...input, service: theCase.service, channel: theCase.channel }, tx.now, standard)
      await demandAgency(tx, input)
      const moved = input.service !== theCase.service || input.channel !== theCase.channel
      const requester = input.parties.find((party) => party.role === 'requester')
      if (moved || !requester) throw new Refusal('request.invalid', { fields: moved ? ['service', 'channel'] : ['parties'] })

      theCase.classification = input.classification ?? null
      theCase.urgency = input.urgency
      theCase.secrecy = input.secrecy
      theCase.subject = input.subject.trim()
      theCase.summary = input.summary.trim()
      theCase.senderName = requester.name.trim()
      theCase.senderKind = requester.kind
      theCase.agencyCode = input.agencyCode ?? null
      theCase.agencyName = input.agencyName?.trim() || null
      theCase.letterNumber = input.letterNumber?.trim() || null
      theCase.letterDate = input.letterDate ?? null
      theCase.excludedPersonIds = await excludedStaff(tx, this.vault, input)
      const reporter = veil(theCase, input)
      await this.guard.demandDiscreet(tx, theCase, 'registration', await saidInRegistration(tx, theCase, input))
      theCase.search = searchText(theCase)
      await reclassifyClocks(tx, theCase)
      const newlyComplete = !theCase.completeAt && completeness(input, requester.kind, standard).complete
      if (newlyComplete) {
        theCase.completeAt = tx.now
        await startClocks(tx, theCase, 'complete', tx.now)
        await resumeClocks(tx, theCase, 'applicant_completion', null, registryPost(me))
      }
      await writeParties(tx, this.vault, theCase.id, reporter.parties)
      if (reporter.sealed) await sealIdentity(tx, this.vault, theCase, reporter.sealed)
      await writeRequirements(tx, theCase.id, input.requirements)
      await claimFiles(tx, theCase.id, input.fileIds)
      if (reporter.sealed) await sealFiles(tx, this.vault, theCase.id, input.identityFileIds ?? input.fileIds)
      await linkCases(tx, theCase.id, input.relatedCaseIds)
      await saveVersioned(tx, theCase)
      await tx.announce({
        kind: 'case.amended',
        subject: { __typename: 'Case', id: theCase.id },
        version: theCase.version,
        before,
        after: caseFacts(theCase),
        position: registryPost(me),
        detail: { complete: theCase.completeAt !== null },
      })
      return { id: theCase.id }
    })
  }
}
