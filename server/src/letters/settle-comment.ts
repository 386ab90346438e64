import { Injectable } from '@nestjs/common'
import { actingPost, Refusal, remarkRefusal, type Viewer } from '@domain'
import { Work, type Attempt } from '../platform/work.js'
import { LetterComment } from './letter-parts.entity.js'
import { announceLetter, openLetter } from './open-letter.js'

/** A remark is resolved, or opened again, by whoever made it and by the drafter of the letter, until the letter has its number. */
@Injectable()
export class SettleComment {
  constructor(private readonly work: Work) {}

  run(me: Viewer, id: string, resolved: boolean, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'settleComment', attempt, async (tx) => {
      const comment = await tx.manager.findOneBy(LetterComment, { id })
      if (!comment) throw new Refusal('access.denied')
      const open = await openLetter(tx, comment.letterId, null)
      const refusal = remarkRefusal(open.before, comment, me)
      if (refusal) throw new Refusal(refusal)
      const [settled] = await tx.query<{ id: string }>(
        `UPDATE letter_comment SET resolved_at = $2, resolved_by = $3, resolved_by_name = $4 WHERE id = $1 AND (resolved_at IS NULL) = $5 RETURNING id`,
        [id, ...(resolved ? [tx.now, me.id, me.name] : [null, null, null]), resolved],
      )
      if (!settled) throw new Refusal('conflict.changed_meanwhile')
      await announceLetter(tx, resolved ? 'letter.comment_resolved' : 'letter.comment_reopened', open, {
        position: actingPost(me, 'read', open.before, open.letter.reviewerPositionId, ...open.letter.caseHandlerPositionIds),
        detail: { commentId: id, number: comment.versionNumber },
        notify: [{ personIds: [comment.authorId], kind: resolved ? 'letter.comment_resolved' : 'letter.comment_reopened' }],
      })
      return { id: comment.letterId }
    })
  }
}
