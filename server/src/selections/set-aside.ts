import { randomUUID } from 'node:crypto'
import { correctedLines, noLongerHolding, type Component, type Ranked } from '@domain'
import type { Tx } from '../platform/work.js'
import { recordedResults } from './participants.js'

/** Of which selection and post, and why. */
interface About {
  readonly selectionId: string
  readonly postId: string
  readonly reason: string
}

/** The lines of a component as they stand, best first; empty where nothing was recorded. */
export const standingLines = (tx: Tx, postId: string, component: Component): Promise<Ranked[]> =>
  tx.query<Ranked>(
    `SELECT candidate_id AS "candidateId", score::float8 AS score, rank, proceeds FROM candidate_score WHERE post_id = $1 AND component = $2 ORDER BY rank`,
    [postId, component],
  )

/** Keeps what stood in the table of a component before it is written over or taken away: every line that differs, with the reason. */
export async function keepCorrection(
  tx: Tx,
  { selectionId, postId, reason }: About,
  component: Component,
  [before, after]: readonly [readonly Ranked[], readonly Ranked[]],
): Promise<void> {
  const id = randomUUID()
  await tx.query(
    `INSERT INTO result_correction (id, selection_id, post_id, component, outcome, reason, at, by_name, old_recorded_at, old_recorded_by_name, old_source,
       old_table_sha256, old_tie_reason)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, recorded_at, recorded_by_name, source, table_sha256, tie_reason FROM component_result
     WHERE post_id = $3 AND component = $4`,
    [id, selectionId, postId, component, after.length > 0 ? 'corrected' : 'set_aside', reason, tx.now, tx.me.name],
  )
  const lines = correctedLines(before, after).map(({ candidateId, before: old, after: now }) => ({
    ...{ candidateId, oldScore: old?.score ?? null, oldRank: old?.rank ?? null, oldProceeds: old?.proceeds ?? null },
    ...{ newScore: now?.score ?? null, newRank: now?.rank ?? null, newProceeds: now?.proceeds ?? null },
  }))
  await tx.query(
    `INSERT INTO score_correction (correction_id, candidate_id, old_score, old_rank, old_proceeds, new_score, new_rank, new_proceeds)
     SELECT $1, l."candidateId", l."oldScore", l."oldRank", l."oldProceeds", l."newScore", l."newRank", l."newProceeds"
     FROM jsonb_to_recordset($2::jsonb) AS l ("candidateId" uuid, "oldScore" numeric, "oldRank" int, "oldProceeds" boolean, "newScore" numeric, "newRank" int,
       "newProceeds" boolean)`,
    [id, JSON.stringify(lines)],
  )
}

/**
 * Sets aside the components of a post that no longer hold: those after a corrected one whose participants are others now, or of all of them (null) when the
 * participants themselves changed. Gives which.
 */
export async function setBrokenAside(tx: Tx, about: About, corrected: Component | null): Promise<Component[]> {
  const participants = await tx.query<{ id: string }>(
    'SELECT id FROM candidate WHERE post_id = $1 AND qualified AND recommendation_number IS NOT NULL',
    [about.postId],
  )
  const results = await recordedResults(tx, about.postId)
  const broken = noLongerHolding(
    participants.map((one) => one.id),
    results,
    corrected,
  )
  for (const component of broken) {
    await keepCorrection(tx, about, component, [await standingLines(tx, about.postId, component), []])
    await tx.query('DELETE FROM component_result WHERE post_id = $1 AND component = $2', [about.postId, component])
  }
  return broken
}

/** Sets the appointed of a selection (or of one post of it) aside, and the three when asked. */
export async function setChoicesAside(
  tx: Tx,
  { selectionId, postId, reason }: Omit<About, 'postId'> & { readonly postId: string | null },
  withShortlist: boolean,
): Promise<void> {
  const of = 'JOIN vacant_post p ON p.id = x.post_id AND p.selection_id = $1 AND ($2::uuid IS NULL OR p.id = $2)'
  const why = [selectionId, postId, reason, tx.now, tx.me.name]
  await tx.query(
    `INSERT INTO set_aside_choice (id, selection_id, post_id, kind, candidate_id, decree_number, decree_on, recorded_at, recorded_by_name, reason, at, by_name)
     SELECT gen_random_uuid(), $1, x.post_id, 'appointed', x.candidate_id, x.decree_number, x.decree_on, x.recorded_at, x.recorded_by_name, $3, $4, $5
     FROM appointment x ${of}`,
    why,
  )
  await tx.query(
    `DELETE FROM appointment USING (SELECT x.post_id AS id FROM appointment x ${of}) gone WHERE post_id = gone.id`,
    why.slice(0, 2),
  )
  if (!withShortlist) return
  await tx.query(
    `INSERT INTO set_aside_choice (id, selection_id, post_id, kind, candidate_id, place, recorded_at, reason, at, by_name)
     SELECT gen_random_uuid(), $1, x.post_id, 'shortlisted', x.candidate_id, x.place, x.at, $3, $4, $5 FROM shortlisted x ${of}`,
    why,
  )
  await tx.query(
    `DELETE FROM shortlisted USING (SELECT x.post_id AS id FROM shortlisted x ${of}) gone WHERE post_id = gone.id`,
    why.slice(0, 2),
  )
}
