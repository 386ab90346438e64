import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ConsentVoidDocument, LetterPageDocument, NumberBookDocument, RequestVoidDocument } from '../../client/src/generated/graphql.js'
import { aKey } from '../support/as.js'
import type { Ear } from '../support/console.js'
import { Job } from '../support/job.js'
import { Story } from '../support/story.js'

let story: Story
let job: Job
let clerk: Ear
let chair: Ear
let assistant: Ear

beforeAll(async () => {
  story = await Story.open()
  job = new Job(story)
  await job.assigned()
  await job.decide(true)
  await job.draft()
  await job.write(['Naskah yang nomornya keliru.'])
  await job.submit()
  await job.pass()
  await job.approve()
  await job.issue()
  clerk = await (await story.console(story.people.clerk)).listen()
  chair = await (await story.console(story.people.chair)).listen()
  assistant = await (await story.console(story.people.assistant)).listen()
})
afterAll(() => story.close())

const heard = async () => {
  await story.settle([clerk, chair, assistant])
  return { clerk: clerk.take(), chair: chair.take(), assistant: assistant.take() }
}

test('the Sekretariat asks: it is on the desk of Pimpinan at once, and nothing can be sent', async () => {
  await heard()
  const { id, version } = await job.letter(story.people.clerk)
  const desk = await story.console(story.people.clerk)
  expect((await desk.attempt(RequestVoidDocument, { id, version, reason: ' ', key: aKey() })).code).toBe('letter.reason_missing')
  await desk.act(RequestVoidDocument, { id, version, reason: 'Salah kode klasifikasi' })
  expect(await heard()).toEqual({
    clerk: ['TaskChange -deliver', 'LetterChange letter.void_requested'],
    chair: ['TaskChange +consent_void', 'LetterChange letter.void_requested', 'Notice letter.void_waits_for_consent'],
    assistant: ['LetterChange letter.void_requested'],
  })
})

test('Pimpinan consent: the letter goes, the answer is back with the Asisten, and the book keeps the number', async () => {
  const { people } = story
  const seen = await job.letter(people.chair)
  expect(seen.voidRequest).toMatchObject({ status: 'asked', reason: 'Salah kode klasifikasi', askedByName: people.clerk.name })
  const own = await (await story.console(people.clerk)).attempt(ConsentVoidDocument, { id: seen.id, version: seen.version, key: aKey() })
  expect(own.code).toBe('access.two_persons')
  await (await story.console(people.chair)).act(ConsentVoidDocument, { id: seen.id, version: seen.version, note: 'Setuju' })
  expect(await heard()).toMatchObject({
    clerk: expect.arrayContaining(['LetterChange letter.number_voided', 'Notice letter.number_voided', 'CaseChange case.answer_voided']),
    chair: expect.arrayContaining(['TaskChange -consent_void', 'LetterChange letter.number_voided']),
    assistant: expect.arrayContaining(['TaskChange +draft', 'LetterChange letter.number_voided', 'Notice letter.number_voided']),
  })
  const { letter } = await (await story.console(people.assistant)).ask(LetterPageDocument, { id: seen.id })
  expect(letter).toMatchObject({ status: 'withdrawn', number: seen.number, case: { stage: 'in_process' } })
  const year = Number(seen.number?.slice(-4))
  const { numberBook } = await (await story.console(people.clerk)).ask(NumberBookDocument, { year, first: 10 })
  expect(numberBook.rows).toMatchObject([
    {
      number: seen.number,
      status: 'void',
      voidReason: 'Salah kode klasifikasi',
      voidAskedBy: people.clerk.name,
      voidedBy: people.chair.name,
    },
  ])
})
