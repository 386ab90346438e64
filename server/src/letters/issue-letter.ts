import { randomBytes } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { nextStatus, Refusal, type Viewer } from '@domain'
import { closeTasks, LeakGuard, markAnswered, registryPost } from '../cases/index.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt } from '../platform/work.js'
import { hashOf, spokenParts, submittedContent } from './letter-content.js'
import { enterNumber, nextNumber } from './number-book.js'
import { announceLetter, openLetter } from './open-letter.js'
import { giveUpDrafts } from './withdraw-letter.js'

const TOKEN_BYTES = 16

/** The Sekretariat gives an approved letter its number and date; the PDF follows from a job. The text is the approved one, recomputed from its version. */
@Injectable()
export class IssueLetter {
  constructor(
    private readonly work: Work,
    private readonly guard: LeakGuard,
  ) {}

  run(me: Viewer, target: { id: string; version: number }, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'issueLetter', attempt, async (tx) => {
      const open = await openLetter(tx, target.id, target.version)
      const { letter, theCase, before } = open
      letter.status = nextStatus(before, 'issue', me)
      const content = await submittedContent(tx, letter)
      const issuedHash = hashOf(content)
      if (issuedHash !== letter.approvedHash) throw new Refusal('letter.text_changed')
      await this.guard.demandDiscreet(tx, theCase, 'issue', spokenParts(content))
      const post = registryPost(me)

      const number = await nextNumber(tx, letter)
      letter.number = number.text
      letter.issuedAt = number.at
      letter.issuedHash = issuedHash
      letter.verificationToken = randomBytes(TOKEN_BYTES).toString('base64url')
      letter.updatedAt = tx.now
      await saveVersioned(tx, letter)
      await enterNumber(tx, number, letter.id)
      await closeTasks(tx, theCase.id, { kinds: ['issue'], letterId: letter.id })
      if (letter.closesCase && theCase.stage === 'in_process') {
        await giveUpDrafts(tx, theCase, post)
        await markAnswered(tx, theCase, post)
      }
      await tx.job('letter.render', { letterId: letter.id })
      await announceLetter(tx, 'letter.issued', open, {
        position: post,
        detail: { number: number.text, contentHash: issuedHash },
        notify: [{ personIds: [letter.drafterId], kind: 'letter.issued' }],
      })
      return { id: letter.id }
    })
  }
}
