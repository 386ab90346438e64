import { In, type DataSource } from 'typeorm'
import { mayRead, Refusal, WRITING_LETTER_STATUSES, type MergeValues, type Viewer } from '@domain'
import { Case } from '../cases/index.js'
import { grouped, inOrder, type Batch, type LoaderScope } from '../platform/loaders.js'
import { contentOf, printedFields, submittedContent } from './letter-content.js'
import { Letter } from './letter.entity.js'
import { LetterComment, LetterVersion, ReviewStep, type LetterContent } from './letter-parts.entity.js'
import { mergeFieldsOf } from './merge-fields.js'
import { VoidRequest } from './void-request.entity.js'

/** One letter for somebody who may read it; otherwise it looks as if there were none (rule 22). */
export async function readLetter(db: Pick<DataSource, 'manager'>, me: Viewer, id: string): Promise<Letter> {
  const found = await db.manager.findOneBy(Letter, { id })
  if (!found || !mayRead(me, found)) throw new Refusal('access.denied')
  return found
}

/** The letters among the keys that the viewer may read: every part below asks this first. */
async function readable(ids: readonly string[], { db, viewer }: LoaderScope): Promise<Letter[]> {
  const rows = await db.manager.findBy(Letter, { id: In([...ids]) })
  return rows.filter((row) => mayRead(viewer, row))
}

const whereLetter = (letters: readonly Letter[]) => ({ letterId: In(letters.map(({ id }) => id)) })

export const lettersOfCases: Batch<string, Letter[]> = async (caseIds, { db, viewer }) => {
  const rows = await db.manager.find(Letter, { where: { caseId: In([...caseIds]) }, order: { updatedAt: 'DESC' } })
  return grouped(
    caseIds,
    rows.filter((row) => mayRead(viewer, row)),
    (row) => row.caseId,
  )
}

export const lettersById: Batch<string, Letter | null> = async (ids, scope) => inOrder(ids, await readable(ids, scope), (row) => row.id)

/** The case of a letter, also for an author who wrote in the letter but has lost the case: then null. */
export const casesOfLetters: Batch<string, Case | null> = async (caseIds, { db, viewer }) => {
  const rows = await db.manager.findBy(Case, { id: In([...caseIds]) })
  return inOrder(
    caseIds,
    rows.filter((row) => mayRead(viewer, row)),
    (row) => row.id,
  )
}

export const versionsOf: Batch<string, LetterVersion[]> = async (ids, scope) => {
  const letters = await readable(ids, scope)
  const rows = await scope.db.manager.find(LetterVersion, { where: whereLetter(letters), order: { number: 'DESC' } })
  return grouped(ids, rows, (row) => row.letterId)
}

export const stepsOf: Batch<string, ReviewStep[]> = async (ids, scope) => {
  const letters = await readable(ids, scope)
  const rows = letters.length
    ? await scope.db.manager.find(ReviewStep, { where: whereLetter(letters), order: { at: 'ASC', tier: 'ASC' } })
    : []
  return grouped(ids, rows, (row) => row.letterId)
}

export const commentsOf: Batch<string, LetterComment[]> = async (ids, scope) => {
  const letters = await readable(ids, scope)
  const rows = await scope.db.manager.find(LetterComment, { where: whereLetter(letters), order: { at: 'ASC' } })
  return grouped(ids, rows, (row) => row.letterId)
}

/** The latest request to void the number of each letter. */
export const voidRequestsOf: Batch<string, VoidRequest | null> = async (ids, scope) => {
  const letters = await readable(ids, scope)
  const rows = await scope.db.manager.find(VoidRequest, { where: whereLetter(letters), order: { askedAt: 'ASC' } })
  return inOrder(ids, rows, (row) => row.letterId)
}

/** The values of the merge fields: of the case while it is written, of the version once it is submitted. */
export const fieldsOf: Batch<string, Record<string, string>> = async (ids, scope) => {
  const letters = await readable(ids, scope)
  return Promise.all(
    ids.map(async (id) => {
      const letter = letters.find((row) => row.id === id)
      return letter ? fieldsNow(scope.db, letter) : {}
    }),
  )
}

async function fieldsNow(db: DataSource, letter: Letter): Promise<Record<string, string>> {
  if (!isBeingWritten(letter)) return printedFields(letter, await submittedContent(db, letter))
  const values = await mergeFieldsOf(db, await db.manager.findOneByOrFail(Case, { id: letter.caseId }))
  return { ...definite(values), ...printedFields(letter, contentOf(letter, values)) }
}

const definite = (values: MergeValues): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined))

/** Whether the text is still the drafter's; afterwards the submitted version is what counts. A letter withdrawn before any submission has no version. */
export const isBeingWritten = (letter: Letter): boolean => WRITING_LETTER_STATUSES.includes(letter.status) || letter.submittedVersion === 0

/** The content a reader is shown now. */
export async function contentShown(db: DataSource, letter: Letter): Promise<LetterContent> {
  if (!isBeingWritten(letter)) return submittedContent(db, letter)
  return contentOf(letter, await mergeFieldsOf(db, await db.manager.findOneByOrFail(Case, { id: letter.caseId })))
}
