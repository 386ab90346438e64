import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ApproveLetterDocument, RegisterCaseDocument, SaveLetterDocument } from '../../client/src/generated/graphql.js'
import { aKey, type Answer } from '../support/as.js'
import { aRegistration } from '../support/casework.js'
import { draftOf, Job } from '../support/job.js'
import { Story } from '../support/story.js'

let story: Story
beforeAll(async () => void (story = await Story.open()))
afterAll(() => story.close())

const count = async (sql: string, id: string): Promise<number> => {
  const [row] = await story.db.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${sql}`, [id])
  return row?.n ?? -1
}

const tally = (answers: readonly Answer[]): Record<string, number> => {
  const codes = answers.map(({ code }) => code ?? 'approved')
  return Object.fromEntries([...new Set(codes)].map((code) => [code, codes.filter((each) => each === code).length]))
}

test('32 clients approve one letter at once: one wins, the others are told it has changed, one row, one event', async () => {
  const job = new Job(story)
  await job.beforeLeadership()
  const chair = await story.console(story.people.chair)
  const watching = await (await story.console(story.people.assistant)).listen()
  const { id, version, contentHash } = await job.letter(story.people.chair)

  const answers = await Promise.all(
    Array.from({ length: 32 }, () => chair.attempt(ApproveLetterDocument, { id, version, contentHash: contentHash ?? '', key: aKey() })),
  )
  expect(tally(answers)).toEqual({ approved: 1, 'conflict.changed_meanwhile': 31 })
  expect(answers.filter(({ status }) => status >= 500)).toEqual([])
  expect(await count(`review_step WHERE letter_id = $1 AND action = 'approve'`, id)).toBe(1)
  expect(await count(`event WHERE subject_id = $1 AND kind = 'letter.approved'`, id)).toBe(1)
  expect(await count(`task WHERE letter_id = $1 AND kind = 'issue'`, id)).toBe(1)
  await story.settle([watching])
  expect(watching.lines.filter((line) => line === 'LetterChange letter.approved')).toHaveLength(1)
  expect((await job.letter(story.people.chair)).version).toBe(version + 1)
})

test('the same approval sent twice with one key is one approval, and both get the same answer', async () => {
  const job = new Job(story)
  await job.beforeLeadership()
  const chair = await story.console(story.people.chair)
  const { id, version, contentHash } = await job.letter(story.people.chair)
  const approval = { id, version, contentHash: contentHash ?? '', note: null, key: aKey() }

  const [first, second] = await Promise.all([
    chair.attempt(ApproveLetterDocument, approval),
    chair.attempt(ApproveLetterDocument, approval),
  ])
  const third = await chair.attempt(ApproveLetterDocument, approval)
  expect([first.code, second.code, third.code]).toEqual([null, null, null])
  expect(second.data).toEqual(first.data)
  expect(third.data).toEqual(first.data)
  expect(await count(`event WHERE subject_id = $1 AND kind = 'letter.approved'`, id)).toBe(1)

  const other = await chair.attempt(ApproveLetterDocument, { ...approval, note: 'Setuju' })
  expect(other.code).toBe('request.key_reused')
})

test('a registration that is sent again after a lost answer takes no second agenda number', async () => {
  const clerk = await story.console(story.people.clerk)
  const request = { input: { ...aRegistration('JPT'), receivedAt: null }, key: aKey() }
  const first = await clerk.ask(RegisterCaseDocument, request)
  const again = await clerk.ask(RegisterCaseDocument, request)
  expect(again).toEqual(first)
  const next = await clerk.ask(RegisterCaseDocument, { input: { ...aRegistration('JPT'), receivedAt: null }, key: aKey() })
  expect(next.registerCase.agendaNumber).toBe(first.registerCase.agendaNumber + 1)
  const changed = { ...request, input: { ...request.input, subject: 'Permohonan lain' } }
  expect((await clerk.attempt(RegisterCaseDocument, changed)).code).toBe('request.key_reused')
})

test('a key is its person’s own: another person with the same key does their own act', async () => {
  const key = aKey()
  const [clerk, clerk2] = [await story.console(story.people.clerk), await story.console(story.people.clerk2)]
  const one = await clerk.ask(RegisterCaseDocument, { input: { ...aRegistration('JPT'), receivedAt: null }, key })
  const two = await clerk2.attempt(RegisterCaseDocument, { input: { ...aRegistration('JPT'), receivedAt: null }, key })
  expect(two.code).toBeNull()
  expect(JSON.stringify(two.data)).not.toContain(one.registerCase.id)
})

test('two tabs autosave the same draft: the second is told, and nothing is overwritten', async () => {
  const job = new Job(story)
  await job.assigned()
  await job.decide(true)
  await job.draft()
  const assistant = await story.console(story.people.assistant)
  const letter = await job.letter(story.people.assistant)
  const save = (words: string) =>
    assistant.attempt(SaveLetterDocument, {
      id: letter.id,
      draftRevision: letter.draftRevision,
      draft: draftOf(letter, [words]),
      key: aKey(),
    })
  const answers = await Promise.all([save('Tab satu.'), save('Tab dua.')])
  expect(answers.map(({ code }) => code).sort()).toEqual(['letter.being_edited', null].sort())
  const kept = answers[0].code === null ? 'Tab satu.' : 'Tab dua.'
  expect(JSON.stringify((await job.letter(story.people.assistant)).body)).toContain(kept)
})
