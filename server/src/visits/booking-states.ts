import {
  bookingFacts,
  caseFacts,
  missRefusal,
  nextBookingState,
  Refusal,
  type BookingAction,
  type EventKind,
  type HeldPosition,
} from '@domain'
import { Case } from '../cases/index.js'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import type { Tx } from '../platform/work.js'
import { Booking } from './booking.entity.js'
import type { Target } from './open-visit.js'

/** Locks the case, then the booking (fixed order: case, then its children). */
export async function openBooking(tx: Tx, { id, version }: Target): Promise<{ booking: Booking; theCase: Case }> {
  const [row] = await tx.query<{ case_id: string }>('SELECT case_id FROM booking WHERE id = $1', [id])
  if (!row) throw new Refusal('access.denied')
  const theCase = await findForUpdate(tx, Case, row.case_id, null)
  return { booking: await findForUpdate(tx, Booking, id, version), theCase }
}

/** Moves a booking along its workflow, saves it and says so. The caller has changed what else changes. */
export async function moveBooking(
  tx: Tx,
  { booking, theCase }: { readonly booking: Booking; readonly theCase: Case },
  action: BookingAction,
  { position, reason }: { readonly position: HeldPosition | null; readonly reason: string | null },
): Promise<void> {
  const before = bookingFacts(booking, caseFacts(theCase))
  booking.state = nextBookingState(before, action, tx.me)
  const early = action === 'miss_booking' ? missRefusal(booking, tx.now) : null
  if (early) throw new Refusal(early)
  if (booking.state !== 'booked') booking.endedAt = tx.now
  if (reason) booking.reason = reason
  await saveVersioned(tx, booking)
  const after = bookingFacts(booking, caseFacts(theCase))
  const kind: EventKind = booking.state === 'booked' ? 'booking.moved' : 'booking.ended'
  await tx.announce({
    kind,
    subject: after,
    caseId: booking.caseId,
    version: booking.version,
    before,
    after,
    position,
    note: reason,
    detail: { state: booking.state, startsAt: booking.startsAt.toISOString(), endsAt: booking.endsAt.toISOString() },
    notify: [{ personIds: [booking.officerPersonId], kind: `booking.${booking.state === 'booked' ? 'moved' : booking.state}` }],
  })
}

/** Ends the meeting that is booked for a case, if there is one. */
export async function endBooking(
  tx: Tx,
  theCase: Case,
  action: Exclude<BookingAction, 'reschedule'>,
  said: { readonly position: HeldPosition | null; readonly reason: string | null },
): Promise<Booking | null> {
  const [row] = await tx.query<{ id: string }>(`SELECT id FROM booking WHERE case_id = $1 AND state = 'booked'`, [theCase.id])
  if (!row) return null
  const booking = await findForUpdate(tx, Booking, row.id, null)
  if (action === 'cancel') booking.sequence += 1
  await moveBooking(tx, { booking, theCase }, action, said)
  return booking
}
