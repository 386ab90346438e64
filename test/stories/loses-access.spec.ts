import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { localDate } from '@domain'
import {
  AcceptDispositionDocument,
  AppointHolderDocument,
  CasePageDocument,
  EndHolderDocument,
  type LetterPageDocument,
  SetPersonDisabledDocument,
} from '../../client/src/generated/graphql.js'
import { aKey } from '../support/as.js'
import type { Worker } from '../support/casework.js'
import { until, type Ear } from '../support/console.js'
import { Job } from '../support/job.js'
import { someone } from '../support/people.js'
import { Story } from '../support/story.js'

/** What the product promises between the decision of an administrator and the last word a person hears (rule 17). */
const CUT_OFF_MS = 2000
const SIGNED_OUT = 4401
const DAY_MS = 86_400_000

let story: Story
beforeAll(async () => void (story = await Story.open()))
afterAll(() => story.close())

const listen = async (who: Worker): Promise<Ear> => (await story.console(who)).listen()
const codeOf = async (who: Worker, document: typeof CasePageDocument | typeof LetterPageDocument, id: string): Promise<string | null> =>
  (await (await story.console(who)).attempt<unknown, { id: string }>(document as typeof CasePageDocument, { id })).code

describe('re-disposition', () => {
  let job: Job
  let ears: { old: Ear; next: Ear }
  beforeAll(async () => {
    const { assistant, assistant2 } = story.people
    job = new Job(story)
    await job.assigned()
    ears = { old: await listen(assistant), next: await listen(assistant2) }
    await job.dispose(story.people.head, assistant2)
    await story.settle([ears.old, ears.next])
  })

  test('who had the case is told to drop it, all of it; who gets it sees it for the first time', () => {
    const { old, next } = ears
    expect(old.lines).toEqual(['Gone Task', 'Gone Case', 'Gone Disposition'])
    expect(next.lines).toEqual([
      'TaskChange +decide',
      'CaseChange case.disposed',
      'DispositionChange disposition.superseded',
      'DispositionChange disposition.sent',
      'Notice case.assigned_to_you',
    ])
  })

  test('not one word of the case as it now is reaches who lost it', () => {
    const words = JSON.stringify(ears.old.said)
    expect(words).not.toContain(story.people.assistant2.post.id)
    expect(words).not.toContain('senderName')
  })

  test('afterwards nothing: neither live, nor asked, nor acted on', async () => {
    const { old, next } = ears
    old.take()
    next.take()
    const branch = (await job.case(story.people.assistant2)).dispositions.find(
      (each) => each.toPositionId === story.people.assistant2.post.id,
    )
    const target = { id: branch?.id ?? '', version: branch?.version ?? 0 }
    const stolen = await (await story.console(story.people.assistant)).attempt(AcceptDispositionDocument, { ...target, key: aKey() })
    expect(stolen.code).toBe('access.denied')
    await (await story.console(story.people.assistant2)).act(AcceptDispositionDocument, target)
    await story.settle([old, next])
    expect(next.lines).toEqual(['DispositionChange disposition.accepted'])
    expect(old.lines).toEqual([])
    expect(await codeOf(story.people.assistant, CasePageDocument, job.caseId)).toBe('access.denied')
  })
})

test('who wrote a letter keeps what they wrote, and loses the rest of the case', async () => {
  const { assistant, assistant2, head } = story.people
  const job = new Job(story)
  await job.assigned()
  await job.decide(true)
  await job.draft()
  const ear = await listen(assistant)
  await job.dispose(head, assistant2)
  await story.settle([ear])
  expect(ear.lines).not.toContain('CaseChange case.disposed')
  expect(ear.lines).toContain('Gone Case')
  expect(await codeOf(assistant, CasePageDocument, job.caseId)).toBe('access.denied')
  expect(await job.letter(assistant)).toMatchObject({ id: job.letterId, case: null })
})

describe('a post that ends', () => {
  test('ends the session: the socket is closed within two seconds, and nothing comes after', async () => {
    const { administrator, unitId, head } = { ...story.people }
    const leaver = await someone(story.db, 'ASISTEN', { unitId, title: 'Asisten 3', superiorId: head.post.id })
    const job = new Job(story)
    await job.register()
    await job.handOver()
    await job.dispose(story.people.chair, head)
    await job.dispose(head, leaver)
    const ear = await listen(leaver)
    const [held] = await story.db.query<{ id: string }[]>('SELECT id FROM position_holder WHERE person_id = $1', [leaver.id])
    const yesterday = localDate(new Date(Date.now() - DAY_MS))

    const start = performance.now()
    await (await story.console(administrator)).act(EndHolderDocument, { id: held?.id ?? '', until: yesterday })
    await until('the socket is closed', () => ear.closed.length > 0)
    expect(performance.now() - start).toBeLessThan(CUT_OFF_MS)
    expect(ear.closed).toEqual([SIGNED_OUT])
    ear.take()
    await job.dispose(head, story.people.assistant)
    expect(await codeOf(leaver, CasePageDocument, job.caseId)).toBe('access.signed_out')
    expect(ear.heard).toEqual([])
  })
})

describe('a person who is disabled', () => {
  let leaver: Worker
  beforeEach(async () => {
    leaver = await someone(story.db, 'POKJA', { unitId: story.people.unitId, title: `Kepala ${aKey()}` })
  })

  test('is out within two seconds, with every socket, and cannot come back', async () => {
    const ears = [await listen(leaver), await listen(leaver)]
    const start = performance.now()
    await (await story.console(story.people.administrator)).act(SetPersonDisabledDocument, { id: leaver.id, version: 1, disabled: true })
    await until('both sockets are closed', () => ears.every((ear) => ear.closed.length > 0))
    expect(performance.now() - start).toBeLessThan(CUT_OFF_MS)
    expect(ears.map((ear) => ear.closed)).toEqual([[SIGNED_OUT], [SIGNED_OUT]])

    const again = await (await story.console(leaver)).listen()
    expect(again.heard).toEqual([])
    expect(await codeOf(leaver, CasePageDocument, aKey())).toBe('access.signed_out')
  })
})

test('who is given a post sees with it at once: the console is told to fetch again', async () => {
  const { administrator, head, assistant } = story.people
  const job = new Job(story)
  await job.assigned()
  const newcomer = await someone(story.db, 'AUDITOR', { title: 'Auditor 2' })
  const ear = await listen(newcomer)
  const today = localDate(new Date())
  const post = {
    positionId: head.post.id,
    personId: newcomer.id,
    kind: 'plh' as const,
    mandate: 'Sprint-9/2026',
    since: today,
    until: today,
  }
  await (await story.console(administrator)).act(AppointHolderDocument, post)
  await story.settle([ear])
  expect(ear.take()).toEqual(['Reset'])
  expect(await codeOf(newcomer, CasePageDocument, job.caseId)).toBeNull()
  await job.dispose(head, story.people.assistant2)
  await story.settle([ear])
  expect(ear.lines).toContain('CaseChange case.disposed')
  expect(await codeOf(assistant, CasePageDocument, job.caseId)).toBe('access.denied')
})
