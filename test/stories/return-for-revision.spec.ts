import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ApproveLetterDocument, CommentLetterDocument, ReturnLetterDocument } from '../../client/src/generated/graphql.js'
import { aKey } from '../support/as.js'
import type { Ear } from '../support/console.js'
import { Job } from '../support/job.js'
import { Story } from '../support/story.js'

let story: Story
let job: Job
let assistant: Ear
let head: Ear
let chair: Ear

beforeAll(async () => {
  story = await Story.open()
  job = new Job(story)
  await job.assigned()
  await job.decide(true)
  await job.draft()
  await job.write(['Naskah pertama.'])
  await job.submit()
  assistant = await (await story.console(story.people.assistant)).listen()
  head = await (await story.console(story.people.head)).listen()
  chair = await (await story.console(story.people.chair)).listen()
})
afterAll(() => story.close())

const heard = async () => {
  await story.settle([assistant, head, chair])
  return { assistant: assistant.take(), head: head.take(), chair: chair.take() }
}

const steps = async () => (await job.letter(story.people.assistant)).steps.map((step) => [step.round, step.action, step.personName])

test('the first tier comments and returns with a reason: it is back on the drafter’s desk at once', async () => {
  const { people } = story
  const desk = await story.console(people.head)
  await desk.act(CommentLetterDocument, { id: job.letterId, text: 'Dasar hukum belum lengkap', quote: 'Naskah pertama.' })
  const { id, version } = await job.letter(people.head)
  const silent = await desk.attempt(ReturnLetterDocument, { id, version, reason: ' ', key: aKey() })
  expect(silent.code).toBe('letter.reason_missing')
  await job.return(people.head, 'Lengkapi dasar hukum')

  expect(await heard()).toEqual({
    assistant: [
      'LetterChange letter.commented',
      'Notice letter.commented',
      'TaskChange +revise',
      'LetterChange letter.returned',
      'Notice letter.returned_to_you',
    ],
    head: ['LetterChange letter.commented', 'TaskChange -review', 'LetterChange letter.returned'],
    chair: ['LetterChange letter.commented', 'LetterChange letter.returned'],
  })
  const letter = await job.letter(people.assistant)
  expect(letter).toMatchObject({ status: 'returned', returnReason: 'Lengkapi dasar hukum', reviewerPositionId: null })
  expect(letter.comments).toMatchObject([{ text: 'Dasar hukum belum lengkap', quote: 'Naskah pertama.', authorName: people.head.name }])
})

test('the second tier returns what the first has passed', async () => {
  const { people } = story
  await job.write(['Naskah kedua.'])
  await job.submit()
  await job.pass()
  await heard()
  const seen = await job.letter(people.chair)
  await job.return(people.chair, 'Perhalus kesimpulan')

  expect(await heard()).toEqual({
    assistant: ['TaskChange +revise', 'LetterChange letter.returned', 'Notice letter.returned_to_you'],
    head: ['LetterChange letter.returned'],
    chair: ['TaskChange -review', 'LetterChange letter.returned'],
  })
  const late = { id: seen.id, version: seen.version, contentHash: seen.contentHash ?? '', key: aKey() }
  expect((await (await story.console(people.chair)).attempt(ApproveLetterDocument, late)).code).toBe('conflict.changed_meanwhile')
})

test('resubmitted, it is a new round from the first tier: nothing that was passed before counts', async () => {
  const { people } = story
  const before = (await job.letter(people.assistant)).contentHash
  await job.write(['Naskah ketiga.'])
  await job.submit()
  const letter = await job.letter(people.chair)
  expect(letter).toMatchObject({
    status: 'in_review',
    tier: 1,
    submittedVersion: 3,
    reviewerPositionId: people.head.post.id,
    returnReason: null,
  })
  expect(letter.contentHash).not.toBe(before)
  const early = { id: letter.id, version: letter.version, contentHash: letter.contentHash ?? '', key: aKey() }
  expect((await (await story.console(people.chair)).attempt(ApproveLetterDocument, early)).code).toBe('access.denied')

  await job.pass()
  await job.approve()
  const drafter = people.assistant.name
  expect(await steps()).toEqual([
    [1, 'submit', drafter],
    [1, 'return', people.head.name],
    [2, 'submit', drafter],
    [2, 'pass', people.head.name],
    [2, 'return', people.chair.name],
    [3, 'submit', drafter],
    [3, 'pass', people.head.name],
    [3, 'approve', people.chair.name],
  ])
})

test('every submitted version stays readable, word for word', async () => {
  const { versions } = await job.letter(story.people.head)
  const written = versions.map(({ number, body }) => [number, /Naskah [a-z]+/.exec(JSON.stringify(body))?.[0]])
  expect(written).toEqual([
    [3, 'Naskah ketiga'],
    [2, 'Naskah kedua'],
    [1, 'Naskah pertama'],
  ])
  expect(new Set(versions.map(({ contentHash }) => contentHash)).size).toBe(3)
})
