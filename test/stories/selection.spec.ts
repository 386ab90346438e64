import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { requirementsFor, STAGE_RULES, type LetterKind } from '@domain'
import {
  AdvanceSelectionDocument,
  AttachSelectionRequestDocument,
  CaseClocksDocument,
  CaseSelectionDocument,
  ChooseThreeBestDocument,
  ImportResultsDocument,
  OpenSelectionDocument,
  PreviewResultsDocument,
  RecordAppointmentDocument,
  RecordSelectionChecksDocument,
  RecordSelectionDocumentsDocument,
  RecordSelectionResultsDocument,
  RegisterCaseDocument,
  SaveSelectionApplicantsDocument,
  SaveSelectionPlanDocument,
  SaveSelectionPostsDocument,
  SelectionPageDocument,
  SelectionsDocument,
  type SelectionDetailFragment,
} from '../../client/src/generated/graphql.js'
import { aKey } from '../support/as.js'
import { aRegistration } from '../support/casework.js'
import type { Ear } from '../support/console.js'
import { Job } from '../support/job.js'
import { A_PANEL, anApplicant, anXlsx } from '../support/selection-data.js'
import { anAgency } from '../support/selections.js'
import { Story } from '../support/story.js'
import { upload } from '../support/upload.js'

let story: Story
let job: Job
let clerk: Ear
let assistant: Ear
let agencyCode = ''
let id = ''
let postId = ''

const desk = () => story.console(story.people.assistant)
const seenBy = async (who: 'assistant' | 'clerk' | 'chair'): Promise<SelectionDetailFragment> =>
  (await (await story.console(story.people[who])).ask(SelectionPageDocument, { id })).selection
const target = async () => {
  const { version } = await seenBy('assistant')
  return { id, version }
}

beforeAll(async () => {
  story = await Story.open()
  job = new Job(story)
  agencyCode = await anAgency(story.db, true)
  clerk = await (await story.console(story.people.clerk)).listen()
  assistant = await (await story.console(story.people.assistant)).listen()
})
afterAll(() => story.close())

/** A request about senior posts on its way to the Asisten, by post and without the papers of its stage. */
async function arrives(): Promise<void> {
  const requirements = requirementsFor('JPT', 'post', 'asn').map(({ code }) => ({
    code,
    state: ['jpt.stage_documents', 'jpt.sijapti_entry_later'].includes(code) ? ('missing' as const) : ('met' as const),
  }))
  const input = { ...aRegistration('JPT'), agencyCode, requirements, receivedAt: null }
  const registry = await story.console(story.people.clerk)
  job.caseId = (await registry.act(RegisterCaseDocument, { input })).registerCase.id
  await job.handOver()
  await job.dispose(story.people.chair, story.people.head)
  await job.dispose(story.people.head, story.people.assistant)
}

async function papers(caseId: string | null, count = 99): Promise<void> {
  const { stage } = await seenBy('assistant')
  const documents = STAGE_RULES[stage].documents.map(({ code }, index) => ({ code, received: index < count, note: null }))
  await (await desk()).act(RecordSelectionDocumentsDocument, { ...(await target()), documents, requirementsMet: [], caseId })
}

async function checks(): Promise<void> {
  const { stage } = await seenBy('assistant')
  const found = STAGE_RULES[stage].checks.map(({ code }) => ({ code, met: true, note: null }))
  await (await desk()).act(RecordSelectionChecksDocument, { ...(await target()), checks: found })
}

const advance = async () => (await desk()).act(AdvanceSelectionDocument, await target())

async function answer(kind: LetterKind): Promise<void> {
  if ((await job.case(story.people.assistant)).stage === 'assigned') await job.decide(true)
  await job.draft(kind)
  await job.write()
  await job.submit()
  await job.pass()
  await job.approve()
  await job.issue()
  await job.deliverByHand('BKPSDM')
}

const clocks = async () => (await (await desk()).ask(CaseClocksDocument, { id: job.caseId })).case.clocks

test('a request of a 3T region opens a selection; it came by post, so the agency must enter it in SIJAPTI [jpt.stages.1] [jpt.sijapti_entry_later]', async () => {
  await arrives()
  const { version } = await job.case(story.people.assistant)
  const opening = { caseId: job.caseId, version, title: 'Seleksi terbuka Kepala Dinas Kesehatan', agencyCode }
  const { openSelection } = await (await desk()).act(OpenSelectionDocument, opening)
  id = openSelection.id
  expect(openSelection).toMatchObject({
    stage: 'planning',
    agency: { underdeveloped: true },
    requests: [{ state: 'incomplete', inPortal: false }],
  })
  expect(await clocks()).toMatchObject([{ code: 'jpt.answer_3t', startedAt: null }])
  const { selection } = (await (await desk()).ask(CaseSelectionDocument, { id: job.caseId })).case
  expect(selection?.id).toBe(id)
})

test('an incomplete file is asked for by letter, and starts no clock [jpt.product.completeness_request] [jpt.stage_documents]', async () => {
  await papers(job.caseId, 2)
  expect((await seenBy('assistant')).requests).toMatchObject([{ state: 'incomplete', completedAt: null }])
  expect(await clocks()).toMatchObject([{ startedAt: null }])
  await answerIncomplete()
  expect((await seenBy('assistant')).requests).toMatchObject([{ state: 'incomplete' }])
})

async function answerIncomplete(): Promise<void> {
  await job.draft('completeness_request')
  const letter = await job.letter(story.people.assistant)
  expect(letter.fields).toMatchObject({ sijapti_entry: expect.stringContaining('diminta mengunggah') })
  await job.write(['Keputusan dan komposisi panitia seleksi.'])
  await job.submit()
  await job.pass()
  await job.approve()
  await job.issue()
  await job.deliverByHand('BKPSDM')
}

test('complete papers start the clock of the region, which has no limit until one is set [jpt.answer]', async () => {
  await story.settle([clerk, assistant])
  clerk.take()
  await papers(job.caseId)
  expect((await seenBy('assistant')).requests).toMatchObject([{ state: 'complete' }])
  expect(await clocks()).toMatchObject([{ code: 'jpt.answer_3t', startedAt: expect.any(String), dueAt: null }])
  await story.settle([clerk, assistant])
  expect(clerk.take()).toEqual(expect.arrayContaining(['SelectionChange', 'CaseChange case.completed']))
})

test('the planning is answered by a recommendation, and left with it [jpt.product.recommendation] [jpt.stages.1]', async () => {
  const posts = [{ title: 'Kepala Dinas Kesehatan', level: 'pratama' as const }]
  postId = (await (await desk()).act(SaveSelectionPostsDocument, { ...(await target()), posts })).saveSelectionPosts.posts[0]?.id ?? ''
  const plan = { schedule: [{ stage: 'announcement' as const, startsOn: '2026-02-02', endsOn: '2026-02-16' }], panel: A_PANEL }
  await (await desk()).act(SaveSelectionPlanDocument, { ...(await target()), plan })
  await checks()
  const early = await (await desk()).attempt(AdvanceSelectionDocument, { ...(await target()), key: aKey() })
  expect(early.code).toBe('selection.not_ready')
  await answer('recommendation')
  await advance()
  expect(await seenBy('assistant')).toMatchObject({ stage: 'announcement', requests: [{ state: 'answered' }] })
})

test('announcement and applications: four apply, each with the recommendation of the PPK [jpt.stages.2] [jpt.stages.3]', async () => {
  await papers(null)
  await checks()
  await advance()
  const without = [anApplicant(postId, { recommendationNumber: null, recommendationOn: null })].map(asInput)
  const refused = await (
    await desk()
  ).attempt(SaveSelectionApplicantsDocument, { ...(await target()), applicants: without, removed: [], key: aKey() })
  expect(refused.code).toBe('request.invalid')
  const applicants = [1, 2, 3, 4].map(() => asInput(anApplicant(postId)))
  await (await desk()).act(SaveSelectionApplicantsDocument, { ...(await target()), applicants, removed: [] })
  await papers(null)
  await checks()
  await advance()
  expect((await seenBy('assistant')).stage).toBe('selection')
})

const asInput = (entry: ReturnType<typeof anApplicant>) => ({ ...entry, id: null })

test('scores come as a table: errors by row first, then the whole of it [jpt.stages.4] [jpt.stages.5]', async () => {
  const place = { postId, component: 'interview' as const }
  const me = await desk()
  const table = async (rows: readonly (readonly (string | number)[])[]) =>
    upload(story.running.url, me.client, 'nilai.xlsx', Buffer.from(anXlsx([['No. Peserta', 'Nilai', 'Lanjut'], ...rows])))
  const { candidates } = await seenBy('assistant')
  const numbers = candidates.map((one) => one.number)
  const bad = await table([
    [numbers[0] ?? 0, 'baik', 'Ya'],
    [99, 80, 'Ya'],
  ])
  const { previewResults: errors } = await me.ask(PreviewResultsDocument, { id, place, fileId: bad })
  expect(errors.faults.map(({ row, column, fault }) => [row, column, fault])).toEqual([
    [2, 'score', 'score_unreadable'],
    [3, 'number', 'participant_unknown'],
  ])
  const stubborn = { ...(await target()), place, fileId: bad, sha256: errors.sha256, tieReason: null, key: aKey() }
  expect((await me.attempt(ImportResultsDocument, stubborn)).code).toBe('selection.table_faulty')
  expect((await seenBy('assistant')).scores).toEqual([])

  const good = await table(numbers.map((number, index) => [number, 90 - index * 5, index < 3 ? 'Ya' : 'Tidak']))
  const { previewResults } = await me.ask(PreviewResultsDocument, { id, place, fileId: good })
  expect(previewResults.faults).toEqual([])
  await me.act(ImportResultsDocument, { ...(await target()), place, fileId: good, sha256: previewResults.sha256, tieReason: null })
  expect((await seenBy('assistant')).scores.map(({ rank, proceeds }) => [rank, proceeds])).toEqual([
    [1, true],
    [2, true],
    [3, true],
    [4, false],
  ])
})

test('the table leaves as CSV for whoever may see the names, and computes nothing', async () => {
  const { candidates } = await seenBy('assistant')
  await story.db.query(`UPDATE candidate SET name = '=HYPERLINK("http://contoh.test")' WHERE id = $1`, [candidates[0]?.id])
  const csv = async (who: 'assistant' | 'clerk') => {
    const { cookie } = (await story.console(story.people[who])).client
    return fetch(`${story.running.url}/selections/${id}/posts/${postId}/interview.csv`, { headers: { cookie } })
  }
  const table = await csv('assistant')
  expect([table.status, table.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="hasil-interview.csv"'])
  expect(await table.text()).toContain(`"'=HYPERLINK(""http://contoh.test"")"`)
  expect((await csv('clerk')).status).toBe(404)
})

test('nobody else may preview or import, nor see names before the results are recommended', async () => {
  const outsider = await story.console(story.people.outsider)
  expect((await outsider.attempt(SelectionPageDocument, { id })).code).toBe('access.denied')
  const seen = await seenBy('clerk')
  expect([seen.candidates, seen.scores, seen.shortlist]).toEqual([[], [], []])
  expect(seen.applicantCounts).toMatchObject([{ applicants: 4, takingPart: 4 }])
  expect((await seenBy('chair')).candidates).toHaveLength(4)
})

test('the three best are recommended, and then no secret any more [jpt.stages.5]', async () => {
  await papers(null)
  await checks()
  await advance()
  const { scores } = await seenBy('assistant')
  const lines = scores.filter((one) => one.proceeds).map(({ candidateId, score }) => ({ candidateId, score, proceeds: true, rank: null }))
  const place = { postId, component: 'final' as const }
  await (await desk()).act(RecordSelectionResultsDocument, { ...(await target()), place, lines, tieReason: null })
  await (await desk()).act(ChooseThreeBestDocument, { ...(await target()), postId })
  await arrives()
  await (await desk()).act(AttachSelectionRequestDocument, { ...(await target()), caseId: job.caseId })
  await papers(job.caseId)
  await checks()
  expect((await seenBy('clerk')).shortlist).toEqual([])
  await answer('recommendation')
  expect((await seenBy('clerk')).shortlist.map((one) => one.place)).toEqual([1, 2, 3])
  await advance()
})

test('one of the three is appointed by the PPK, and the selection ends [jpt.stages.6]', async () => {
  const { shortlist, candidates } = await seenBy('assistant')
  const fourth = candidates.find((one) => !shortlist.some((chosen) => chosen.candidateId === one.id))?.id ?? ''
  const appointment = { postId, candidateId: fourth, decreeNumber: '821.2/7/2026', decreeOn: '2026-03-30' }
  const wrong = await (await desk()).attempt(RecordAppointmentDocument, { ...(await target()), appointment, key: aKey() })
  expect(wrong.code).toBe('selection.not_one_of_three')
  const chosen = { ...appointment, candidateId: shortlist[1]?.candidateId ?? '' }
  await (await desk()).act(RecordAppointmentDocument, { ...(await target()), appointment: chosen })
  await papers(null)
  await checks()
  await advance()
  expect(await seenBy('assistant')).toMatchObject({ state: 'finished', appointments: [{ authority: 'ppk' }] })
  const { selections } = await (await desk()).ask(SelectionsDocument, { state: 'running', first: 10, after: null })
  expect(selections.rows).toEqual([])
})
