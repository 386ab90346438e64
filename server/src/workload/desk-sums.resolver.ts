import { Field, Float, ID, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import { CASE_HOLDING_ROLES, DAY_MS, deskTime, returnsOf, UNIT_HEAD_ROLE, type DeskTask, type Pause } from '@domain'
import { Moment } from '../platform/moment.js'
import { CheckedInside } from '../platform/policy.js'
import { calendarInForce } from '../standards/index.js'
import { Workload } from './workload.resolver.js'

/** How far back the sums go. */
export const DESK_DAYS = 30
/** The cases looked at, the latest moved first: a month of a unit has a few hundred. */
const MOST_CASES = 5000

/** What one post had on its desk in the last thirty days. Sums only: nothing of them names a case. */
@ObjectType()
@CheckedInside('the workload query')
export class DeskSum {
  @Field(() => ID) positionId: string
  @Field(() => ID) unitId: string
  @Field(() => Int, { description: 'Cases that lay on the desk' }) cases: number
  @Field(() => Float, { description: 'Open minutes of the office, without pauses' }) minutes: number
  @Field(() => Int, { description: 'Letters that came back to be revised' }) returns: number
}

interface Life {
  readonly registeredAt: number
  readonly closedAt: number | null
  readonly tasks: readonly DeskTask[]
  readonly pauses: readonly Pick<Pause, 'from' | 'to'>[]
}

const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::bigint`

const LIVES = `SELECT ${ms('c.registered_at')}::float8 AS "registeredAt", ${ms('c.closed_at')}::float8 AS "closedAt",
  (SELECT jsonb_agg(jsonb_build_object('kind', t.kind, 'role', p.role, 'positionId', t.position_id, 'openedAt', ${ms('t.opened_at')}, 'closedAt', ${ms('t.closed_at')}))
    FROM task t LEFT JOIN "position" p ON p.id = t.position_id WHERE t.case_id = c.id) AS tasks,
  coalesce((SELECT jsonb_agg(jsonb_build_object('from', ${ms('e.at')}, 'to', ${ms('e.until')})) FROM (
    SELECT v.kind, v.at, coalesce(lead(v.at) OVER (PARTITION BY v.clock_id ORDER BY v.seq), $3) AS until FROM clock_event v JOIN clock k ON k.id = v.clock_id
    WHERE k.case_id = c.id AND k.rule->>'stopEvent' = 'answer_delivered' AND v.kind IN ('pause', 'resume')) e WHERE e.kind = 'pause'), '[]'::jsonb) AS pauses
  FROM "case" c JOIN (SELECT t.case_id, max(coalesce(t.closed_at, 'infinity')) AS moved FROM task t
    WHERE t.position_id = ANY ($1) AND (t.closed_at IS NULL OR t.closed_at >= $2) GROUP BY t.case_id ORDER BY 2 DESC, 1 LIMIT ${MOST_CASES}) lay ON lay.case_id = c.id`

/** `Workload.desks`: the desk-time ledger summed by post, for the head who looks for the desk on which things lie. */
@Resolver(() => Workload)
export class DeskSumsResolver {
  constructor(private readonly db: DataSource) {}

  @ResolveField(() => [DeskSum], { description: 'The last thirty days by post; asked for by itself, because it reads every desk' })
  @CheckedInside('the workload query')
  async desks(@Parent() { unitId }: Workload): Promise<DeskSum[]> {
    const now = await Moment.now(this.db)
    const since = now.getTime() - DESK_DAYS * DAY_MS
    const posts = await this.db.query<{ positionId: string; unitId: string }[]>(
      `SELECT p.id AS "positionId", p.unit_id AS "unitId" FROM "position" p WHERE p.role = ANY ($2) AND p.closed_at IS NULL AND ($1::uuid IS NULL OR p.unit_id = $1)
       ORDER BY p.unit_id, (p.role = $3) DESC, p.rank, p.title, p.id`,
      [unitId, CASE_HOLDING_ROLES, UNIT_HEAD_ROLE],
    )
    const { calendar } = await calendarInForce(this.db, now)
    const office = calendar.schedule('office')
    const sums = new Map(posts.map((post): [string, DeskSum] => [post.positionId, { ...post, cases: 0, minutes: 0, returns: 0 }]))
    for (const life of await this.lives([...sums.keys()], new Date(since), now)) {
      const until = life.closedAt ?? now.getTime()
      const lay = new Set<string>()
      for (const { positionId, from, to } of deskTime({ ...life, until }, calendar)) {
        const sum = positionId === null ? undefined : sums.get(positionId)
        if (!sum || to <= since) continue
        sum.minutes += (office.openMsBefore(to) - office.openMsBefore(Math.max(from, since))) / 60_000
        lay.add(sum.positionId)
      }
      for (const positionId of lay) {
        const sum = sums.get(positionId)
        if (!sum) continue
        sum.cases += 1
        sum.returns += returnsOf(life.tasks.filter((task) => task.positionId === positionId && Number(task.openedAt) >= since))
      }
    }
    return [...sums.values()]
  }

  private lives(positionIds: string[], since: Date, now: Date): Promise<Life[]> {
    return this.db.query<Life[]>(LIVES, [positionIds, since, now])
  }
}
