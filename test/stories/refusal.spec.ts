import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { productOf } from '@domain'
import { DecideCaseDocument, DraftCaseLetterDocument } from '../../client/src/generated/graphql.js'
import { aKey } from '../support/as.js'
import type { Ear } from '../support/console.js'
import { Job } from '../support/job.js'
import { Story } from '../support/story.js'

let story: Story
let job: Job
let clerk: Ear
let assistant: Ear

beforeAll(async () => {
  story = await Story.open()
  job = new Job(story)
  await job.assigned('MEDLIN')
  clerk = await (await story.console(story.people.clerk)).listen()
  assistant = await (await story.console(story.people.assistant)).listen()
})
afterAll(() => story.close())

test('a request that cannot be processed is refused with its reason, and starts no clock of an answer', async () => {
  const desk = await story.console(story.people.assistant)
  const { id, version } = await job.case(story.people.assistant)
  const silent = await desk.attempt(DecideCaseDocument, { id, version, processable: false, reason: '', key: aKey() })
  expect(silent.code).toBe('request.invalid')

  await job.decide(false, 'Bukan kewenangan komisi')
  await story.settle([clerk, assistant])
  const decided = ['CaseChange case.decided', 'DispositionChange disposition.accepted']
  expect(clerk.take()).toEqual(decided)
  expect(assistant.take()).toEqual(['TaskChange -decide', 'TaskChange +draft', ...decided])
  expect(await job.case(story.people.clerk)).toMatchObject({
    stage: 'in_process',
    processable: false,
    decisionReason: 'Bukan kewenangan komisi',
  })
})

test('only the notice can be written, not the answer', async () => {
  const desk = await story.console(story.people.assistant)
  const answer = await desk.attempt(DraftCaseLetterDocument, { caseId: job.caseId, kind: 'answer', key: aKey() })
  expect(answer.code).not.toBeNull()
  await job.draft('notice')
  expect(await job.letter(story.people.assistant)).toMatchObject({ kind: 'notice', status: 'draft' })
})

test('the notice goes the way of every letter, and closes the case when it is delivered [medlin.written.5]', async () => {
  await job.write(['Permohonan tidak dapat diproses.'])
  await job.submit()
  await job.pass()
  await job.approve()
  await job.issue()
  await story.settle([clerk, assistant])
  expect(clerk.take().filter((line) => line.startsWith('CaseChange'))).toEqual(['CaseChange case.answered'])

  await job.deliverByHand('Dewi Lestari')
  await story.settle([clerk, assistant])
  expect(clerk.take().filter((line) => !line.startsWith('Disposition'))).toEqual([
    'TaskChange -deliver',
    'LetterChange letter.delivered',
    'CaseChange case.closed',
  ])
  expect(assistant.take()).toContain('Notice case.closed')
  const { stage, letters, tasks } = await job.case(story.people.assistant)
  expect({ stage, tasks, letters: letters.map(({ kind, status }) => [kind, status]) }).toEqual({
    stage: 'closed',
    tasks: [],
    letters: [['notice', 'delivered']],
  })
})

test('the refusal is what the promise of an answer in time is kept by: delivered, it stops the clock that began at the working group', async () => {
  const { clocks } = await job.case(story.people.clerk)
  expect(clocks.map(({ code, startedAt, stoppedAt }) => [code, startedAt !== null, stoppedAt !== null])).toEqual([
    ['medlin.letter', true, true],
  ])
  const letter = await job.letter(story.people.clerk)
  const product = productOf('MEDLIN', 'notice')
  expect(product?.name.id).toBe('Surat Penolakan')
  expect(letter).toMatchObject({
    status: 'delivered',
    archiveCode: product?.archiveCode,
    pdfSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(letter.number).toMatch(/^B-\d+\/JP\.01\/\d\d\/\d{4}$/)
})

test('a consultation on the merit system that cannot be processed is told so by letter, and no week of an answer ever begins [merit.written.3]', async () => {
  const { people } = story
  const merit = new Job(story)
  await merit.assigned('MERIT')
  await merit.decide(false, 'Sudah diputus pengadilan tata usaha negara')
  const seen = await merit.case(people.assistant)
  expect(seen).toMatchObject({ processable: false, decisionReason: 'Sudah diputus pengadilan tata usaha negara' })
  expect(seen.clocks.map(({ code, startedAt }) => [code, startedAt])).toEqual([['merit.letter', null]])

  const desk = await story.console(people.assistant)
  for (const kind of ['answer', 'recommendation'] as const) {
    const refused = await desk.attempt(DraftCaseLetterDocument, { caseId: merit.caseId, kind, key: aKey() })
    expect(refused.code).toBe('request.invalid')
  }
  const again = {
    id: seen.id,
    version: seen.version,
    processable: true,
    reason: 'Berubah pikiran',
    confirmBy: 'phone' as const,
    key: aKey(),
  }
  expect((await desk.attempt(DecideCaseDocument, again)).code).not.toBeNull()

  await merit.draft('notice')
  await merit.write(['Permohonan konsultasi tidak dapat diproses karena sudah diputus pengadilan.'])
  await merit.submit()
  await merit.pass()
  await merit.approve()
  await merit.issue()
  await merit.deliverByHand('Dewi Lestari')
  const closed = await merit.case(people.clerk)
  expect({ stage: closed.stage, tasks: closed.tasks, letters: closed.letters.map(({ kind, status }) => [kind, status]) }).toEqual({
    stage: 'closed',
    tasks: [],
    letters: [['notice', 'delivered']],
  })
  expect(closed.clocks.map(({ code, startedAt }) => [code, startedAt])).toEqual([['merit.letter', null]])
})
