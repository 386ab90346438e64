import { randomUUID } from 'node:crypto'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { caseFacts, nextReminder, pointFacts, reminderAt, reminderTimes, UNIT_HEAD_ROLE, type PointReminder } from '@domain'
import { Case } from '../cases/case.entity.js'
import { leadershipOf } from '../clocks/index.js'
import { findForUpdate } from '../platform/find-for-update.js'
import { Jobs } from '../platform/jobs.js'
import { Moment } from '../platform/moment.js'
import { PastFailures } from '../platform/past-failures.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { SYSTEM } from '../platform/system-viewer.js'
import { Work, type Tx } from '../platform/work.js'
import { calendarById } from '../standards/index.js'
import { RecommendationPoint } from './recommendation-point.entity.js'

const BATCH = 200

interface Ripe {
  readonly id: string
  readonly caseId: string
  readonly calendarId: string
  readonly due: Date
  readonly at: Date
}

/**
 * Reminds of open recommendation points in office hours: before their last day, on it, and when they are late; once each for a due date. Tells the holder of
 * the case, from the last day on the head of the unit, and leadership when it is late. Runs every minute on one node.
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

  /** One round; gives how many points were spoken of. Goes on past a point that fails; throws at the end, naming those that did. */
  async run(): Promise<number> {
    const now = await Moment.now(this.db)
    const failures = new PastFailures()
    let count = 0
    for (let last: Ripe | null = null; ;) {
      const rows: Ripe[] = await this.ripe(now, last)
      for (const row of rows) {
        const told = await failures.row(row.id, async () => (await this.isOpen(row, now)) && (await this.tell(row)).told !== null)
        if (told) count += 1
      }
      last = rows.at(-1) ?? null
      if (rows.length < BATCH) break
    }
    failures.demandNone()
    return count
  }

  private ripe(now: Date, last: Ripe | null): Promise<Ripe[]> {
    return this.db.query<Ripe[]>(
      `SELECT id, case_id AS "caseId", calendar_version_id AS "calendarId", due_at AS due, next_reminder_at AS at FROM recommendation_point
       WHERE next_reminder_at <= $1 AND ($2::timestamptz IS NULL OR (next_reminder_at, id) > ($2, $3::uuid)) ORDER BY next_reminder_at, id LIMIT ${BATCH}`,
      [now, last?.at ?? null, last?.id ?? null],
    )
  }

  /** Whether the office is open: what a standstill has put off to the evening waits for the morning. */
  private async isOpen({ calendarId }: Ripe, now: Date): Promise<boolean> {
    const { calendar } = await calendarById(this.db, calendarId)
    return calendar.schedule('office').nextOpen(now.getTime()) === now.getTime()
  }

  private tell({ id, caseId, due }: Ripe): Promise<{ told: PointReminder | null }> {
    return this.work.run(SYSTEM, 'watchPoints', { key: randomUUID(), input: { id, due: due.toISOString() } }, async (tx) => {
      const theCase = await findForUpdate(tx, Case, caseId, null)
      const point = await findForUpdate(tx, RecommendationPoint, id, null)
      const { openedAt, dueAt, calendarVersionId, nextReminderAt } = point
      if (!openedAt || !dueAt || !calendarVersionId || !nextReminderAt || nextReminderAt > tx.now) return { told: null }
      const times = reminderTimes(openedAt, dueAt, (await calendarById(tx, calendarVersionId)).calendar)
      const step = reminderAt(times, tx.now)
      if (!step || step === point.reminded) {
        await tx.query('UPDATE recommendation_point SET next_reminder_at = $2 WHERE id = $1', [id, nextReminder(times, point.reminded)])
        return { told: null }
      }
      const before = pointFacts(point, caseFacts(theCase))
      point.reminded = step
      point.nextReminderAt = nextReminder(times, step)
      await saveVersioned(tx, point)
      const after = pointFacts(point, caseFacts(theCase))
      await tx.announce({
        kind: step,
        subject: after,
        caseId,
        version: point.version,
        before,
        after,
        detail: { number: point.number, dueAt: dueAt.toISOString() },
        notify: [{ positionIds: await audienceOf(tx, theCase, step), kind: step }],
      })
      return { told: step }
    })
  }
}

/** The holder; from the last day on the head of the unit too, and when the point is late leadership. */
async function audienceOf(tx: Tx, theCase: Case, step: PointReminder): Promise<string[]> {
  const posts = new Set(theCase.holderPositionId ? [theCase.holderPositionId] : [])
  if (step !== 'point.nears') {
    const heads = await tx.query<{ id: string }>(HEADS, [theCase.unitId, theCase.handlerPositionIds, UNIT_HEAD_ROLE])
    for (const { id } of heads) posts.add(id)
  }
  if (step === 'point.late') for (const id of await leadershipOf(tx, theCase)) posts.add(id)
  return [...posts]
}

/** The heads of the unit, where they may read the case: they handed it down. */
const HEADS = `SELECT id FROM "position" WHERE unit_id = $1 AND role = $3 AND closed_at IS NULL AND id = ANY ($2)`
