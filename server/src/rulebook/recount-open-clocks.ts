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

interface Consented {
  readonly id: string
  readonly draftId: string
  readonly reason: string
  readonly outcome: RecountOutcome
}

/**
 * Counts every open clock with the newest consented calendar, a few hundred cases at a time: what has been counted is not counted again, so the work may stop
 * anywhere and go on. Besides right after consent it looks every ten minutes for a case that was registered while the calendar changed.
 */
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

  async run(): Promise<void> {
    const [newest] = await this.db.query<Consented[]>(
      `SELECT v.id, v.draft_id AS "draftId", d.reason, d.outcome FROM calendar_version v JOIN rule_draft d ON d.id = v.draft_id
       WHERE v.number = (SELECT max(number) FROM calendar_version)`,
    )
    if (!newest) return
    for (;;) {
      const found = await this.db.query<{ id: string }[]>(
        `SELECT DISTINCT case_id AS id FROM clock WHERE stopped_at IS NULL AND calendar_version_id <> $1 ORDER BY case_id LIMIT ${BATCH}`,
        [newest.id],
      )
      if (found.length === 0) break
      await this.batch(
        newest,
        found.map(({ id }) => id),
      )
    }
    if (!newest.outcome.finished) await this.finish(newest)
  }

  private batch(calendar: Consented, caseIds: string[]): Promise<object> {
    return this.work.run(SYSTEM, 'recountClocks', { key: randomUUID(), input: { calendarId: calendar.id } }, async (tx) => {
      const counts = await recountCases(tx, caseIds, await calendarById(tx, calendar.id), calendar.reason.slice(0, 500))
      await tx.query(
        `UPDATE rule_draft SET outcome = outcome || jsonb_build_object('clocks', (outcome->>'clocks')::int + $2::int, 'moves', (outcome->>'moves')::int + $3::int,
           'leaves', (outcome->>'leaves')::int + $4::int, 'enters', (outcome->>'enters')::int + $5::int) WHERE id = $1`,
        [calendar.draftId, counts.clocks, counts.moves, counts.leaves, counts.enters],
      )
      return { clocks: counts.clocks }
    })
  }

  private finish({ id, draftId }: Consented): Promise<object> {
    return this.work.run(SYSTEM, 'finishRecount', { key: `recounted ${id}`, input: { calendarId: id } }, async (tx) => {
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
}
