import { randomUUID } from 'node:crypto'
import { titleHeld, type HeldPosition } from '@domain'
import type { Tx } from '../platform/work.js'
import type { Letter } from './letter.entity.js'

export type StepAction = 'submit' | 'pass' | 'approve' | 'return' | 'recall' | 'return_approved'

/** Writes down who did what to the submitted text, in which post and for whom. Before the letter itself is changed: the database compares the two. */
export const writeStep = (tx: Tx, letter: Letter, action: StepAction, post: HeldPosition, note: string | null): Promise<unknown[]> =>
  tx.query(
    `INSERT INTO review_step (id, letter_id, round, tier, action, person_id, person_name, position_id, position_title, on_behalf_of, content_hash, note, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      randomUUID(),
      letter.id,
      letter.round,
      letter.tier,
      action,
      tx.me.id,
      tx.me.name,
      post.id,
      titleHeld(post),
      post.onBehalfOf,
      letter.contentHash,
      note,
      tx.now,
    ],
  )
