import { In } from 'typeorm'
import { grouped, type Batch } from '../platform/loaders.js'
import { ResultCorrection, ScoreCorrection, SelectionReopening, SetAsideCheck, SetAsideChoice } from './corrections.entity.js'
import { openResults } from './selection-reads.js'

const of = (ids: readonly string[]) => ({ selectionId: In([...ids]) })

/** How often selections that were read under the rules were taken back. */
export const reopeningsOf: Batch<string, SelectionReopening[]> = async (ids, { db }) =>
  grouped(ids, await db.manager.find(SelectionReopening, { where: of(ids), order: { at: 'DESC', id: 'ASC' } }), (row) => row.selectionId)

/** What each reopening set aside of the checks. */
export const checksSetAsideBy: Batch<string, SetAsideCheck[]> = async (ids, { db }) => {
  const where = { reopeningId: In([...ids]) }
  return grouped(ids, await db.manager.find(SetAsideCheck, { where, order: { stage: 'ASC', code: 'ASC' } }), (row) => row.reopeningId)
}

/** What was corrected of the scores, last first; nothing for those who may not see names yet. */
export const correctionsOf: Batch<string, ResultCorrection[]> = async (ids, scope) => {
  const open = await openResults(ids, scope)
  const rows = await scope.db.manager.find(ResultCorrection, { where: of(open), order: { at: 'DESC', id: 'ASC' } })
  return grouped(ids, rows, (row) => row.selectionId)
}

/** The lines of corrections that were reached through their selection. */
export const linesOf: Batch<string, ScoreCorrection[]> = async (ids, { db }) => {
  const where = { correctionId: In([...ids]) }
  return grouped(
    ids,
    await db.manager.find(ScoreCorrection, { where, order: { oldRank: 'ASC', newRank: 'ASC' } }),
    (row) => row.correctionId,
  )
}

/** Names that were chosen once and set aside since, last first. */
export const setAsideOf: Batch<string, SetAsideChoice[]> = async (ids, scope) => {
  const open = await openResults(ids, scope)
  const rows = await scope.db.manager.find(SetAsideChoice, { where: of(open), order: { at: 'DESC', kind: 'ASC', place: 'ASC' } })
  return grouped(ids, rows, (row) => row.selectionId)
}
