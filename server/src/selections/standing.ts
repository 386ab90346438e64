import { takesPart, type Applicant, type LetterKind, type RequestState, type SelectionFacts, type StageStanding } from '@domain'

interface Asked {
  query<T>(sql: string, params?: unknown[]): Promise<T[]>
}

interface StandingRow {
  postIds: string[]
  panelSize: number
  hasVacancyDates: boolean
  documentsReceived: string[]
  checksRecorded: string[]
  requests: { state: RequestState; delivered: LetterKind[] }[]
  applicants: Applicant[]
  scoredPostIds: string[]
  shortlistedPostIds: string[]
  appointedPostIds: string[]
}

/** What has been recorded of a selection for its stage: what the domain asks before it goes on. */
export async function standingOf(db: Asked, { id, stage }: Pick<SelectionFacts, 'id' | 'stage'>): Promise<StageStanding> {
  const [row] = await db.query<StandingRow>(
    `WITH post AS (SELECT p.id FROM vacant_post p WHERE p.selection_id = $1 AND p.dropped_at IS NULL)
     SELECT ARRAY(SELECT id FROM post) AS "postIds",
       (SELECT count(*)::int FROM panel_member WHERE selection_id = $1) AS "panelSize",
       EXISTS (SELECT FROM selection_schedule WHERE selection_id = $1 AND stage = 'announcement') AS "hasVacancyDates",
       ARRAY(SELECT code FROM selection_document WHERE selection_id = $1 AND stage = $2 AND state = 'received') AS "documentsReceived",
       ARRAY(SELECT code FROM selection_check WHERE selection_id = $1 AND stage = $2) AS "checksRecorded",
       coalesce((SELECT jsonb_agg(jsonb_build_object('state', r.state, 'delivered',
         ARRAY(SELECT DISTINCT l.kind FROM letter l WHERE l.case_id = r.case_id AND l.status = 'delivered')))
         FROM selection_request r WHERE r.selection_id = $1 AND r.stage = $2 AND r.superseded_at IS NULL), '[]') AS requests,
       coalesce((SELECT jsonb_agg(jsonb_build_object('postId', c.post_id, 'qualified', c.qualified, 'ppkRecommended', c.recommendation_number IS NOT NULL))
         FROM candidate c WHERE c.selection_id = $1), '[]') AS applicants,
       ARRAY(SELECT DISTINCT post_id FROM component_result WHERE selection_id = $1) AS "scoredPostIds",
       ARRAY(SELECT DISTINCT s.post_id FROM shortlisted s JOIN post ON post.id = s.post_id) AS "shortlistedPostIds",
       ARRAY(SELECT a.post_id FROM appointment a JOIN post ON post.id = a.post_id) AS "appointedPostIds"`,
    [id, stage],
  )
  if (!row) throw new Error('A selection has no standing')
  return { stage, ...row }
}

/** How many applied and how many take part, by post: what everybody who may read the selection may know of its applicants. */
export interface PostCounts {
  readonly postId: string
  readonly applicants: number
  readonly takingPart: number
}

/** Counts without names. */
export const countsOf = (postIds: readonly string[], applicants: readonly Applicant[]): PostCounts[] =>
  postIds.map((postId) => {
    const own = applicants.filter((one) => one.postId === postId)
    return { postId, applicants: own.length, takingPart: own.filter(takesPart).length }
  })
