import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { closePress } from '@press'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { act, Office, refusalOf } from '../../../test/support/correspondence.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { CommentLetter } from './comment-letter.js'
import type { Letter } from './letter.entity.js'
import { LetterComment } from './letter-parts.entity.js'
import { SettleComment } from './settle-comment.js'

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

const remarked = async (): Promise<{ letter: Letter; comment: LetterComment }> => {
  const letter = await office.submitted()
  await running.app
    .get(CommentLetter)
    .run(await office.viewer(office.people.head), letter.id, { text: 'Perbaiki ejaan', quote: null }, act())
  return { letter, comment: await office.db.manager.findOneByOrFail(LetterComment, { letterId: letter.id }) }
}
const settle = async (who: { id: string }, id: string, resolved: boolean): Promise<string | null> =>
  refusalOf(running.app.get(SettleComment).run(await office.viewer(who), id, resolved, act()))
const now = (id: string) => office.db.manager.findOneByOrFail(LetterComment, { id })

test('a remark is resolved by the drafter and opened again by its author, each told to the other side once', async () => {
  const { letter, comment } = await remarked()
  const { assistant, head } = office.people
  expect(await settle(assistant, comment.id, true)).toBeNull()
  expect(await now(comment.id)).toMatchObject({ resolvedAt: expect.any(Date), resolvedBy: assistant.id, resolvedByName: assistant.name })
  expect(await settle(assistant, comment.id, true)).toBe('conflict.changed_meanwhile')
  expect(await settle(head, comment.id, false)).toBeNull()
  expect(await now(comment.id)).toMatchObject({ resolvedAt: null, resolvedBy: null, resolvedByName: null })
  const told = await office.db.query(`SELECT person_id, kind FROM notice WHERE letter_id = $1 AND kind LIKE 'letter.comment\\_%'`, [
    letter.id,
  ])
  expect(told).toEqual([{ person_id: head.id, kind: 'letter.comment_resolved' }])
  const events = await office.db.query(`SELECT kind FROM event WHERE subject_id = $1 AND kind LIKE 'letter.comment\\_%' ORDER BY id`, [
    letter.id,
  ])
  expect(events).toEqual([{ kind: 'letter.comment_resolved' }, { kind: 'letter.comment_reopened' }])
})

test('a remark is settled by nobody else, and one that is not there looks the same', async () => {
  const { comment } = await remarked()
  for (const who of [office.people.chair, office.people.clerk, office.people.outsider]) {
    expect(await settle(who, comment.id, true)).toBe('access.denied')
  }
  expect(await settle(office.people.head, '00000000-0000-4000-8000-000000000001', true)).toBe('access.denied')
  expect((await now(comment.id)).resolvedAt).toBeNull()
})

test('a remark rests once the letter has its number', async () => {
  const { letter, comment } = await remarked()
  await office.issue(await office.approve(await office.pass(letter)))
  expect(await settle(office.people.assistant, comment.id, true)).toBe('letter.wrong_status')
})

test('of two who resolve a remark at once one does', async () => {
  const { comment } = await remarked()
  const answers = await Promise.all([settle(office.people.assistant, comment.id, true), settle(office.people.head, comment.id, true)])
  expect(answers.filter((answer) => answer === null)).toHaveLength(1)
})
