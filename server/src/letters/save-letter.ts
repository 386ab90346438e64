import { Injectable } from '@nestjs/common'
import { nextStatus, Refusal, type Viewer } from '@domain'
import { holding } from '../cases/index.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt } from '../platform/work.js'
import { letterText, type LetterDraftInput } from './letter-input.js'
import { announceLetter, openLetter } from './open-letter.js'

/**
 * Keeps what has been typed. Whoever holds the case writes on; when somebody else saved meanwhile the answer is `letter.being_edited` with the revision
 * that stands now, and nothing typed is overwritten. Only a first word by a new author, or the first after a return, is an event.
 */
@Injectable()
export class SaveLetter {
  constructor(private readonly work: Work) {}

  run(
    me: Viewer,
    target: { id: string; draftRevision: number },
    draft: LetterDraftInput,
    attempt: Attempt,
  ): Promise<{ id: string; draftRevision: number }> {
    return this.work.run(me, 'saveLetter', attempt, async (tx) => {
      const text = letterText(draft)
      const open = await openLetter(tx, target.id, null)
      const { letter, theCase, before } = open
      const status = nextStatus(before, 'edit', me)
      if (letter.draftRevision !== target.draftRevision) throw new Refusal('letter.being_edited', { draftRevision: letter.draftRevision })

      const begins = status !== letter.status || !letter.authorIds.includes(me.id)
      Object.assign(letter, text, { status, draftRevision: letter.draftRevision + 1, draftSavedAt: tx.now, updatedAt: tx.now })
      if (begins) {
        letter.authorIds = [...new Set([...letter.authorIds, me.id])]
        await saveVersioned(tx, letter)
        await announceLetter(tx, 'letter.saved', open, { position: holding(me, theCase) })
      } else {
        await tx.query(
          `UPDATE letter SET subject = $2, addressee = $3, cc = $4, attachment_note = $5, body = $6, draft_revision = $7, draft_saved_at = $8, updated_at = $8 WHERE id = $1`,
          [
            letter.id,
            text.subject,
            JSON.stringify(text.addressee),
            text.cc,
            text.attachmentNote,
            JSON.stringify(text.body),
            letter.draftRevision,
            tx.now,
          ],
        )
      }
      return { id: letter.id, draftRevision: letter.draftRevision }
    })
  }
}
