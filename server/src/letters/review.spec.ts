import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { closePress } from '@press'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { act, judgement, Office, refusalOf } from '../../../test/support/correspondence.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { aPerson, holds } from '../../../test/support/people.js'
import { DisposeCase } from '../dispositions/index.js'
import { DraftLetter } from './draft-letter.js'
import { type Letter } from './letter.entity.js'
import { ReviewLetter } from './review-letter.js'
import { SaveLetter } from './save-letter.js'
import { SubmitLetter } from './submit-letter.js'
import { CommentLetter } from './comment-letter.js'
import { WithdrawLetter } from './withdraw-letter.js'

let database: FreshDatabase
let running: RunningApp
let office: Office

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  office = await Office.open(running.app)
})
afterAll(async () => {
  await running.close()
  await closePress()
  await database.drop()
})

const steps = (letterId: string) =>
  office.db.query<{ step: string }[]>(
    `SELECT round || '.' || tier || ' ' || action || ' ' || person_name AS step FROM review_step WHERE letter_id = $1 ORDER BY at, round, tier`,
    [letterId],
  )
const events = async (letterId: string): Promise<string[]> => {
  const rows = await office.db.query<{ kind: string }[]>('SELECT kind FROM event WHERE subject_id = $1 ORDER BY id', [letterId])
  return rows.map((row) => row.kind)
}

describe('a draft', () => {
  test('begins from the template and takes the task of the case onto itself', async () => {
    const letter = await office.drafted()
    expect(letter).toMatchObject({
      status: 'draft',
      kind: 'answer',
      closesCase: true,
      archiveCode: 'JP.01',
      draftRevision: 1,
      authorIds: [office.people.assistant.id],
    })
    expect(letter.addressee).toMatchObject({ name: expect.stringContaining('Dewi Lestari') })
    expect(await office.desks(letter.caseId)).toEqual(['draft@Asisten 1'])
  })

  test.each([
    ['a second of the same kind', 'answer', true, 'letter.kind_taken'],
    ['a refusal of what can be processed', 'notice', true, 'request.invalid'],
    ['a kind the service does not send', 'recommendation', true, 'request.invalid'],
    ['an answer to what cannot be processed', 'answer', false, 'request.invalid'],
  ] as const)('%s is refused', async (_, kind, processable, code) => {
    const { caseId } = await office.drafted({ processable })
    const assistant = await office.viewer(office.people.assistant)
    expect(await refusalOf(running.app.get(DraftLetter).run(assistant, { caseId, kind }, act()))).toBe(code)
  })

  test('saving needs the revision that was read, and is no event until somebody else writes', async () => {
    const letter = await office.drafted()
    const saved = await office.written(letter)
    expect(saved).toMatchObject({ version: letter.version, draftRevision: 2 })
    const late = running.app.get(SaveLetter).run(await office.viewer(office.people.assistant), letter, letter, act())
    await expect(late).rejects.toMatchObject({ code: 'letter.being_edited', detail: { draftRevision: 2 } })
    expect(await events(letter.id)).toEqual(['letter.drafted'])
  })

  test('goes on with whoever holds the case next', async () => {
    const letter = await office.drafted()
    const { head, assistant, assistant2 } = office.people
    const branch = { toPositionId: assistant2.post.id, kind: 'main' as const, instructions: [], note: null, dueOn: null }
    const theCase = await office.case(letter.caseId)
    await running.app.get(DisposeCase).run(await office.viewer(head), { caseId: theCase.id, version: theCase.version }, [branch], act())
    expect(await office.desks(letter.caseId)).toEqual(['draft@Asisten 2'])
    const now = await office.letter(letter.id)
    expect(await refusalOf(running.app.get(SaveLetter).run(await office.viewer(assistant), now, now, act()))).toBe('access.denied')
    const continued = await office.written(now, ['Dilanjutkan.'], assistant2)
    expect(continued.authorIds).toEqual([assistant.id, assistant2.id])
    expect(await events(letter.id)).toEqual(['letter.drafted', 'letter.saved'])
  })

  test.each([
    ['an unknown node', { type: 'doc', content: [{ type: 'script' }] }],
    ['an unknown merge field', { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'mergeField', attrs: { key: 'nik' } }] }] }],
  ])('%s is not saved', async (_, body) => {
    const letter = await office.drafted()
    const saving = running.app.get(SaveLetter).run(await office.viewer(office.people.assistant), letter, { ...letter, body }, act())
    expect(await refusalOf(saving)).toBe('letter.body_invalid')
  })

  test('is not submitted with spots unwritten, nor with a character the press cannot set', async () => {
    const letter = await office.drafted()
    expect(await refusalOf(office.submit(letter))).toBe('letter.fields_unresolved')
    const strange = await office.written(letter, ['Butir \u{1F600} pertama.'])
    expect(await refusalOf(office.submit(strange))).toBe('letter.body_invalid')
  })
})

describe('the chain', () => {
  test('goes from the head of the unit to the leader who disposed, each with a task and a step', async () => {
    const submitted = await office.submitted()
    expect(submitted).toMatchObject({
      status: 'in_review',
      tier: 1,
      tiers: 2,
      round: 1,
      submittedVersion: 1,
      reviewerPositionId: office.people.head.post.id,
    })
    expect(submitted.chain.map((tier) => [tier.title, tier.approves])).toEqual([
      ['Kepala Pokja I', false],
      ['Ketua', true],
    ])
    expect(await office.desks(submitted.caseId)).toEqual(['review@Kepala Pokja I'])

    const passed = await office.pass(submitted)
    expect(await office.desks(passed.caseId)).toEqual(['review@Ketua'])
    const approved = await office.approve(passed)
    expect(approved).toMatchObject({
      status: 'approved',
      approvedBy: office.people.chair.id,
      signatoryName: 'Hendra Ketua',
      signatoryTitle: 'Ketua',
    })
    expect(approved.approvedHash).toBe(approved.contentHash)
    expect(await office.desks(approved.caseId)).toEqual(['issue'])
    expect((await steps(approved.id)).map((row) => row.step.split(' ').slice(0, 2).join(' '))).toEqual([
      '1.1 submit',
      '1.1 pass',
      '1.2 approve',
    ])
    expect(await events(approved.id)).toEqual(['letter.drafted', 'letter.submitted', 'letter.passed', 'letter.approved'])
  })

  test('a returned letter goes to the desk, and comes back at the first tier of a new round with a new version', async () => {
    const passed = await office.pass(await office.submitted())
    const review = running.app.get(ReviewLetter)
    const chair = await office.viewer(office.people.chair)
    expect(await refusalOf(review.return(chair, passed, ' ', act()))).toBe('letter.reason_missing')
    await review.return(chair, passed, 'Dasar hukum belum tepat', act())
    const returned = await office.letter(passed.id)
    expect(returned).toMatchObject({ status: 'returned', returnReason: 'Dasar hukum belum tepat', reviewerPositionId: null })
    expect(await office.desks(returned.caseId)).toEqual(['revise@Asisten 1'])
    const [notice] = await office.db.query(
      `SELECT 1 FROM notice WHERE letter_id = $1 AND person_id = $2 AND kind = 'letter.returned_to_you'`,
      [returned.id, office.people.assistant.id],
    )
    expect(notice).toBeTruthy()

    const again = await office.submit(await office.written(returned, ['Diperbaiki.']))
    expect(again).toMatchObject({ status: 'in_review', tier: 1, round: 2, submittedVersion: 2, returnReason: null })
    expect(again.contentHash).not.toBe(passed.contentHash)
    await expect(office.pass(again).then((letter) => office.approve(letter))).resolves.toMatchObject({ status: 'approved' })
    await expect(office.db.query('UPDATE letter_version SET author_name = $2 WHERE letter_id = $1', [again.id, 'x'])).rejects.toThrow(
      'never changed',
    )
  })

  test('the drafter recalls a letter until the first tier has passed it', async () => {
    const review = running.app.get(ReviewLetter)
    const assistant = await office.viewer(office.people.assistant)
    const submitted = await office.submitted()
    await review.recall(assistant, submitted, 'Salah lampiran', act())
    expect(await office.letter(submitted.id)).toMatchObject({ status: 'draft', reviewerPositionId: null })
    expect(await office.desks(submitted.caseId)).toEqual(['draft@Asisten 1'])
    const passed = await office.pass(await office.submit(await office.letter(submitted.id)))
    expect(await refusalOf(review.recall(assistant, passed, 'Terlambat', act()))).toBe('letter.already_reviewed')
  })

  test('nobody judges their own letter, and nobody judges it twice', async () => {
    const { head, assistant, chair } = office.people
    await holds(office.db, assistant, head.post, { kind: 'plh', since: '2020-01-01' })
    const submitted = await office.submitted()
    const review = running.app.get(ReviewLetter)
    expect(await refusalOf(review.pass(await office.viewer(assistant), judgement(submitted), act()))).toBe('letter.own_work')
    await office.db.query('DELETE FROM position_holder WHERE person_id = $1 AND position_id = $2', [assistant.id, head.post.id])

    const acting = await holds(office.db, head, chair.post, { kind: 'plh', since: '2020-01-01' })
    const passed = await office.pass(submitted)
    expect(await refusalOf(review.approve(await office.viewer(head), judgement(passed), act()))).toBe('letter.already_reviewed')
    await office.db.query('DELETE FROM position_holder WHERE id = $1', [acting])
    const insert = `INSERT INTO review_step (id, letter_id, round, tier, action, person_id, person_name, position_id, position_title, content_hash, at)
      SELECT gen_random_uuid(), id, round, tier, 'approve', $2, 'x', $3, 'x', content_hash, now() FROM letter WHERE id = $1`
    await expect(office.db.query(insert, [passed.id, assistant.id, chair.post.id])).rejects.toThrow('did not write it')
    await expect(office.db.query(insert, [passed.id, head.id, chair.post.id])).rejects.toThrow('review_step_distinct_people')
  })

  test('an acting leader signs as Plh., for the one they stand in for', async () => {
    const person = await aPerson(office.db, { name: 'Sari Pelaksana' })
    const acting = await holds(office.db, person, office.people.chair.post, { kind: 'plh', since: '2020-01-01' })
    const approved = await office.approve(await office.pass(await office.submitted()), person)
    expect(approved).toMatchObject({ signatoryName: 'Sari Pelaksana', signatoryTitle: 'Plh. Ketua' })
    const [step] = await office.db.query<{ on_behalf_of: string; position_title: string }[]>(
      `SELECT on_behalf_of, position_title FROM review_step WHERE letter_id = $1 AND action = 'approve'`,
      [approved.id],
    )
    expect(step).toEqual({ on_behalf_of: 'Hendra Ketua', position_title: 'Plh. Ketua' })
    await office.db.query('DELETE FROM position_holder WHERE id = $1', [acting])
  })

  test('a tier that nobody else could judge is named at submission', async () => {
    const letter = await office.written(await office.drafted())
    await office.db.query(`UPDATE position_holder SET until = '2021-01-01' WHERE position_id = $1`, [office.people.head.post.id])
    const submitting = running.app.get(SubmitLetter).run(await office.viewer(office.people.assistant), letter, act())
    await expect(submitting).rejects.toMatchObject({ code: 'letter.chain_broken', detail: { title: 'Kepala Pokja I' } })
    await office.db.query(`UPDATE position_holder SET until = NULL WHERE position_id = $1`, [office.people.head.post.id])
  })
})

describe('approval binds what was shown', () => {
  test('another hash is refused, at every tier', async () => {
    const submitted = await office.submitted()
    const review = running.app.get(ReviewLetter)
    const other = { ...judgement(submitted), contentHash: 'f'.repeat(64) }
    expect(await refusalOf(review.pass(await office.viewer(office.people.head), other, act()))).toBe('letter.text_changed')
    const passed = await office.pass(submitted)
    expect(
      await refusalOf(
        review.approve(await office.viewer(office.people.chair), { ...judgement(passed), contentHash: other.contentHash }, act()),
      ),
    ).toBe('letter.text_changed')
  })

  test('thirty-two clients approve at once and one wins', async () => {
    const passed = await office.pass(await office.submitted())
    const chair = await office.viewer(office.people.chair)
    const review = running.app.get(ReviewLetter)
    const answers = await Promise.all(Array.from({ length: 32 }, () => refusalOf(review.approve(chair, judgement(passed), act()))))
    expect(answers.filter((answer) => answer === null)).toHaveLength(1)
    expect(new Set(answers.filter((answer) => answer !== null))).toEqual(new Set(['conflict.changed_meanwhile']))
    const [count] = await office.db.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM review_step WHERE letter_id = $1 AND action = 'approve'`,
      [passed.id],
    )
    expect(count?.n).toBe(1)
  })

  test('the same attempt twice is one approval', async () => {
    const passed = await office.pass(await office.submitted())
    const chair = await office.viewer(office.people.chair)
    const attempt = act()
    const review = running.app.get(ReviewLetter)
    await Promise.all([review.approve(chair, judgement(passed), attempt), review.approve(chair, judgement(passed), attempt)])
    expect(await events(passed.id)).toEqual(['letter.drafted', 'letter.submitted', 'letter.passed', 'letter.approved'])
  })
})

test('a comment reaches its letter, and only from those who may read it', async () => {
  const submitted = await office.submitted()
  const comment = running.app.get(CommentLetter)
  const said = { text: 'Mohon rujuk peraturan terbaru', quote: 'Butir pertama.' }
  expect(await refusalOf(comment.run(await office.viewer(office.people.outsider), submitted.id, said, act()))).toBe('access.denied')
  await comment.run(await office.viewer(office.people.head), submitted.id, said, act())
  const rows = await office.db.query('SELECT version_number, text, quote, position_title FROM letter_comment WHERE letter_id = $1', [
    submitted.id,
  ])
  expect(rows).toEqual([{ version_number: 1, ...said, position_title: 'Kepala Pokja I' }])
})

test('a withdrawn answer leaves the answer still to be written', async () => {
  const submitted = await office.submitted()
  await running.app.get(WithdrawLetter).run(await office.viewer(office.people.assistant), submitted, 'Permohonan berubah', act())
  expect(await office.letter(submitted.id)).toMatchObject({ status: 'withdrawn' } satisfies Partial<Letter>)
  expect(await office.desks(submitted.caseId)).toEqual(['draft@Asisten 1'])
})
