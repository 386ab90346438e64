import { afterAll, beforeAll, expect, test } from '@jest/globals'
import {
  AnswerFeedbackDocument,
  AssignFeedbackDocument,
  CloseFeedbackDocument,
  FeedbackEntryDocument,
  FeedbackReportDocument,
  FeedbacksDocument,
  LogFeedbackDocument,
  ReadFeedbackContactDocument,
} from '../../client/src/generated/graphql.js'
import { localDate } from '@domain'
import { aKey } from '../support/as.js'
import type { Ear } from '../support/console.js'
import { Story } from '../support/story.js'

let story: Story
let ears: Record<'clerk' | 'chair' | 'head' | 'outsider', Ear>
let id = ''

beforeAll(async () => {
  story = await Story.open()
  const listen = async (who: keyof typeof ears) => (await story.console(story.people[who])).listen()
  ears = { clerk: await listen('clerk'), chair: await listen('chair'), head: await listen('head'), outsider: await listen('outsider') }
})
afterAll(() => story.close())

const heard = async () => {
  await story.settle(Object.values(ears))
  return Object.fromEntries(Object.entries(ears).map(([who, ear]) => [who, ear.take()]))
}
const entryFor = async (who: 'clerk' | 'chair' | 'head') =>
  (await (await story.console(story.people[who])).ask(FeedbackEntryDocument, { id })).feedback

test('the Sekretariat logs a complaint that came by e-mail: leadership sees it at once, the unit nothing yet', async () => {
  await heard()
  const desk = await story.console(story.people.clerk)
  const input = {
    ...{ service: 'MERIT' as const, channelKind: 'email' as const, channelAddress: 'persuratan@kasn.go.id', kind: 'complaint' as const },
    ...{
      text: 'Konfirmasi permohonan belum saya terima.',
      name: 'Dewi Lestari',
      contactKind: 'email' as const,
      contact: 'dewi@contoh.test',
    },
  }
  const astray = { ...input, channelAddress: 'lain@contoh.test' }
  expect((await desk.attempt(LogFeedbackDocument, { input: astray, key: aKey() })).code).toBe('feedback.channel_not_printed')
  id = (await desk.act(LogFeedbackDocument, { input })).logFeedback.id
  expect(await heard()).toEqual({ clerk: ['FeedbackChange'], chair: ['FeedbackChange'], head: [], outsider: [] })
  expect(await entryFor('clerk')).toMatchObject({ named: true })
  const chair = await story.console(story.people.chair)
  expect((await chair.attempt(ReadFeedbackContactDocument, { id, key: aKey() })).code).toBe('access.denied')
})

test('assigned to a working group: its head is told, other groups hear nothing and find nothing', async () => {
  const { version } = await entryFor('clerk')
  await (
    await story.console(story.people.clerk)
  ).act(AssignFeedbackDocument, { id, version, input: { unitId: story.people.unitId, note: 'Mohon dijawab' } })
  expect(await heard()).toEqual({
    clerk: ['FeedbackChange'],
    chair: ['FeedbackChange'],
    head: expect.arrayContaining(['FeedbackChange', 'Notice feedback.assigned_to_you']),
    outsider: [],
  })
  const stranger = await story.console(story.people.outsider)
  expect((await stranger.attempt(FeedbackEntryDocument, { id })).code).toBe('access.denied')
  expect((await stranger.ask(FeedbacksDocument, { filter: {} })).feedbacks.total).toBe(0)
})

test('the head answers by e-mail, the Sekretariat closes it, and the report counts it', async () => {
  const head = await story.console(story.people.head)
  const seen = await entryFor('head')
  const { readFeedbackContact } = await head.act(ReadFeedbackContactDocument, { id })
  expect(readFeedbackContact).toMatchObject({ name: 'Dewi Lestari', contact: 'dewi@contoh.test' })
  const answer = { text: 'Konfirmasi telah kami kirim hari ini.', way: 'phone' as const }
  expect((await head.attempt(AnswerFeedbackDocument, { id, version: seen.version, input: answer, key: aKey() })).code).toBe(
    'feedback.way_impossible',
  )
  await head.act(AnswerFeedbackDocument, { id, version: seen.version, input: { ...answer, way: 'email' } })
  expect((await heard())['clerk']).toEqual(expect.arrayContaining(['FeedbackChange', 'Notice feedback.answered']))

  const clerk = await story.console(story.people.clerk)
  await clerk.act(CloseFeedbackDocument, { id, version: (await entryFor('clerk')).version })
  expect(await entryFor('clerk')).toMatchObject({ state: 'closed', answerWay: 'email' })
  expect((await entryFor('clerk')).timeline.map((entry) => entry.kind)).toEqual([
    'feedback.closed',
    'feedback.answered',
    'feedback.contact_read',
    'feedback.assigned',
    'feedback.logged',
  ])
  const today = localDate(Date.now())
  const { feedbackReport } = await (await story.console(story.people.chair)).ask(FeedbackReportDocument, { from: today, until: today })
  expect(feedbackReport).toMatchObject([{ service: 'MERIT', channelKind: 'email', complaints: 1, total: 1, answered: 1, shareAnswered: 1 }])
})
