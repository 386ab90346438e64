import { Args, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import { CASE_HOLDING_ROLES, mayEnter, Refusal, startOfMonth, UNIT_HEAD_ROLE, type Service, type Viewer } from '@domain'
import { STANDING_SQL } from '../cases/index.js'
import { ServiceEnum } from '../platform/enums.js'
import { Me } from '../platform/me.js'
import { Moment } from '../platform/moment.js'
import { CheckedInside } from '../platform/policy.js'

/** The open cases of one post, or of a unit's cases that nobody has been given yet (`positionId` is then the head's). Counts only. */
@ObjectType()
@CheckedInside('the workload query')
export class WorkloadRow {
  @Field(() => ID, { nullable: true }) positionId: string | null
  @Field(() => ID, { nullable: true }) unitId: string | null
  @Field(() => Int) open: number
  @Field(() => Int) withUnit: number
  @Field(() => Int) assigned: number
  @Field(() => Int) inProcess: number
  @Field(() => Int) answered: number
  @Field(() => Int) atRisk: number
  @Field(() => Int) late: number
  @Field(() => Date, { nullable: true }) oldestReceivedAt: Date | null
}

@ObjectType()
@CheckedInside('the workload query')
export class WorkloadService {
  @Field(() => ServiceEnum) service: Service
  @Field(() => ID, { nullable: true }) unitId: string | null
  @Field(() => Int) open: number
  @Field(() => Int) atRisk: number
  @Field(() => Int) late: number
  @Field(() => Int) closedThisMonth: number
}

@ObjectType()
@CheckedInside('the workload query')
export class Workload {
  @Field(() => ID, { nullable: true }) unitId: string | null
  @Field(() => [WorkloadRow]) rows: WorkloadRow[]
  @Field(() => [WorkloadService]) services: WorkloadService[]
  @Field(() => Date) at: Date
}

const AT_RISK = `count(*) FILTER (WHERE ${STANDING_SQL.at_risk})::int`
const LATE = `count(*) FILTER (WHERE ${STANDING_SQL.late})::int`
const stage = (name: string) => `count(*) FILTER (WHERE c.stage = '${name}')::int`

/** Beban kerja: who has how much, of what, and how late. Counts in secret cases too: a head plans with them, and a count tells no content. */
@Resolver(() => Workload)
export class WorkloadResolver {
  constructor(private readonly db: DataSource) {}

  @Query(() => Workload)
  @CheckedInside('mayEnter workload of the unit')
  async workload(@Me() me: Viewer, @Args('unitId', { type: () => ID, nullable: true }) unitId?: string | null): Promise<Workload> {
    const unit = unitId ?? null
    if (!mayEnter(me, 'workload', unit)) throw new Refusal('access.denied')
    const [rows, services, [clock]] = await Promise.all([
      this.rows(unit),
      this.services(unit),
      this.db.query<{ now: Date }[]>('SELECT now() AS now'),
    ])
    return { unitId: unit, rows, services, at: clock?.now ?? new Date(0) }
  }

  /** Every Asisten post and head of the unit, those without work too, so that a gap can be seen. */
  private rows(unitId: string | null): Promise<WorkloadRow[]> {
    return this.db.query<WorkloadRow[]>(
      `SELECT p.id AS "positionId", p.unit_id AS "unitId",
         count(c.id)::int AS open, ${stage('with_unit')} AS "withUnit", ${stage('assigned')} AS assigned, ${stage('in_process')} AS "inProcess", ${stage('answered')} AS answered,
         ${AT_RISK} AS "atRisk", ${LATE} AS late, min(c.received_at) AS "oldestReceivedAt"
       FROM "position" p LEFT JOIN "case" c ON c.holder_position_id = p.id AND c.closed_at IS NULL
       WHERE p.role = ANY ($2) AND p.closed_at IS NULL AND ($1::uuid IS NULL OR p.unit_id = $1)
       GROUP BY p.id ORDER BY p.unit_id, (p.role = $3) DESC, p.rank, p.title, p.id`,
      [unitId, CASE_HOLDING_ROLES, UNIT_HEAD_ROLE],
    )
  }

  private async services(unitId: string | null): Promise<WorkloadService[]> {
    const month = startOfMonth(await Moment.now(this.db))
    return this.db.query<WorkloadService[]>(
      `SELECT c.service, $1::uuid AS "unitId", count(*) FILTER (WHERE c.closed_at IS NULL)::int AS open, ${AT_RISK} AS "atRisk", ${LATE} AS late,
         count(*) FILTER (WHERE c.stage = 'closed' AND c.closed_at >= $2)::int AS "closedThisMonth"
       FROM "case" c
       WHERE ($1::uuid IS NULL OR c.unit_id = $1) AND (c.closed_at IS NULL OR c.closed_at >= now() - interval '31 days')
       GROUP BY c.service ORDER BY c.service`,
      [unitId, month],
    )
  }
}
