import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { linesOf, localDate, publishedDocument, requirementsFor, type StandardDocument } from '@domain'
import {
  ConsentToDraftDocument,
  CountsDocument,
  HandOverCaseDocument,
  NoticesDocument,
  ProposeDraftDocument,
  RegisterCaseDocument,
  RehearseDraftDocument,
  RuleDraftsDocument,
  SendBackDraftDocument,
  StandardTextDocument,
  StandardTextsDocument,
  WriteStandardDraftDocument,
} from '../../client/src/generated/graphql.js'
import { aKey } from '../support/as.js'
import { aRegistration } from '../support/casework.js'
import type { Console, Ear } from '../support/console.js'
import { Job } from '../support/job.js'
import { Story } from '../support/story.js'

let story: Story
let running: Job
let administrator: Console
let chair: Console
let told: Ear
let limits: (string | number)[][]
let draft = { id: '', version: 0, hash: '' }

const SURAT_TUGAS = 'Surat tugas dari pimpinan unit kerja'
const today = localDate(Date.now())

beforeAll(async () => {
  story = await Story.open()
  running = new Job(story)
  await running.register()
  limits = await limitsOf(running)
  administrator = await story.console(story.people.administrator)
  chair = await story.console(story.people.chair)
  told = await chair.listen()
})
afterAll(() => story.close())

/** Code and limit of the clocks of a case, as the one who registered it sees them. */
async function limitsOf(job: Job): Promise<(string | number)[][]> {
  return (await job.case(story.people.clerk)).clocks.map((clock) => [clock.code, clock.limitAmount])
}

const waiting = async (at: Console) => (await at.ask(CountsDocument, {})).counts.standards

/** The version by which the form of a new request is filled in, as the console finds it. */
async function documentToday(): Promise<StandardDocument> {
  const clerk = await story.console(story.people.clerk)
  const { standardTexts } = await clerk.ask(StandardTextsDocument, {})
  const newest = standardTexts.findLast((row) => row.service === 'MERIT' && row.effectiveFrom <= today)
  return (await clerk.ask(StandardTextDocument, { id: newest?.id ?? '' })).standardText.document as StandardDocument
}

const [sender] = aRegistration('MERIT').parties
const senderKind = sender?.kind ?? 'individual'
const { channel } = aRegistration('MERIT')
const formLines = (document: StandardDocument) => requirementsFor(document, channel, senderKind)

test('an administrator words a requirement anew, asks for one more, and gives longer limits', async () => {
  const lines = linesOf(publishedDocument('MERIT'))
  const moved = lines
    .filter((line) => line.section === 'clock' || line.section === 'time')
    .map((line) => ({
      key: line.key,
      id: line.section === 'time' ? `${line.text.id} (baru)` : line.text.id,
      en: line.text.en,
      limitAmount: line.limit ? line.limit.amount + 1 : null,
      limitUnit: line.limit?.unit ?? null,
    }))
  const [asked] = formLines(publishedDocument('MERIT'))
  const worded = {
    key: `requirement.${asked?.code}`,
    id: `${asked?.text.id} (rangkap dua)`,
    en: `${asked?.text.en} (twice)`,
    mandatory: true,
  }
  const added = { key: 'requirement.+1', id: SURAT_TUGAS, en: 'Assignment letter', clause: 'Persyaratan 9', mandatory: true }
  const { writeStandardDraft: begun } = await administrator.act(WriteStandardDraftDocument, {
    ...{ service: 'MERIT' as const, effectiveFrom: today, reason: 'Keputusan Contoh 3/2026' },
    lines: [...moved, worded, { ...added, channels: ['post'], appliesTo: [senderKind] }],
  })
  expect(begun.examination).toMatchObject({ faults: [] })
  draft = begun
})

test('it waits for a second person, who is told at once and finds it; the one who proposed it cannot consent', async () => {
  const { rehearseDraft: rehearsed } = await administrator.act(RehearseDraftDocument, { id: draft.id, version: draft.version, months: 12 })
  const { proposeDraft: proposed } = await administrator.act(ProposeDraftDocument, { id: draft.id, version: rehearsed.version })
  await story.settle([told])
  expect(told.take()).toContain('Notice standard.waits_for_consent')
  expect(await waiting(chair)).toBe(1)
  expect(await waiting(administrator)).toBe(0)
  expect(await waiting(await story.console(story.people.head))).toBe(0)
  const own = { id: draft.id, version: proposed.version, hash: proposed.hash, key: aKey() }
  expect((await administrator.attempt(ConsentToDraftDocument, own)).code).toBe('access.two_persons')
  const { ruleDrafts } = await chair.ask(RuleDraftsDocument, { kind: 'standard' })
  expect(ruleDrafts.map((row) => [row.id, row.state])).toEqual([[draft.id, 'proposed']])
  draft = proposed
})

test('sent back it waits for nobody, and its author is told', async () => {
  const note = 'Mohon dasar hukum disebut lengkap'
  const { sendBackDraft: returned } = await chair.act(SendBackDraftDocument, { id: draft.id, version: draft.version, note })
  expect(await waiting(chair)).toBe(0)
  const { notices } = await administrator.ask(NoticesDocument, { first: 5, after: null })
  expect(notices.rows.map(({ kind }) => kind)).toContain('standard.returned_to_you')
  const { proposeDraft: again } = await administrator.act(ProposeDraftDocument, { id: draft.id, version: returned.version })
  expect(await waiting(chair)).toBe(1)
  draft = again
})

test('with consent the form of a new request asks for it, and whoever leaves it open is not handed over', async () => {
  const { consentToDraft: active } = await chair.act(ConsentToDraftDocument, { id: draft.id, version: draft.version, hash: draft.hash })
  expect(active).toMatchObject({ state: 'active', effectiveFrom: today, consenterName: story.people.chair.name })
  expect(await waiting(chair)).toBe(0)

  const lines = formLines(await documentToday())
  expect(lines[0]?.text.id).toMatch(/ \(rangkap dua\)$/)
  expect(lines.at(-1)).toMatchObject({ code: 'merit.v2_1', text: { id: SURAT_TUGAS }, mandatory: true })

  const clerk = await story.console(story.people.clerk)
  const fresh = new Job(story)
  await fresh.register()
  expect(await limitsOf(fresh)).toEqual(limits.map(([code, limit]) => [code, Number(limit) + 1]))
  const seen = await fresh.case(story.people.clerk)
  const handing = { id: seen.id, version: seen.version, note: null, key: aKey() }
  expect((await clerk.attempt(HandOverCaseDocument, handing)).code).toBe('case.requirements_unanswered')

  const input = { ...aRegistration('MERIT'), receivedAt: null, fileIds: [] }
  const answered = [...input.requirements, { code: 'merit.v2_1', state: 'met' as const }]
  const { registerCase: whole } = await clerk.act(RegisterCaseDocument, { input: { ...input, requirements: answered } })
  const { handOverCase } = await clerk.act(HandOverCaseDocument, { id: whole.id, version: whole.version, note: null })
  expect(handOverCase.stage).not.toBe('registered')
})

test('the running case keeps its version: its clocks, its checklist, and what it is not asked for', async () => {
  expect(await limitsOf(running)).toEqual(limits)
  const clerk = await story.console(story.people.clerk)
  const { standardVersionId } = await running.case(story.people.clerk)
  const own = (await clerk.ask(StandardTextDocument, { id: standardVersionId })).standardText.document as StandardDocument
  expect(formLines(own)).toEqual(formLines(publishedDocument('MERIT')))
  await running.handOver()
  expect((await running.case(story.people.clerk)).stage).not.toBe('registered')
})
