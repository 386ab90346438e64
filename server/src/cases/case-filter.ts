import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql'
import { Refusal, type CaseStage, type Secrecy, type Service, type Urgency } from '@domain'
import { CaseStageEnum, SecrecyEnum, ServiceEnum, UrgencyEnum } from '../platform/enums.js'
import type { OrderKey } from '../platform/merged-page.js'
import type { SqlPart } from '../platform/where-allowed.js'

export enum CaseSort {
  due = 'due',
  received = 'received',
  agenda = 'agenda',
}
registerEnumType(CaseSort, { name: 'CaseSort' })

/** Cases in which one of these clocks kept its promise, broke it, or still runs in time. */
@InputType()
export class CaseClockFilter {
  @Field(() => [String]) codes: string[]
  @Field({ description: 'kept, broken or running' }) outcome: string
}

/** What a list of cases is narrowed to. `standing`: late, at_risk or on_time, of the nearest running clock. */
@InputType()
export class CaseFilter {
  @Field(() => [CaseStageEnum], { nullable: true }) stages?: CaseStage[] | null
  @Field(() => [ServiceEnum], { nullable: true }) services?: Service[] | null
  @Field(() => ID, { nullable: true }) unitId?: string | null
  @Field(() => ID, { nullable: true }) holderPositionId?: string | null
  @Field(() => UrgencyEnum, { nullable: true }) urgency?: Urgency | null
  @Field(() => SecrecyEnum, { nullable: true }) secrecy?: Secrecy | null
  @Field(() => String, { nullable: true }) standing?: string | null
  @Field(() => String, { nullable: true }) search?: string | null
  @Field(() => Boolean, { nullable: true }) open?: boolean | null
  @Field(() => Int, { nullable: true }) year?: number | null
  @Field(() => CaseClockFilter, { nullable: true }) clock?: CaseClockFilter | null
}

/** How the promises of a case (alias `c`) stand, as `standing` of the domain says. */
export const STANDING_SQL = {
  late: `c.closed_at IS NULL AND c.next_due_at < now() AND coalesce(c.next_due_flag, '') NOT IN ('paused', 'excused')`,
  at_risk: `c.closed_at IS NULL AND c.next_at_risk_at <= now() AND (c.next_due_at >= now() OR c.next_due_flag = 'excused')`,
  on_time: `c.closed_at IS NULL AND (c.next_at_risk_at IS NULL OR c.next_at_risk_at > now()) AND c.next_due_flag IS DISTINCT FROM 'paused'`,
  paused: `c.closed_at IS NULL AND c.next_due_flag = 'paused'`,
} as const

/** The published limit, without what was granted on top of it; an excused clock broke nothing. */
const BROKEN = 'k.excused_at IS NULL AND coalesce(k.first_due_at < coalesce(k.stopped_at, now()), false)'

const CLOCK_OUTCOME_SQL: Readonly<Record<string, string>> = {
  kept: `k.stopped_at IS NOT NULL AND NOT (${BROKEN})`,
  broken: BROKEN,
  running: `k.stopped_at IS NULL AND NOT (${BROKEN})`,
}

function clockParts(clock: CaseClockFilter | null | undefined): SqlPart[] {
  if (!clock) return []
  const outcome = CLOCK_OUTCOME_SQL[clock.outcome]
  if (!outcome) throw new Refusal('request.invalid', { fields: ['clock'] })
  return [
    {
      sql: `c.stage <> 'withdrawn' AND EXISTS (SELECT FROM clock k WHERE k.case_id = c.id AND k.code = ANY ($1) AND k.started_at IS NOT NULL AND ${outcome})`,
      params: [clock.codes],
    },
  ]
}

const equals = (column: string, value: unknown): SqlPart[] =>
  value === null || value === undefined || value === '' ? [] : [{ sql: `c.${column} = $1`, params: [value] }]

/** Every word that was typed must be found, in any order: agenda number, letter number, sender, agency or subject. */
function searchParts(search: string | null | undefined): SqlPart[] {
  const words = (search ?? '').toLowerCase().slice(0, 200).split(/\s+/).filter(Boolean).slice(0, 8)
  return words.map((word) => ({ sql: 'c.search LIKE $1', params: [`%${word.replace(/[\\%_]/g, '\\$&')}%`] }))
}

/** The filter as conditions over alias `c`. */
export function filterParts(filter: CaseFilter): SqlPart[] {
  const standing = filter.standing ? new Map<string, string>(Object.entries(STANDING_SQL)).get(filter.standing) : null
  if (standing === undefined) throw new Refusal('request.invalid', { fields: ['standing'] })
  return [
    ...(filter.stages?.length ? [{ sql: 'c.stage = ANY ($1)', params: [filter.stages] }] : []),
    ...(filter.services?.length ? [{ sql: 'c.service = ANY ($1)', params: [filter.services] }] : []),
    ...equals('unit_id', filter.unitId),
    ...equals('holder_position_id', filter.holderPositionId),
    ...equals('urgency', filter.urgency),
    ...equals('secrecy', filter.secrecy),
    ...equals('agenda_year', filter.year),
    ...(standing ? [{ sql: standing, params: [] }] : []),
    ...(filter.open === true
      ? [{ sql: 'c.closed_at IS NULL', params: [] }]
      : filter.open === false
        ? [{ sql: 'c.closed_at IS NOT NULL', params: [] }]
        : []),
    ...clockParts(filter.clock),
    ...searchParts(filter.search),
  ]
}

/**
 * The order of a list; each has its index (0003-casework, 0019-desk-plan). By due date means: first what has been at risk longest, then what will be at risk
 * soonest, last what stands still or has no date.
 */
export const ORDERS: Readonly<Record<CaseSort, readonly OrderKey[]>> = {
  due: [
    { sql: `coalesce(c.next_at_risk_at, 'infinity'::timestamptz)`, type: 'timestamptz', direction: 'ASC' },
    { sql: `coalesce(c.next_due_at, 'infinity'::timestamptz)`, type: 'timestamptz', direction: 'ASC' },
  ],
  received: [{ sql: 'c.received_at', type: 'timestamptz', direction: 'DESC' }],
  agenda: [
    { sql: 'c.agenda_year', type: 'int', direction: 'DESC' },
    { sql: 'c.agenda_number', type: 'int', direction: 'DESC' },
  ],
}
