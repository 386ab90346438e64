import { columnOf } from '../platform/where-allowed.js'
import { Case } from './case.entity.js'

const FIELDS = [
  'id',
  'version',
  'agendaYear',
  'agendaNumber',
  'service',
  'channel',
  'classification',
  'stage',
  'urgency',
  'secrecy',
  'subject',
  'summary',
  'senderName',
  'senderKind',
  'agencyCode',
  'agencyName',
  'letterNumber',
  'receivedAt',
  'registeredAt',
  'registrarId',
  'unitId',
  'holderPositionId',
  'handlerPositionIds',
  'excludedPersonIds',
  'processable',
  'decisionReason',
  'completeAt',
  'decidedAt',
  'answeredAt',
  'closedAt',
  'nextDueAt',
  'nextClockCode',
  'nextClockStartedAt',
  'nextDueFlag',
  'nextAtRiskAt',
] as const satisfies readonly (keyof Case)[]

/** The projection of one list row over an alias: the columns the GraphQL object shows, under its field names. */
export const caseColumns = (alias: string): string =>
  [...FIELDS.map((field) => `${alias}.${columnOf(field)} AS "${field}"`), `${alias}.letter_date::text AS "letterDate"`].join(', ')

/** Gives a raw row its class, so that type resolution and getters work. */
export const toCase = (row: object): Case => Object.assign(new Case(), row)
