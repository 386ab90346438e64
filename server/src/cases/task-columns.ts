import type { TaskKind } from '@domain'
import { columnOf } from '../platform/where-allowed.js'
import { caseColumns, toCase } from './case-columns.js'
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

/** Work of those who decide about a case without reading it. */
const BESIDE_THE_CASE: readonly string[] = ['release'] satisfies TaskKind[]

const OF_CASE = 'case.'

/** The projection of a task (alias `t`) with its case (alias `c`, joined by `TASK_CASE`), under the field names; "never due" is null. */
export const TASK_COLUMNS = [
  ...FIELDS.map((field) => `t.${columnOf(field)} AS "${field}"`),
  `nullif(t.due_at, 'infinity') AS "dueAt"`,
  caseColumns('c', OF_CASE),
].join(', ')

/** Every task has exactly one case: the join neither drops nor multiplies rows. */
export const TASK_CASE = 'JOIN "case" c ON c.id = t.case_id'

/** A raw row of `TASK_COLUMNS` as the task with its case, each of its class, so that type resolution and the rules work. */
export function toTask(row: object): Task {
  const ofTask: Record<string, unknown> = {}
  const ofCase: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(row)) {
    if (name.startsWith(OF_CASE)) ofCase[name.slice(OF_CASE.length)] = value
    else ofTask[name] = value
  }
  const theCase = toCase(ofCase)
  const { agendaNumber, agendaYear, service } = theCase
  const shown = BESIDE_THE_CASE.includes(String(ofTask['kind'])) ? null : theCase
  return Object.assign(new Task(), ofTask, { case: shown, agenda: { agendaNumber, agendaYear, service } })
}
