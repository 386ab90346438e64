import { randomUUID } from 'node:crypto'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { caseFacts, pointFacts } from '@domain'
import { Case } from '../cases/case.entity.js'
import { findForUpdate } from '../platform/find-for-update.js'
import { Jobs } from '../platform/jobs.js'
import { PastFailures } from '../platform/past-failures.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { SYSTEM } from '../platform/system-viewer.js'
import { Work } from '../platform/work.js'
import { calendarById } from '../standards/index.js'
import { countAnew } from './count-anew.js'
import { RecommendationPoint } from './recommendation-point.entity.js'

/** The job that counts open recommendation points with the calendar that was consented to. */
export const RECOUNT_POINTS = 'handling.recount-points'

const BATCH = 200

interface Consented {
  readonly id: string
  readonly reason: string
}

interface Stale {
  readonly id: string
  readonly caseId: string
}

/** Looks for open points that are counted with an older calendar: right after consent, and every ten minutes for one that was bound meanwhile. */
@Injectable()
export class RecountPoints implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly work: Work,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.periodically(RECOUNT_POINTS, '*/10 * * * *', async () => {
      await this.run()
    })
  }

  /** Counts every open point with the newest consented calendar; gives how many. Goes on past a point that fails; throws at the end, naming those that did. */
  async run(): Promise<number> {
    const [newest] = await this.db.query<Consented[]>(
      `SELECT v.id, d.reason FROM calendar_version v JOIN rule_draft d ON d.id = v.draft_id
       WHERE v.number = (SELECT max(number) FROM calendar_version)`,
    )
    if (!newest) return 0
    const failures = new PastFailures()
    let count = 0
    for (let last: string | null = null; ;) {
      const rows: Stale[] = await this.stale(newest.id, last)
      for (const row of rows) if (await failures.row(row.id, () => this.recount(row, newest))) count += 1
      last = rows.at(-1)?.id ?? null
      if (rows.length < BATCH) break
    }
    failures.demandNone()
    return count
  }

  private stale(calendarId: string, last: string | null): Promise<Stale[]> {
    return this.db.query<Stale[]>(
      `SELECT id, case_id AS "caseId" FROM recommendation_point
       WHERE state = 'open' AND calendar_version_id <> $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT ${BATCH}`,
      [calendarId, last],
    )
  }

  /** Whether the point was still to be counted once it was locked. */
  private async recount({ id, caseId }: Stale, { id: calendarId, reason }: Consented): Promise<boolean> {
    const { counted } = await this.work.run(SYSTEM, 'recountPoint', { key: randomUUID(), input: { id, calendarId } }, async (tx) => {
      const theCase = await findForUpdate(tx, Case, caseId, null)
      const point = await findForUpdate(tx, RecommendationPoint, id, null)
      if (point.state !== 'open' || point.calendarVersionId === calendarId) return { counted: false }
      const before = pointFacts(point, caseFacts(theCase))
      const from = point.dueAt?.toISOString() ?? null
      await countAnew(tx, point, await calendarById(tx, calendarId))
      await saveVersioned(tx, point)
      await tx.announce({
        kind: 'point.recounted',
        subject: before,
        caseId,
        version: point.version,
        before,
        after: pointFacts(point, caseFacts(theCase)),
        note: reason.slice(0, 500),
        detail: { number: point.number, from, dueAt: point.dueAt?.toISOString() ?? null, calendarId },
      })
      return { counted: true }
    })
    return counted
  }
}
