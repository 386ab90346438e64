import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { actingPost, Refusal, ruleRefusal, takesComments, titleHeld, type Viewer } from '@domain'
import { Work, type Attempt } from '../platform/work.js'
import { announceLetter, openLetter } from './open-letter.js'

/** A remark on the version under review, optionally on a passage of it, by anyone who may read the letter while it is on its way. */
@Injectable()
export class CommentLetter {
  constructor(private readonly work: Work) {}

  run(me: Viewer, id: string, { text, quote }: { text: string; quote: string | null }, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'commentLetter', attempt, async (tx) => {
      const open = await openLetter(tx, id, null)
      const { letter, before } = open
      const refusal = ruleRefusal(me, 'read', before)
      if (refusal) throw new Refusal(refusal)
      if (!takesComments(letter)) throw new Refusal('letter.wrong_status')
      const said = text.trim()
      const passage = quote?.trim().slice(0, 1000) || null
      if (said.length < 1 || said.length > 4000) throw new Refusal('request.invalid', { fields: ['text'] })

      const post = actingPost(me, 'read', before, letter.reviewerPositionId, ...letter.caseHandlerPositionIds)
      const commentId = randomUUID()
      await tx.query(
        `INSERT INTO letter_comment (id, letter_id, version_number, author_id, author_name, position_title, text, quote, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [commentId, letter.id, letter.submittedVersion, me.id, me.name, post && titleHeld(post), said, passage, tx.now],
      )
      const notify = [
        {
          personIds: letter.authorIds,
          positionIds: letter.reviewerPositionId ? [letter.reviewerPositionId] : [],
          kind: 'letter.commented',
        },
      ]
      await announceLetter(tx, 'letter.commented', open, { position: post, detail: { commentId, number: letter.submittedVersion }, notify })
      return { id: letter.id }
    })
  }
}
