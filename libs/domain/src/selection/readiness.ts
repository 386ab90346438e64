import type { LetterKind } from '../standard/service.js'
import type { SelectionStage } from './selection.js'
import { OPEN_REQUEST_STATES, type RequestState } from './selection.workflow.js'
import { STAGE_RULES } from './stages.js'
import { shortOfApplicants, type Applicant } from './vacancy.js'

/** Why a selection cannot leave its stage yet. */
export const UNREADY_REASONS = [
  'posts_missing',
  'panel_missing',
  'schedule_missing',
  'documents_missing',
  'checks_missing',
  'request_open',
  'letter_missing',
  'applicants_short',
  'scores_missing',
  'shortlist_missing',
  'appointment_missing',
] as const
export type UnreadyReason = (typeof UNREADY_REASONS)[number]

/** What has been recorded of a selection, as far as leaving its stage is concerned. */
export interface StageStanding {
  readonly stage: SelectionStage
  /** The posts that have not been dropped. */
  readonly postIds: readonly string[]
  readonly panelSize: number
  readonly hasVacancyDates: boolean
  readonly documentsReceived: readonly string[]
  readonly checksRecorded: readonly string[]
  /** The requests of this stage, with the kinds of letters that were delivered to each. */
  readonly requests: readonly { readonly state: RequestState; readonly delivered: readonly LetterKind[] }[]
  readonly applicants: readonly Applicant[]
  readonly scoredPostIds: readonly string[]
  readonly shortlistedPostIds: readonly string[]
  readonly appointedPostIds: readonly string[]
}

/** Everything that keeps a selection in its stage, in the order in which the stages ask for it. None: it may go on. */
export function unready(standing: StageStanding): UnreadyReason[] {
  const { stage, postIds, requests } = standing
  const rule = STAGE_RULES[stage]
  const all = (done: readonly string[]) => postIds.every((id) => done.includes(id))
  const delivered = requests.flatMap((request) => (request.state === 'answered' ? request.delivered : []))
  const held: Record<UnreadyReason, boolean> = {
    posts_missing: postIds.length === 0,
    panel_missing: stage === 'planning' && standing.panelSize === 0,
    schedule_missing: (stage === 'planning' || stage === 'announcement') && !standing.hasVacancyDates,
    documents_missing: rule.documents.some((document) => !standing.documentsReceived.includes(document.code)),
    checks_missing: rule.checks.some((check) => !standing.checksRecorded.includes(check.code)),
    request_open: requests.some((request) => OPEN_REQUEST_STATES.includes(request.state)),
    letter_missing: rule.letter?.required === true && !delivered.includes(rule.letter.kind),
    applicants_short: stage === 'application' && shortOfApplicants(postIds, standing.applicants).length > 0,
    scores_missing: stage === 'selection' && !all(standing.scoredPostIds),
    shortlist_missing: stage === 'results' && !all(standing.shortlistedPostIds),
    appointment_missing: stage === 'appointment' && !all(standing.appointedPostIds),
  }
  return UNREADY_REASONS.filter((reason) => held[reason])
}
