import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import {
  AcceptDispositionDocument,
  ApproveLetterDocument,
  InboxDocument,
  ReadDispositionDocument,
  SaveLetterDocument,
} from '../../client/src/generated/graphql.js'
import { aKey } from '../support/as.js'
import type { Ear } from '../support/console.js'
import { draftOf, Job } from '../support/job.js'
import { Story } from '../support/story.js'
import { upload } from '../support/upload.js'

const EVERYBODY = [
  'clerk',
  'chair',
  'commissioner',
  'head',
  'assistant',
  'assistant2',
  'head2',
  'outsider',
  'administrator',
  'auditor',
] as const
type Who = (typeof EVERYBODY)[number]

let story: Story
let job: Job
const ears = new Map<Who, Ear>()

beforeAll(async () => {
  story = await Story.open()
  job = new Job(story)
  for (const who of EVERYBODY) ears.set(who, await (await story.console(story.people[who])).listen())
  await told()
})
afterAll(() => story.close())

/** What each screen was told since the last time. Screens that were told nothing are left out, so that one told too much is seen. */
async function told(): Promise<Partial<Record<Who, string[]>>> {
  await story.settle(ears.values())
  const all = [...ears].map(([who, ear]) => [who, ear.take()] as const)
  return Object.fromEntries(all.filter(([, lines]) => lines.length > 0))
}

/** The board of the unit moves with every change of its cases. */
const onBoard = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => (line.startsWith('CaseChange') ? [line, 'WorkloadChange'] : [line]))

const inbox = async (who: Who): Promise<string[]> =>
  (await (await story.console(story.people[who])).ask(InboxDocument, {})).inbox.rows.map((task) => task.kind)

const SCAN = Buffer.concat([Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n'), randomBytes(40_000), Buffer.from('\n%%EOF\n')])

test('the Sekretariat registers a letter with its scan: it enters the book, and no unit [merit.written.1]', async () => {
  const clerk = await story.console(story.people.clerk)
  const scan = await upload(story.running.url, clerk.client, 'Surat Permohonan.pdf', SCAN)
  await job.register('MERIT', [scan])
  expect(await told()).toEqual({
    clerk: ['TaskChange +complete_registration', 'CaseChange case.registered'],
    chair: ['CaseChange case.registered'],
    commissioner: ['CaseChange case.registered'],
  })
  const { files, agendaNumber, stage } = await job.case(story.people.clerk)
  expect({ agendaNumber, stage }).toEqual({ agendaNumber: 1, stage: 'registered' })
  expect(files).toMatchObject([
    { id: scan, name: 'Surat Permohonan.pdf', state: 'clean', sha256: createHash('sha256').update(SCAN).digest('hex') },
  ])
  const stored = Buffer.from(await (await clerk.client.get(`/files/${scan}`)).arrayBuffer())
  expect(stored.equals(SCAN)).toBe(true)
})

test('the tanda terima is a PDF', async () => {
  const { client } = await story.console(story.people.clerk)
  const receipt = await client.get(`/cases/${job.caseId}/receipt.pdf`)
  expect(receipt.headers.get('content-type')).toContain('application/pdf')
  expect(
    Buffer.from(await receipt.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  expect((await (await story.console(story.people.outsider)).client.get(`/cases/${job.caseId}/receipt.pdf`)).status).toBe(404)
})

test('handed over, it waits for the Ketua', async () => {
  await job.handOver()
  const branch = 'DispositionChange disposition.sent'
  expect(await told()).toEqual({
    clerk: ['TaskChange -complete_registration', 'CaseChange case.handed_over', branch],
    chair: ['TaskChange +dispose', 'CaseChange case.handed_over', 'Notice case.waits_for_disposition', branch],
    commissioner: ['CaseChange case.handed_over', branch],
  })
})

const DISPOSED = ['CaseChange case.disposed', 'DispositionChange disposition.accepted', 'DispositionChange disposition.sent']

test('the Ketua disposes: the head sees it for the first time', async () => {
  await job.dispose(story.people.chair, story.people.head)
  expect(await told()).toEqual({
    clerk: DISPOSED,
    chair: ['TaskChange -dispose', ...onBoard(DISPOSED)],
    commissioner: onBoard(DISPOSED),
    head: ['TaskChange +dispose', ...onBoard(DISPOSED), 'Notice case.waits_for_disposition'],
  })
})

test('the head disposes: the Asisten sees it, the colleague beside does not [merit.written.2]', async () => {
  await job.dispose(story.people.head, story.people.assistant)
  expect(await told()).toEqual({
    clerk: DISPOSED,
    chair: onBoard(DISPOSED),
    commissioner: onBoard(DISPOSED),
    head: ['TaskChange -dispose', ...onBoard(DISPOSED)],
    assistant: ['TaskChange +decide', ...DISPOSED, 'Notice case.assigned_to_you'],
  })
  expect(await inbox('assistant')).toEqual(['decide'])
})

test('the Asisten reads and accepts: the tree moves on every screen that shows it', async () => {
  const assistant = await story.console(story.people.assistant)
  const mine = (await job.case(story.people.assistant)).dispositions.find(
    (branch) => branch.toPositionId === story.people.assistant.post.id,
  )
  const { readDisposition } = await assistant.act(ReadDispositionDocument, { id: mine?.id ?? '' })
  await assistant.act(AcceptDispositionDocument, { id: readDisposition.id, version: readDisposition.version })
  const tree = ['DispositionChange disposition.read', 'DispositionChange disposition.accepted']
  expect(await told()).toEqual({ clerk: tree, chair: tree, commissioner: tree, head: tree, assistant: tree })
})

test('the Asisten decides that it can be processed: the clock of the standard begins there [merit.written.3]', async () => {
  expect((await job.case(story.people.clerk)).nextDueAt).toBeNull()
  await job.decide(true)
  const decided = ['CaseChange case.decided']
  expect(await told()).toEqual({
    clerk: decided,
    chair: onBoard(decided),
    commissioner: onBoard(decided),
    head: onBoard(decided),
    assistant: ['TaskChange -decide', 'TaskChange +draft', ...decided],
  })
  const { clocks, nextDueAt } = await job.case(story.people.clerk)
  expect(clocks).toMatchObject([
    { code: 'merit.letter', startEvent: 'confirmed_processed', limitAmount: 1, limitUnit: 'week', dueAt: nextDueAt },
  ])
  expect(clocks[0]?.startedAt).not.toBeNull()
})

test('the Asisten drafts; autosave is nobody else’s business, and never overwrites [merit.written.4]', async () => {
  await job.draft()
  const drafted = ['LetterChange letter.drafted']
  expect(await told()).toEqual({
    clerk: drafted,
    chair: drafted,
    commissioner: drafted,
    head: drafted,
    assistant: ['TaskChange -draft', 'TaskChange +draft', ...drafted],
  })
  const stale = await job.letter(story.people.assistant)
  await job.write(['Jawaban pertama.'])
  await job.write(['Jawaban kedua.'])
  const assistant = await story.console(story.people.assistant)
  const draft = draftOf(stale, ['Yang lama.'])
  const late = await assistant.attempt(SaveLetterDocument, { id: stale.id, draftRevision: stale.draftRevision, draft, key: aKey() })
  expect([late.code, late.detail]).toEqual(['letter.being_edited', { draftRevision: stale.draftRevision + 2 }])
  expect(JSON.stringify((await job.letter(story.people.assistant)).body)).toContain('Jawaban kedua.')
  expect(await told()).toEqual({})
})

test('submitted, passed, approved: each desk in its turn [merit.written.5] [merit.written.6]', async () => {
  await job.submit()
  const submitted = ['LetterChange letter.submitted']
  expect(await told()).toEqual({
    clerk: submitted,
    chair: submitted,
    commissioner: submitted,
    head: ['TaskChange +review', ...submitted, 'Notice letter.waits_for_review'],
    assistant: ['TaskChange -draft', ...submitted],
  })
  await job.pass()
  const passed = ['LetterChange letter.passed']
  expect(await told()).toEqual({
    clerk: passed,
    chair: ['TaskChange +review', ...passed, 'Notice letter.waits_for_review'],
    commissioner: passed,
    head: ['TaskChange -review', ...passed],
    assistant: passed,
  })
})

test('the approval is bound to the text that was shown', async () => {
  const chair = await story.console(story.people.chair)
  const { id, version } = await job.letter(story.people.chair)
  const other = await chair.attempt(ApproveLetterDocument, { id, version, contentHash: '0'.repeat(64), key: aKey() })
  expect(other.code).toBe('letter.text_changed')
  expect(await told()).toEqual({})
  await job.approve()
  const approved = ['LetterChange letter.approved']
  expect(await told()).toEqual({
    clerk: ['TaskChange +issue', ...approved, 'Notice letter.waits_for_issue'],
    chair: ['TaskChange -review', ...approved],
    commissioner: approved,
    head: approved,
    assistant: [...approved, 'Notice letter.approved'],
  })
})

test('issued: the letter has its number, and the PDF is the very one whose hash it carries [merit.written.7]', async () => {
  await job.issue()
  const issued = ['CaseChange case.answered', 'LetterChange letter.issued', 'LetterChange letter.rendered']
  expect(await told()).toEqual({
    clerk: [
      'TaskChange -issue',
      'CaseChange case.answered',
      'LetterChange letter.issued',
      'TaskChange +deliver',
      'LetterChange letter.rendered',
      'Notice letter.waits_for_delivery',
    ],
    chair: onBoard(issued),
    commissioner: onBoard(issued),
    head: onBoard(issued),
    assistant: ['CaseChange case.answered', 'LetterChange letter.issued', 'Notice letter.issued', 'LetterChange letter.rendered'],
  })
  const { number, pdfSha256, pdfFileId, steps } = await job.letter(story.people.assistant)
  expect(number).toMatch(/^B-1\/[A-Z.0-9]+\/\d\d\/\d{4}$/)
  expect(steps.map((step) => [step.action, step.personName])).toEqual([
    ['submit', story.people.assistant.name],
    ['pass', story.people.head.name],
    ['approve', story.people.chair.name],
  ])
  const { client } = await story.console(story.people.assistant)
  for (const address of [`/letters/${job.letterId}/letter.pdf`, `/files/${pdfFileId}`]) {
    const pdf = Buffer.from(await (await client.get(address)).arrayBuffer())
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(pdfSha256)
  }
})

test('delivered by hand, the case closes and nothing waits for anybody [merit.written.8]', async () => {
  await job.deliverByHand('Dewi Lestari')
  const done = 'DispositionChange disposition.done'
  const closed = ['LetterChange letter.delivered', done, done, done, 'CaseChange case.closed']
  expect(await told()).toEqual({
    clerk: ['TaskChange -deliver', ...closed],
    chair: [...onBoard(closed), 'Notice case.closed'],
    commissioner: onBoard(closed),
    head: [...onBoard(closed), 'Notice case.closed'],
    assistant: [
      'LetterChange letter.delivered',
      'Notice letter.delivered',
      done,
      done,
      done,
      'CaseChange case.closed',
      'Notice case.closed',
    ],
  })
  const { stage, closedAt, clocks, tasks, dispositions } = await job.case(story.people.clerk)
  expect({ stage, tasks, states: dispositions.map((branch) => branch.state) }).toEqual({
    stage: 'closed',
    tasks: [],
    states: ['done', 'done', 'done'],
  })
  expect(clocks[0]?.stoppedAt).toBe(closedAt)
  for (const who of EVERYBODY) expect(await inbox(who)).toEqual([])
})

test('the timeline tells the whole job, each step with person and post', async () => {
  const { timeline } = await job.case(story.people.chair)
  const acts = timeline
    .filter((entry) => /^(case|letter)\./.test(entry.kind))
    .map((entry) => [entry.kind, entry.actorName, entry.positionTitle])
  const { clerk, chair, head, assistant } = story.people
  const by = (who: typeof clerk) => [who.name, who.post.title]
  expect(acts.reverse()).toEqual([
    ['case.registered', ...by(clerk)],
    ['case.handed_over', ...by(clerk)],
    ['case.disposed', ...by(chair)],
    ['case.disposed', ...by(head)],
    ['case.decided', ...by(assistant)],
    ['letter.drafted', ...by(assistant)],
    ['letter.submitted', ...by(assistant)],
    ['letter.passed', ...by(head)],
    ['letter.approved', ...by(chair)],
    ['case.answered', ...by(clerk)],
    ['letter.issued', ...by(clerk)],
    ['letter.rendered', null, null],
    ['letter.delivered', ...by(clerk)],
    ['case.closed', ...by(clerk)],
  ])
})
