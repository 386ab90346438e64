import { COMPONENTS, Refusal, stillIn, type Component, type ComponentResult, type Participant } from '@domain'

interface Asked {
  query<T>(sql: string, params?: unknown[]): Promise<T[]>
}

/** Of which post and which part of the selection. */
export interface ResultPlace {
  readonly postId: string
  readonly component: Component
}

interface ScoreRow {
  readonly component: Component
  readonly candidateId: string
  readonly proceeds: boolean
}

/** The results recorded for a post, component by component in their order. */
export async function recordedResults(db: Asked, postId: string): Promise<ComponentResult[]> {
  const rows = await db.query<ScoreRow>(
    'SELECT component, candidate_id AS "candidateId", proceeds FROM candidate_score WHERE post_id = $1',
    [postId],
  )
  return COMPONENTS.map((component) => ({ component, lines: rows.filter((row) => row.component === component) })).filter(
    ({ lines }) => lines.length > 0,
  )
}

/** Who takes part in a component of a post that belongs to the selection and has not been dropped. */
export async function participantsIn(db: Asked, selectionId: string, postId: string, component: Component): Promise<Participant[]> {
  const posts = await db.query('SELECT FROM vacant_post WHERE id = $1 AND selection_id = $2 AND dropped_at IS NULL', [postId, selectionId])
  if (posts.length === 0) throw new Refusal('request.invalid', { fields: ['postId'] })
  const all = await db.query<Participant>(
    'SELECT id AS "candidateId", number FROM candidate WHERE post_id = $1 AND qualified AND recommendation_number IS NOT NULL ORDER BY number',
    [postId],
  )
  const ids = stillIn(
    all.map((one) => one.candidateId),
    await recordedResults(db, postId),
    component,
  )
  return all.filter((one) => ids.includes(one.candidateId))
}
