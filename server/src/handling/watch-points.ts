import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { caseFacts, pointFacts, POINT_REMINDERS, reminderAt, reminderTimes, UNIT_HEAD_ROLE } from '@domain'
import { Case } from '../cases/case.entity.js'
import { findForUpdate } from '../platform/find-for-update.js'
import { Jobs } from '../platform/jobs.js'
import { Moment } from '../platform/moment.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { SYSTEM } from '../platform/system-viewer.js'
import { Work } from '../platform/work.js'
import { RecommendationPoint } from './recommendation-point.entity.js'

const BATCH = 200

/**
 * Reminds of open recommendation points: before their last day, on it, and when they are late; once each for a due date. Tells the holder of the case, and
 * from the last day on the head of the unit. Runs every minute on one node.
 */
@Injectable()
export class WatchPoints implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly work: Work,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.periodically('handling.watch-points', '* * * * *', async () => {
      await this.run()
    })
  }

  /** One round; gives how many points were spoken of. */
  async run(): Promise<number> {
    const now = await Moment.now(this.db)
    const ripe = await this.db.query<{ id: string; caseId: string; due: Date; at: Date }[]>(
      `SELECT id, case_id AS "caseId", due_at AS due, next_reminder_at AS at FROM recommendation_point
       WHERE next_reminder_at < $1 ORDER BY next_reminder_at LIMIT ${BATCH}`,
      [now],
    )
    for (const point of ripe) await this.tell(point)
    return ripe.length
  }

  private tell({ id, caseId, due, at }: { id: string; caseId: string; due: Date; at: Date }): Promise<object> {
    const key = `pt ${id} ${due.getTime()} ${at.getTime()}`.slice(0, 64)
    return this.work.run(SYSTEM, 'watchPoints', { key, input: { id, due: due.toISOString() } }, async (tx) => {
      const theCase = await findForUpdate(tx, Case, caseId, null)
      const point = await findForUpdate(tx, RecommendationPoint, id, null)
      const step = point.openedAt && point.dueAt && point.nextReminderAt && reminderAt(point.openedAt, point.dueAt, tx.now)
      if (!step || !point.openedAt || !point.dueAt || step === point.reminded) return { told: null }
      const before = pointFacts(point, caseFacts(theCase))
      const next = POINT_REMINDERS[POINT_REMINDERS.indexOf(step) + 1]
      point.reminded = step
      point.nextReminderAt = next ? reminderTimes(point.openedAt, point.dueAt)[next] : null
      await saveVersioned(tx, point)
      const heads =
        step === 'point.nears' ? [] : await tx.query<{ id: string }>(HEADS, [theCase.unitId, theCase.handlerPositionIds, UNIT_HEAD_ROLE])
      const positionIds = [...new Set([...(theCase.holderPositionId ? [theCase.holderPositionId] : []), ...heads.map((head) => head.id)])]
      const after = pointFacts(point, caseFacts(theCase))
      await tx.announce({
        kind: step,
        subject: after,
        caseId,
        version: point.version,
        before,
        after,
        detail: { number: point.number, dueAt: point.dueAt.toISOString() },
        notify: [{ positionIds, kind: step }],
      })
      return { told: step }
    })
  }
}

/** The heads of the unit, where they may read the case: they handed it down. */
const HEADS = `SELECT id FROM "position" WHERE unit_id = $1 AND role = $3 AND closed_at IS NULL AND id = ANY ($2)`
