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
  'reporterProtection',
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

/** The projection of one list row over an alias: the columns the GraphQL object shows, under its field names, which may get a prefix beside another row's. */
export const caseColumns = (alias: string, prefix = ''): string =>
  [
    ...FIELDS.map((field) => `${alias}.${columnOf(field)} AS "${prefix}${field}"`),
    `${alias}.letter_date::text AS "${prefix}letterDate"`,
  ].join(', ')

/** Gives a raw row its class, so that type resolution and getters work. */
export const toCase = (row: object): Case => Object.assign(new Case(), row)
