import { columnOf } from '../platform/where-allowed.js'
import { Task } from './task.entity.js'

const FIELDS = [
  'id',
  'version',
  'kind',
  'caseId',
  'dispositionId',
  'letterId',
  'positionId',
  'unitId',
  'openedAt',
  'closedAt',
] as const satisfies readonly (keyof Task)[]

/** The projection of a task over an alias: the columns the GraphQL object shows, under its field names; "never due" is null. */
export const taskColumns = (alias: string): string =>
  [...FIELDS.map((field) => `${alias}.${columnOf(field)} AS "${field}"`), `nullif(${alias}.due_at, 'infinity') AS "dueAt"`].join(', ')

/** Gives a raw row its class, so that type resolution works. */
export const toTask = (row: object): Task => Object.assign(new Task(), row)
