import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { localDate } from '@domain'
import { AppointHolderDocument, PassLetterDocument, StartDocument, TrailDocument } from '../../client/src/generated/graphql.js'
import { pdfText } from '../../libs/press/specimens/pdf-text.js'
import { aKey } from '../support/as.js'
import { Job } from '../support/job.js'
import { aPerson, type Somebody } from '../support/people.js'
import { Story } from '../support/story.js'

let story: Story
let job: Job
let acting: Somebody

beforeAll(async () => {
  story = await Story.open()
  job = new Job(story)
  await job.beforeLeadership()
  acting = await aPerson(story.db, { name: 'Ratna Penggantiwati' })
  const administrator = await story.console(story.people.administrator)
  const today = localDate(new Date())
  await administrator.act(AppointHolderDocument, {
    positionId: story.people.chair.post.id,
    personId: acting.id,
    kind: 'plh',
    mandate: 'Sprint-12/2026',
    since: today,
    until: today,
  })
})
afterAll(() => story.close())

test('a Plh. Ketua finds the letter on the desk of the Ketua and approves it', async () => {
  const { me } = await (await story.console(acting)).ask(StartDocument, {})
  expect(me.positions).toMatchObject([{ title: 'Ketua', kind: 'plh', onBehalfOf: story.people.chair.name }])
  await job.approve(acting)
  expect(await job.letter(acting)).toMatchObject({ status: 'approved', signatoryName: acting.name, signatoryTitle: 'Plh. Ketua' })
})

const both = () => ({ positionTitle: 'Plh. Ketua', onBehalfOf: story.people.chair.name })

test('both names stand in the review, in the history of the case and in the audit trail', async () => {
  const { steps } = await job.letter(story.people.assistant)
  expect(steps.at(-1)).toMatchObject({ action: 'approve', personName: acting.name, ...both() })
  const { timeline } = await job.case(story.people.assistant)
  expect(timeline.find((entry) => entry.kind === 'letter.approved')).toMatchObject({ actorName: acting.name, ...both() })
  const { trail } = await (await story.console(story.people.auditor)).ask(TrailDocument, { first: 20 })
  expect(trail.rows.find((row) => row.kind === 'letter.approved')).toMatchObject({ actorName: acting.name, ...both() })
})

test('the letter is signed by who approved it, under the title of an acting official', async () => {
  await job.issue()
  const { client } = await story.console(story.people.assistant)
  const pdf = new Uint8Array(await (await client.get(`/letters/${job.letterId}/letter.pdf`)).arrayBuffer())
  const printed = pdfText(pdf).join('')
  expect(printed).toContain('Plh.Ketua,')
  expect(printed).toContain(acting.name.replaceAll(' ', ''))
  expect(printed).not.toContain(story.people.chair.name.replaceAll(' ', ''))
})

test('what nobody did is nobody\u2019s, so that each language has its own word for the system', async () => {
  const printed = ({ kind }: { readonly kind: string }): boolean => kind === 'letter.rendered'
  expect((await job.case(story.people.assistant)).timeline.find(printed)).toMatchObject({ actorName: null })
  const { trail } = await (await story.console(story.people.auditor)).ask(TrailDocument, { first: 20 })
  expect(trail.rows.find(printed)).toMatchObject({ actorName: null })
})

test('an Asisten who stands in for the head may not pass what they wrote themselves', async () => {
  const { administrator, assistant, head } = story.people
  const today = localDate(new Date())
  const post = {
    positionId: head.post.id,
    personId: assistant.id,
    kind: 'plh' as const,
    mandate: 'Sprint-13/2026',
    since: today,
    until: today,
  }
  const own = new Job(story)
  await own.assigned()
  await own.decide(true)
  await own.draft()
  await own.write()
  await own.submit()
  await (await story.console(administrator)).act(AppointHolderDocument, post)
  const { id, version, contentHash } = await own.letter(assistant)
  const desk = await story.console(assistant)
  const passed = await desk.attempt(PassLetterDocument, { id, version, contentHash: contentHash ?? '', key: aKey() })
  expect(passed.code).toBe('letter.own_work')
})
