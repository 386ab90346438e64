import { afterAll, beforeAll, expect, test } from '@jest/globals'
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
