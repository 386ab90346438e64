import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { actingPost, feedbackFacts, Refusal, ruleRefusal, type Viewer } from '@domain'
import { findForUpdate } from '../platform/find-for-update.js'
import { Vault } from '../platform/vault.js'
import { Work } from '../platform/work.js'
import { Feedback, feedbackPlace } from './feedback.entity.js'

/** Who wrote a feedback and how they are reached. */
export interface Writer {
  readonly name: string | null
  readonly contact: string | null
}

/**
 * Opens the name and the contact for somebody who answers. Every look is an event of its own; the answer is kept nowhere, so that a request sent again is a
 * new look and not the old answer. The version of the feedback stays: whoever is answering it is not told that it changed.
 */
@Injectable()
export class ReadContact {
  constructor(
    private readonly work: Work,
    private readonly vault: Vault,
  ) {}

  async run(me: Viewer, id: string): Promise<Writer> {
    const shown: Writer[] = []
    await this.work.run(me, 'readFeedbackContact', { key: randomUUID(), input: { id } }, async (tx) => {
      const feedback = await findForUpdate(tx, Feedback, id, null)
      if (ruleRefusal(me, 'read_contact', feedback)) throw new Refusal('access.denied')
      const opened = (column: 'name_sealed' | 'contact_sealed', sealed: Buffer | null) =>
        sealed && this.vault.open(feedbackPlace(column, id), sealed)
      shown.push({ name: opened('name_sealed', feedback.nameSealed), contact: opened('contact_sealed', feedback.contactSealed) })
      const facts = feedbackFacts(feedback)
      await tx.announce({
        kind: 'feedback.contact_read',
        subject: { __typename: 'Feedback', id },
        before: facts,
        after: facts,
        position: actingPost(me, 'read_contact', facts, feedback.positionId),
        detail: { number: feedback.number, year: feedback.year },
      })
      return {}
    })
    const [writer] = shown
    if (!writer) throw new Refusal('access.denied')
    return writer
  }
}
