import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { addWorkingDays, indonesianCalendar, localDate, requirementsFor, STAGE_RULES, type Component, type LetterKind } from '@domain'
import {
  AdvanceSelectionDocument,
  AttachSelectionRequestDocument,
  CaseClocksDocument,
  CaseSelectionDocument,
  ChooseThreeBestDocument,
  ExtendAnnouncementDocument,
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
  ReopenSelectionDocument,
  SelectionsDocument,
  SetClockLimitDocument,
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
/** The second post, of the level that the President appoints. */
let madyaId = ''

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
async function arrives(agency = agencyCode): Promise<void> {
  const requirements = requirementsFor('JPT', 'post', 'asn').map(({ code }) => ({
    code,
    state: ['jpt.stage_documents', 'jpt.sijapti_entry_later'].includes(code) ? ('missing' as const) : ('met' as const),
  }))
  const input = { ...aRegistration('JPT'), agencyCode: agency, requirements, receivedAt: null }
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

/** The next request of the agency arrives, for the stage that the selection is in. */
async function asks(): Promise<void> {
  await arrives()
  await (await desk()).act(AttachSelectionRequestDocument, { ...(await target()), caseId: job.caseId })
}

/** The stage is checked and answered by its letter, which tells of the portal; then the selection goes on. */
async function closesStage(kind: LetterKind): Promise<void> {
  const { stage } = await seenBy('assistant')
  await checks()
  await answer(kind)
  const letter = await job.letter(story.people.assistant)
  expect([letter.kind, STAGE_RULES[stage].letter?.kind]).toEqual([kind, kind])
  expect(letter.fields).toMatchObject({ sijapti_entry: expect.stringContaining('diminta mengunggah') })
  expect((await seenBy('assistant')).requests.at(-1)).toMatchObject({ stage, state: 'answered', inPortal: false })
}

const dueOn = async () => {
  const [first] = await clocks()
  return first?.dueAt ? localDate(Date.parse(first.dueAt)) : null
}
const inWorkingDays = (days: number) => addWorkingDays(indonesianCalendar(), localDate(Date.now()), days)

/** Scores as typed, falling in the order of the people; the first `proceed` go on. */
async function scored(post: string, component: Component, people: readonly string[], proceed: number): Promise<void> {
  const lines = people.map((candidateId, index) => ({ candidateId, score: 90 - index * 5, proceeds: index < proceed, rank: null }))
  const place = { postId: post, component }
  await (await desk()).act(RecordSelectionResultsDocument, { ...(await target()), place, lines, tieReason: null })
}
const peopleOf = async (post: string) => (await seenBy('assistant')).candidates.filter((one) => one.postId === post).map((one) => one.id)

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

test('the head sets the limit of the region with a reason, and the date is exact; elsewhere it is five working days [jpt.answer]', async () => {
  const [clock] = await clocks()
  const limit = {
    clock: { id: clock?.id ?? '', version: clock?.version ?? 0 },
    amount: 10,
    unit: 'working_day' as const,
    reason: 'Akses terbatas',
  }
  await (await story.console(story.people.head)).act(SetClockLimitDocument, limit)
  expect(await dueOn()).toBe(inWorkingDays(10))

  const mine = [job.caseId, id] as const
  await arrives(await anAgency(story.db))
  const { version } = await job.case(story.people.assistant)
  const elsewhere = { caseId: job.caseId, version, title: 'Seleksi terbuka Kepala Bappeda', agencyCode: await anAgency(story.db) }
  id = (await (await desk()).act(OpenSelectionDocument, elsewhere)).openSelection.id
  await papers(job.caseId, 4)
  expect(await clocks()).toMatchObject([{ code: 'jpt.answer', startedAt: null }])
  await papers(job.caseId)
  expect(await dueOn()).toBe(inWorkingDays(5))
  await papers(job.caseId, 4)
  expect(await clocks()).toMatchObject([{ pausedSince: expect.any(String) }])
  await papers(job.caseId)
  expect(await clocks()).toMatchObject([{ pausedSince: null }])
  expect(await dueOn()).toBe(inWorkingDays(5))
  ;[job.caseId, id] = mine
})

test('the planning is answered by a recommendation, and left with it [jpt.product.recommendation] [jpt.stages.1]', async () => {
  const posts = [
    { title: 'Kepala Dinas Kesehatan', level: 'pratama' as const },
    { title: 'Sekretaris Daerah Provinsi', level: 'madya' as const },
  ]
  const saved = (await (await desk()).act(SaveSelectionPostsDocument, { ...(await target()), posts })).saveSelectionPosts.posts
  postId = saved.find((post) => post.level === 'pratama')?.id ?? ''
  madyaId = saved.find((post) => post.level === 'madya')?.id ?? ''
  const plan = { schedule: [{ stage: 'announcement' as const, startsOn: '2026-02-02', endsOn: '2026-02-16' }], panel: A_PANEL }
  await (await desk()).act(SaveSelectionPlanDocument, { ...(await target()), plan })
  await checks()
  const early = await (await desk()).attempt(AdvanceSelectionDocument, { ...(await target()), key: aKey() })
  expect(early.code).toBe('selection.not_ready')
  await closesStage('recommendation')
  await advance()
  expect(await seenBy('assistant')).toMatchObject({ stage: 'announcement', requests: [{ state: 'answered' }] })
})

test('the announcement is answered by a letter of response [jpt.product.answer] [jpt.stages.2]', async () => {
  await asks()
  await papers(job.caseId)
  await closesStage('answer')
  await advance()
  expect((await seenBy('assistant')).stage).toBe('application')
})

test('applications need the recommendation of the PPK; fewer than three keep the announcement open; no letter answers them [jpt.stages.2] [jpt.stages.3]', async () => {
  expect(STAGE_RULES.application.letter).toBeNull()
  const without = [anApplicant(postId, { recommendationNumber: null, recommendationOn: null })].map(asInput)
  const refused = await (
    await desk()
  ).attempt(SaveSelectionApplicantsDocument, { ...(await target()), applicants: without, removed: [], key: aKey() })
  expect(refused.code).toBe('request.invalid')
  const enrol = async (...posts: string[]) =>
    (await desk()).act(SaveSelectionApplicantsDocument, {
      ...(await target()),
      applicants: posts.map((post) => asInput(anApplicant(post))),
      removed: [],
    })
  await enrol(postId, postId, madyaId, madyaId, madyaId)
  await papers(null)
  await checks()
  const short = await (await desk()).attempt(AdvanceSelectionDocument, { ...(await target()), key: aKey() })
  expect([short.code, short.detail]).toEqual(['selection.not_ready', { reasons: ['applicants_short'] }])
  const extension = { closesOn: '2026-02-23', reason: 'Baru dua pelamar yang memenuhi syarat' }
  await (await desk()).act(ExtendAnnouncementDocument, { ...(await target()), ...extension })
  expect((await seenBy('assistant')).extensions).toMatchObject([{ oldClosesOn: '2026-02-16', newClosesOn: '2026-02-23' }])
  await enrol(postId, postId)
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
  const numbers = candidates.filter((one) => one.postId === postId).map((one) => one.number)
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
  const twice = { ...(await target()), place, fileId: good, sha256: previewResults.sha256, tieReason: null }
  const both = await Promise.all([aKey(), aKey()].map((key) => me.attempt(ImportResultsDocument, { ...twice, key })))
  expect(both.map((one) => one.code).sort()).toEqual(['conflict.changed_meanwhile', null].sort())
  const again = await me.attempt(ImportResultsDocument, { ...twice, ...(await target()), key: aKey() })
  expect(again.code).toBe('selection.correction_reason_missing')
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
  expect(seen.applicantCounts.map(({ applicants, takingPart }) => [applicants, takingPart]).sort()).toEqual([
    [3, 3],
    [4, 4],
  ])
  expect((await seenBy('chair')).candidates).toHaveLength(7)
})

test('the selection is reported with papers missing: they are asked for, then a letter of response answers [jpt.product.completeness_request] [jpt.stages.4]', async () => {
  await scored(madyaId, 'interview', await peopleOf(madyaId), 3)
  await asks()
  await papers(job.caseId, 2)
  expect(await clocks()).toMatchObject([{ startedAt: null }])
  await answerIncomplete()
  await papers(job.caseId)
  expect(await clocks()).toMatchObject([{ startedAt: expect.any(String) }])
  await closesStage('answer')
  await advance()
})

test('the three best of each post are recommended, and then no secret any more [jpt.stages.5]', async () => {
  const best = (await peopleOf(postId)).slice(0, 3)
  await scored(postId, 'final', best, 3)
  await scored(madyaId, 'final', await peopleOf(madyaId), 3)
  for (const post of [postId, madyaId]) await (await desk()).act(ChooseThreeBestDocument, { ...(await target()), postId: post })
  await asks()
  await papers(job.caseId)
  expect((await seenBy('clerk')).shortlist).toEqual([])
  await closesStage('recommendation')
  const { shortlist } = await seenBy('clerk')
  expect(shortlist.filter((one) => one.postId === postId).map((one) => [one.place, one.candidateId])).toEqual(
    best.map((one, index) => [index + 1, one]),
  )
  expect(shortlist.filter((one) => one.postId === madyaId).map((one) => one.place)).toEqual([1, 2, 3])
  await advance()
})

test('one of the three is appointed, by the PPK for pratama and by the President for madya; a letter answers, and the selection ends [jpt.stages.6]', async () => {
  const { shortlist, candidates } = await seenBy('assistant')
  const fourth = candidates.find((one) => one.postId === postId && !shortlist.some((chosen) => chosen.candidateId === one.id))?.id ?? ''
  const chosenOf = (post: string) => shortlist.find((one) => one.postId === post && one.place === 2)?.candidateId ?? ''
  const appointment = { postId, candidateId: fourth, decreeNumber: '821.2/7/2026', decreeOn: '2026-03-30' }
  const wrong = await (await desk()).attempt(RecordAppointmentDocument, { ...(await target()), appointment, key: aKey() })
  expect(wrong.code).toBe('selection.not_one_of_three')
  const crossed = { ...appointment, candidateId: chosenOf(madyaId) }
  expect((await (await desk()).attempt(RecordAppointmentDocument, { ...(await target()), appointment: crossed, key: aKey() })).code).toBe(
    'selection.not_one_of_three',
  )
  for (const post of [postId, madyaId]) {
    const chosen = { ...appointment, postId: post, candidateId: chosenOf(post) }
    await (await desk()).act(RecordAppointmentDocument, { ...(await target()), appointment: chosen })
  }
  await asks()
  await papers(job.caseId)
  await closesStage('answer')
  await advance()
  const ended = await seenBy('assistant')
  expect(ended.state).toBe('finished')
  expect(ended.appointments.map(({ postId: post, authority }) => [post === postId, authority]).sort()).toEqual([
    [false, 'president'],
    [true, 'ppk'],
  ])
  expect(ended.requests.map(({ stage, state, delivered }) => [stage, state, [...delivered].sort()])).toEqual([
    ['planning', 'answered', ['completeness_request', 'recommendation']],
    ['announcement', 'answered', ['answer']],
    ['selection', 'answered', ['answer', 'completeness_request']],
    ['results', 'answered', ['recommendation']],
    ['appointment', 'answered', ['answer']],
  ])
  const { selections } = await (await desk()).ask(SelectionsDocument, { state: 'running', first: 10, after: null })
  expect(selections.rows.map((row) => row.id)).not.toContain(id)
})

test('a wrong decree is found after the end: the head opens the last stage again, the Asisten may not, and the one before stays on record', async () => {
  const reopening = { stage: 'appointment' as const, cause: 'entry_error' as const, reason: 'Nomor keputusan salah catat' }
  expect((await (await desk()).attempt(ReopenSelectionDocument, { ...(await target()), reopening, key: aKey() })).code).toBe(
    'access.denied',
  )
  const head = await story.console(story.people.head)
  await head.act(ReopenSelectionDocument, { ...(await target()), reopening })
  const seen = await seenBy('assistant')
  expect(seen).toMatchObject({ state: 'running', stage: 'appointment', appointments: [], resultsReleased: true })
  expect(seen.setAside.map(({ kind, decreeNumber, reason }) => [kind, decreeNumber, reason])).toEqual([
    ['appointed', '821.2/7/2026', 'Nomor keputusan salah catat'],
    ['appointed', '821.2/7/2026', 'Nomor keputusan salah catat'],
  ])
  expect(seen.reopenings).toMatchObject([{ fromState: 'finished', toStage: 'appointment', byName: story.people.head.name }])
  expect((await seenBy('clerk')).timeline[0]).toMatchObject({ kind: 'selection.reopened', note: 'Nomor keputusan salah catat' })
})
