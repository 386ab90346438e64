import { Injectable } from '@nestjs/common'
import { authorityFor, isOneOfThree, localDate, Refusal, threeBest, type PostLevel, type Ranked, type Viewer } from '@domain'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { keepChange, openForChange, type Target } from './open-for-change.js'
import { setChoicesAside } from './set-aside.js'
import { demanded, typed } from './typed.js'

export interface Chosen {
  readonly postId: string
  readonly candidateId: string
  readonly decreeNumber: string
  readonly decreeOn: string
  /** Why an appointment that was recorded already is another now. */
  readonly reason?: string | null
}

/** The end of a selection for a post: the three best by their scores, and the one whom the authority appoints. */
@Injectable()
export class ChooseThree {
  constructor(private readonly work: Work) {}

  /** Takes the first three of the final ranking; nobody picks them by hand. */
  shortlist(me: Viewer, target: Target, postId: string, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'chooseThree', attempt, async (tx) => {
      const open = await openForChange(tx, target, 'shortlist')
      const posts = await tx.query('SELECT FROM vacant_post WHERE id = $1 AND selection_id = $2 AND dropped_at IS NULL', [
        postId,
        target.id,
      ])
      if (posts.length === 0) throw new Refusal('request.invalid', { fields: ['postId'] })
      const final = await tx.query<Ranked>(
        `SELECT candidate_id AS "candidateId", score::float8 AS score, rank, proceeds FROM candidate_score WHERE post_id = $1 AND component = 'final'`,
        [postId],
      )
      const three = threeBest(final)
      if (!three) throw new Refusal('selection.not_three')
      const [already] = await tx.query('SELECT 1 FROM shortlisted WHERE post_id = $1', [postId])
      if (already) throw new Refusal('selection.results_used')
      for (const [index, candidateId] of three.entries()) {
        await tx.query('INSERT INTO shortlisted (post_id, candidate_id, place, at) VALUES ($1, $2, $3, $4)', [
          postId,
          candidateId,
          index + 1,
          tx.now,
        ])
      }
      return keepChange(tx, open, 'selection.shortlisted', { detail: { postId } })
    })
  }

  /** The decree of the PPK or the President: the chosen one is one of the three (Mekanisme 6). */
  appoint(
    me: Viewer,
    target: Target,
    { postId, candidateId, decreeNumber, decreeOn, reason }: Chosen,
    attempt: Attempt,
  ): Promise<{ id: string }> {
    return this.work.run(me, 'recordAppointment', attempt, async (tx) => {
      const open = await openForChange(tx, target, 'appoint')
      const [post] = await tx.query<{ level: PostLevel }>(
        'SELECT level FROM vacant_post WHERE id = $1 AND selection_id = $2 AND dropped_at IS NULL',
        [postId, target.id],
      )
      if (!post) throw new Refusal('request.invalid', { fields: ['postId'] })
      const three = await tx.query<{ id: string }>('SELECT candidate_id AS id FROM shortlisted WHERE post_id = $1', [postId])
      const among = isOneOfThree(
        candidateId,
        three.map(({ id }) => id),
      )
      if (!among) throw new Refusal('selection.not_one_of_three', { fields: ['candidateId'] })
      if (decreeOn > localDate(tx.now)) throw new Refusal('request.invalid', { fields: ['decreeOn'] })
      const authority = authorityFor(post.level)
      const why = await this.setKnownAside(tx, target.id, postId, reason ?? null)
      await tx.query(
        `INSERT INTO appointment (post_id, level, authority, candidate_id, decree_number, decree_on, recorded_at, recorded_by_name)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [postId, post.level, authority, candidateId, demanded(decreeNumber, 'decreeNumber', 150), decreeOn, tx.now, me.name],
      )
      return keepChange(tx, open, 'selection.appointed', { detail: { postId, authority, corrected: why !== null }, note: why })
    })
  }

  /** An appointment that was recorded already is set aside, with the reason; null when there was none. */
  private async setKnownAside(tx: Tx, selectionId: string, postId: string, reason: string | null): Promise<string | null> {
    const [known] = await tx.query('SELECT 1 FROM appointment WHERE post_id = $1', [postId])
    if (!known) return null
    const why = typed(reason, 'reason', 2000)
    if (why === null || why.length < 3) throw new Refusal('selection.correction_reason_missing', { fields: ['reason'] })
    await setChoicesAside(tx, { selectionId, postId, reason: why }, false)
    return why
  }
}
