import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { linesOf, localDate, publishedDocument } from '@domain'
import {
  ConsentToDraftDocument,
  ProposeDraftDocument,
  RehearseDraftDocument,
  RuleDraftsDocument,
  WriteStandardDraftDocument,
} from '../../client/src/generated/graphql.js'
import { aKey } from '../support/as.js'
import { Job } from '../support/job.js'
import { Story } from '../support/story.js'

let story: Story

beforeAll(async () => {
  story = await Story.open()
})
afterAll(() => story.close())

/** Code and limit of the clocks of a case, as the one who registered it sees them. */
async function limitsOf(job: Job): Promise<(string | number)[][]> {
  return (await job.case(story.people.clerk)).clocks.map((clock) => [clock.code, clock.limitAmount])
}

test('a standard is drafted, rehearsed and consented to by a second person: a new case takes it, the running one keeps its own', async () => {
  const { people } = story
  const running = new Job(story)
  await running.register()
  const before = await limitsOf(running)

  const administrator = await story.console(people.administrator)
  const chair = await story.console(people.chair)
  const lines = linesOf(publishedDocument('MERIT'))
    .filter((line) => line.section === 'clock' || line.section === 'time')
    .map((line) => ({
      key: line.key,
      id: line.section === 'time' ? `${line.text.id} (baru)` : line.text.id,
      en: line.text.en,
      limitAmount: line.limit ? line.limit.amount + 1 : null,
      limitUnit: line.limit?.unit ?? null,
    }))
  const today = localDate(Date.now())
  const { writeStandardDraft: draft } = await administrator.act(WriteStandardDraftDocument, {
    ...{ service: 'MERIT' as const, effectiveFrom: today, reason: 'Keputusan Contoh 3/2026', lines },
  })
  const { rehearseDraft: rehearsed } = await administrator.act(RehearseDraftDocument, { id: draft.id, version: draft.version, months: 12 })
  const { proposeDraft: proposed } = await administrator.act(ProposeDraftDocument, { id: draft.id, version: rehearsed.version })
  const own = { id: draft.id, version: proposed.version, hash: proposed.hash }
  expect((await administrator.attempt(ConsentToDraftDocument, { ...own, key: aKey() })).code).toBe('access.two_persons')
  const { ruleDrafts } = await chair.ask(RuleDraftsDocument, { kind: 'standard' })
  expect(ruleDrafts.map((row) => [row.id, row.state])).toEqual([[draft.id, 'proposed']])
  const { consentToDraft: active } = await chair.act(ConsentToDraftDocument, own)
  expect(active).toMatchObject({ state: 'active', effectiveFrom: today, consenterName: people.chair.name })

  const fresh = new Job(story)
  await fresh.register()
  expect(await limitsOf(running)).toEqual(before)
  expect(await limitsOf(fresh)).toEqual(before.map(([code, limit]) => [code, Number(limit) + 1]))
})
