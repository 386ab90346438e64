import { Field, Int, ObjectType } from '@nestjs/graphql'
import type { DataSource } from 'typeorm'
import { clockRule, LEDGER_KINDS, type LedgerKind } from '@domain'
import { graphqlEnum } from '../platform/graphql-enum.js'
import { grouped, type Batch } from '../platform/loaders.js'
import { CheckedInside } from '../platform/policy.js'
import { shownActor } from '../platform/system-viewer.js'

const KindEnum = graphqlEnum('LedgerKind', LEDGER_KINDS)

/** A line of a clock's ledger for a reader: what happened, why, who did it and who consented. */
@ObjectType()
@CheckedInside('whoever reached the clock')
export class ClockLine {
  clockId: string
  @Field(() => Int) seq: number
  @Field(() => KindEnum) kind: LedgerKind
  @Field(() => Date) at: Date
  /** Words of whoever wrote the line; a code where the product did. */
  @Field(() => String, { nullable: true }) reason: string | null
  @Field(() => String, { nullable: true }) pauseReason: string | null
  @Field(() => Int, { nullable: true }) amount: number | null
  @Field(() => String, { nullable: true }) unit: string | null
  /** The clause of the promise taken over, where the line is a reclassification. */
  @Field(() => String, { nullable: true }) clause: string | null
  @Field(() => String, { nullable: true }) actorName: string | null
  @Field(() => String, { nullable: true }) approverName: string | null
}

interface Row extends Omit<ClockLine, 'clause'> {
  readonly actorId: string | null
  readonly toCode: string | null
}

/** The ledgers of clocks, oldest line first. The clocks were read under the rules. */
export const linesOfClocks: Batch<string, ClockLine[]> = async (clockIds, { db }) =>
  grouped(clockIds, await readLines(db, clockIds), (line) => line.clockId)

export async function readLines(db: Pick<DataSource, 'query'>, clockIds: readonly string[]): Promise<ClockLine[]> {
  const rows = await db.query<Row[]>(
    `SELECT e.clock_id AS "clockId", e.seq, e.kind, e.at, e.reason, e.pause_reason AS "pauseReason", e.amount, e.unit, e.to_code AS "toCode",
       e.actor_id AS "actorId", a.name AS "actorName", p.name AS "approverName"
     FROM clock_event e LEFT JOIN person a ON a.id = e.actor_id LEFT JOIN person p ON p.id = e.approver_id
     WHERE e.clock_id = ANY ($1) ORDER BY e.clock_id, e.seq`,
    [clockIds],
  )
  return rows.map((row) => ({
    ...row,
    clause: row.toCode === null ? null : (clockRule(row.toCode)?.clause ?? row.toCode),
    actorName: row.actorId === null || row.actorName === null ? null : shownActor(row.actorId, row.actorName),
  }))
}
