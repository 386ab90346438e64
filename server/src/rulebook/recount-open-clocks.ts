import { randomUUID } from 'node:crypto'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { recountCases } from '../clocks/index.js'
import { Jobs } from '../platform/jobs.js'
import { SYSTEM } from '../platform/system-viewer.js'
import { Work } from '../platform/work.js'
import { calendarById } from '../standards/index.js'
import type { RecountOutcome } from './rule-draft.entity.js'

/** The job that counts open clocks with the calendar that was consented to. */
export const RECOUNT = 'calendar.recount'

/** Cases of one transaction: it holds their locks for a moment only. */
const BATCH = 500

/** Batches at the same time: while the database writes one, the next is counted. */
const LANES = 2

/** Clocks that are looked up at a time. */
const ROUND = 100_000

interface Consented {
  readonly id: string
  readonly draftId: string
  readonly reason: string
  readonly outcome: RecountOutcome
}

/** Looks for open clocks that are counted with an older calendar: right after consent, and every ten minutes for a case that was registered meanwhile. */
@Injectable()
export class RecountOpenClocks implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly work: Work,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.periodically(RECOUNT, '*/10 * * * *', () => this.run())
  }

  run(): Promise<void> {
    return recountOpenClocks(this.db, this.work)
  }
}

/**
 * Counts every open clock with the newest consented calendar, a few hundred cases at a time: what has been counted is not counted again, so the work may stop
 * anywhere and go on.
 */
export async function recountOpenClocks(db: DataSource, work: Work): Promise<void> {
  const [newest] = await db.query<Consented[]>(
    `SELECT v.id, v.draft_id AS "draftId", d.reason, d.outcome FROM calendar_version v JOIN rule_draft d ON d.id = v.draft_id
     WHERE v.number = (SELECT max(number) FROM calendar_version)`,
  )
  if (!newest) return
  while ((await recountOnce(db, work, newest)) > 0);
  if (!newest.outcome.finished) await finish(work, newest)
}

/**
 * Counts what is counted with an older calendar, in the order in which it lies in the database: the rows of one batch are neighbours, so that a page is read
 * and written once and not once for each case. Gives how many cases were counted.
 */
async function recountOnce(db: DataSource, work: Work, calendar: Consented): Promise<number> {
  const found: { id: string }[] = await db.query<{ id: string }[]>(
    `SELECT case_id AS id FROM (SELECT case_id, ctid FROM clock WHERE stopped_at IS NULL AND calendar_version_id <> $1 LIMIT ${ROUND}) older ORDER BY ctid`,
    [calendar.id],
  )
  const caseIds = [...new Set(found.map(({ id }) => id))]
  const waiting = Array.from({ length: Math.ceil(caseIds.length / BATCH) }, (_, n) => caseIds.slice(n * BATCH, (n + 1) * BATCH))
  const ended = await Promise.allSettled(Array.from({ length: LANES }, () => takeBatches(work, calendar, waiting)))
  for (const lane of ended) if (lane.status === 'rejected') throw lane.reason
  return caseIds.length
}

/** Counts one batch after the other until none is left; where one fails, the other lanes end with the batch they have. */
async function takeBatches(work: Work, calendar: Consented, waiting: string[][]): Promise<void> {
  try {
    for (let batch = waiting.shift(); batch; batch = waiting.shift()) await recountBatch(work, calendar, batch)
  } catch (error) {
    waiting.length = 0
    throw error
  }
}

function recountBatch(work: Work, calendar: Consented, caseIds: string[]): Promise<object> {
  return work.run(SYSTEM, 'recountClocks', { key: randomUUID(), input: { calendarId: calendar.id } }, async (tx) => {
    const counts = await recountCases(tx, caseIds, await calendarById(tx, calendar.id), calendar.reason.slice(0, 500))
    await tx.query(
      `UPDATE rule_draft SET outcome = outcome || jsonb_build_object('clocks', (outcome->>'clocks')::int + $2::int, 'moves', (outcome->>'moves')::int + $3::int,
         'leaves', (outcome->>'leaves')::int + $4::int, 'enters', (outcome->>'enters')::int + $5::int) WHERE id = $1`,
      [calendar.draftId, counts.clocks, counts.moves, counts.leaves, counts.enters],
    )
    return { clocks: counts.clocks }
  })
}

function finish(work: Work, { id, draftId }: Consented): Promise<object> {
  return work.run(SYSTEM, 'finishRecount', { key: `recounted ${id}`, input: { calendarId: id } }, async (tx) => {
    const [row] = await tx.query<{ outcome: RecountOutcome }>(
      `UPDATE rule_draft SET outcome = outcome || '{"finished": true}' WHERE id = $1 RETURNING outcome`,
      [draftId],
    )
    const { clocks, moves, leaves, enters } = row?.outcome ?? { clocks: 0, moves: 0, leaves: 0, enters: 0 }
    const detail = { calendarId: id, clocks, moves, leaves, enters }
    await tx.announce({
      kind: 'calendar.recounted',
      subject: { __typename: 'RuleDraft', id: draftId },
      before: null,
      after: null,
      detail,
    })
    return detail
  })
}
