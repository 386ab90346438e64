import { describe, expect, test } from '@jest/globals'
import { unready, type StageStanding } from './readiness.js'
import { SELECTION_STAGES, type SelectionStage } from './selection.js'
import { STAGE_RULES } from './stages.js'

const applicants = (n: number) => Array.from({ length: n }, () => ({ postId: 'p', qualified: true, ppkRecommended: true }))

/** Everything recorded that a stage asks for. */
const ready = (stage: SelectionStage): StageStanding => ({
  stage,
  postIds: ['p'],
  panelSize: 5,
  hasVacancyDates: true,
  documentsReceived: STAGE_RULES[stage].documents.map((document) => document.code),
  checksRecorded: STAGE_RULES[stage].checks.map((check) => check.code),
  requests: [{ state: 'answered', delivered: STAGE_RULES[stage].letter ? [STAGE_RULES[stage].letter.kind] : [] }],
  applicants: applicants(3),
  scoredPostIds: ['p'],
  shortlistedPostIds: ['p'],
  appointedPostIds: ['p'],
})

describe('leaving a stage', () => {
  test.each(SELECTION_STAGES)('%s: nothing holds it when everything is there', (stage) => expect(unready(ready(stage))).toEqual([]))

  test.each([
    ['planning', { postIds: [] }, ['posts_missing']],
    ['planning', { panelSize: 0 }, ['panel_missing']],
    ['planning', { hasVacancyDates: false }, ['schedule_missing']],
    ['planning', { documentsReceived: [] }, ['documents_missing']],
    ['planning', { checksRecorded: [] }, ['checks_missing']],
    ['planning', { requests: [] }, ['letter_missing']],
    ['planning', { requests: [{ state: 'answered', delivered: ['answer'] }] }, ['letter_missing']],
    ['planning', { requests: [{ state: 'complete', delivered: [] }] }, ['request_open', 'letter_missing']],
    ['announcement', { requests: [] }, []],
    ['announcement', { requests: [{ state: 'incomplete', delivered: [] }] }, ['request_open']],
    ['announcement', { requests: [{ state: 'withdrawn', delivered: [] }] }, []],
    ['application', { applicants: applicants(2) }, ['applicants_short']],
    ['selection', { scoredPostIds: [] }, ['scores_missing']],
    ['results', { shortlistedPostIds: [] }, ['shortlist_missing']],
    ['results', { requests: [{ state: 'answered', delivered: ['answer'] }] }, ['letter_missing']],
    ['appointment', { appointedPostIds: [] }, ['appointment_missing']],
  ] as const)('%s with %j: %j', (stage, given, reasons) => {
    expect(unready({ ...ready(stage), ...given } as StageStanding)).toEqual(reasons)
  })
})
