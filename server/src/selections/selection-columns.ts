import { columnOf } from '../platform/where-allowed.js'
import { Selection } from './selection.entity.js'

const FIELDS = [
  'id',
  'version',
  'title',
  'agencyCode',
  'openedByCaseId',
  'state',
  'stage',
  'openedAt',
  'stageSince',
  'endedAt',
  'endReason',
  'unitId',
  'secrecy',
  'handlerPositionIds',
  'excludedPersonIds',
  'resultsReleased',
] as const satisfies readonly (keyof Selection)[]

/** The columns of a row of a list, over the alias `s`. */
export const SELECTION_COLUMNS = FIELDS.map((field) => `s.${columnOf(field)} AS "${field}"`).join(', ')

export const toSelection = (row: object): Selection => Object.assign(new Selection(), row)
