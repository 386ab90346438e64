import { Injectable } from '@nestjs/common'
import {
  caseFacts,
  classificationNeedsApproval,
  classificationRefusal,
  demandCase,
  demandClock,
  type Classification,
  type Viewer,
} from '@domain'
import { Case } from '../cases/index.js'
import { reclassifyClocks } from '../clocks/index.js'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { askApproval } from './ask-approval.js'
import { closeAnsweredTasks } from './announce-request.js'
import { demandPost, demandWords } from './open-clock.js'
import type { Consent } from './pause-clock.js'

/**
 * Whoever has a complaint in hand says what kind it is; its clocks take over the time for that kind and keep start and pauses. Where the kind takes the
 * longest time, the head of the working group consents first.
 */
@Injectable()
export class ReclassifyCase {
  constructor(private readonly work: Work) {}

  run(
    me: Viewer,
    target: { id: string; version: number },
    to: Classification,
    reason: string,
    attempt: Attempt,
  ): Promise<{ caseId: string }> {
    return this.work.run(me, 'reclassifyCase', attempt, async (tx) => {
      const theCase = await findForUpdate(tx, Case, target.id, target.version)
      demandCase(caseFacts(theCase), 'reclassify', me)
      demandClock(classificationRefusal(theCase, to))
      const why = demandWords(reason, 'reason')
      const position = demandPost(me, 'reclassify', theCase)
      if (classificationNeedsApproval(to)) {
        await askApproval(tx, theCase, position, { clock: null, kind: 'reclassify', reason: why, approver: 'head', classification: to })
      } else {
        await classify(tx, theCase, to, { note: why, position, approval: null })
      }
      return { caseId: theCase.id }
    })
  }
}

/** Writes the classification and what follows from it for the clocks. What was asked about a clock that takes over another promise is taken back. */
export async function classify(tx: Tx, theCase: Case, to: Classification, consent: Consent): Promise<void> {
  const before = caseFacts(theCase)
  const from = theCase.classification
  theCase.classification = to
  const moved = await reclassifyClocks(tx, theCase, { ...consent, reason: consent.note })
  await saveVersioned(tx, theCase)
  await closeAnsweredTasks(tx, theCase)
  await tx.announce({
    kind: 'case.classified',
    subject: { __typename: 'Case', id: theCase.id },
    version: theCase.version,
    before,
    after: caseFacts(theCase),
    position: consent.position,
    note: consent.note,
    detail: { from, to, clocks: moved.map(({ clock }) => clock.code) },
    notify: consent.approval ? [{ personIds: [consent.approval.askedBy], kind: 'case.classified' }] : [],
  })
}
