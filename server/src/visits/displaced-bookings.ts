import { randomUUID } from 'node:crypto'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { bookingFacts, caseFacts, epochMs, isInServiceHours } from '@domain'
import { Case } from '../cases/index.js'
import { findForUpdate } from '../platform/find-for-update.js'
import { Jobs } from '../platform/jobs.js'
import { Moment } from '../platform/moment.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { SYSTEM } from '../platform/system-viewer.js'
import { Work } from '../platform/work.js'
import { calendarInForce } from '../standards/index.js'
import { Booking } from './booking.entity.js'

const DISPLACED = 'booking.displaced'

/**
 * A day is declared closed, or service hours change, after people were booked: the meeting is not cancelled behind anybody's back. Those who can move it
 * are told, once for each time it is agreed: the officer, whoever handles the case, and who registered it.
 */
@Injectable()
export class DisplacedBookings implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly work: Work,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.periodically(DISPLACED, '*/5 * * * *', () => this.run())
  }

  async run(): Promise<void> {
    const now = await Moment.now(this.db)
    const untold = await this.db.query<{ id: string; case_id: string; starts_at: Date; ends_at: Date }[]>(
      `SELECT b.id, b.case_id, b.starts_at, b.ends_at FROM booking b
       WHERE b.state = 'booked' AND b.starts_at > $1
         AND NOT EXISTS (SELECT 1 FROM event e WHERE e.subject_id = b.id AND e.kind = $2 AND e.version = b.version)
       ORDER BY b.starts_at, b.id`,
      [now, DISPLACED],
    )
    for (const booking of untold) {
      const { calendar } = await calendarInForce(this.db, booking.starts_at)
      if (!isInServiceHours({ startsAt: epochMs(booking.starts_at), endsAt: epochMs(booking.ends_at) }, calendar)) await this.tell(booking)
    }
  }

  private tell({ id, case_id: caseId, starts_at: startsAt }: { id: string; case_id: string; starts_at: Date }): Promise<object> {
    return this.work.run(SYSTEM, 'tellDisplaced', { key: randomUUID(), input: { id } }, async (tx) => {
      const theCase = await findForUpdate(tx, Case, caseId, null)
      const booking = await findForUpdate(tx, Booking, id, null)
      // moved or ended since it was looked at
      if (booking.state !== 'booked' || epochMs(booking.startsAt) !== epochMs(startsAt)) return { id }
      const before = bookingFacts(booking, caseFacts(theCase))
      await saveVersioned(tx, booking)
      const kind = DISPLACED
      await tx.announce({
        kind,
        subject: before,
        caseId,
        version: booking.version,
        before,
        after: bookingFacts(booking, caseFacts(theCase)),
        detail: { state: 'booked', startsAt: booking.startsAt.toISOString(), endsAt: booking.endsAt.toISOString() },
        notify: [
          { personIds: [booking.officerPersonId, theCase.registrarId], kind },
          { positionIds: theCase.handlerPositionIds, kind },
        ],
      })
      return { id }
    })
  }
}
